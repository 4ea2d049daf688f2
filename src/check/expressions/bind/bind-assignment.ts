/** Assignments. Source: C# specification, 12.21 Assignment operators. */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { AssignmentExpression, BinaryOperator, Designation, Expression } from '../../../syntax/csharp/ast.js';
import { explicitConversion, implicitConversion } from '../types/conversions.js';
import { isUnknown } from '../types/identity.js';
import { resolveBinaryOperator } from '../types/operators.js';
import { type Operand, bindValue } from './bind-expression.js';
import { operatorHint } from './bind-operators.js';
import { type Bound, value } from './bound.js';
import { convert } from './convert.js';
import { failed, problem } from './problem.js';
import { isVar, resolveType } from './resolve-type.js';
import type { Scope } from './scope.js';

export function bindAssignment(node: AssignmentExpression, scope: Scope): Bound {
  if (node.left.kind === 'TupleExpression' || node.left.kind === 'DeclarationExpression') return bindDeconstruction(node, scope);
  if (isDiscard(node.left, scope)) return bindValue(node.right, scope);
  const left = bindValue(node.left, scope);
  const right = bindValue(node.right, scope);
  const isWritable = checkTarget(left, node.left, scope);
  const type = left.kind === 'value' ? left.type : UNKNOWN;
  if (node.operator === '=') convert(right, type, node.right, scope);
  else if (isWritable) checkCompound(node, left, right, type, scope);
  return value(type);
}

/** `_ = x` throws the value away. */
function isDiscard(node: Expression, scope: Scope): boolean {
  return node.kind === 'IdentifierName' && node.name === '_' && scope.find('_') === undefined;
}

function checkTarget(left: Operand, { span }: Expression, scope: Scope): boolean {
  if (left.kind === 'value' && (isUnknown(left.type) || left.target?.kind === 'variable' || left.target?.kind === 'property')) return true;
  const target = left.kind === 'value' ? left.target : undefined;
  if (left.kind === 'method-group') scope.binding.report(problem('CS1656', span, `"${left.name}" is a method and cannot be assigned to`));
  else if (target?.kind === 'refused') scope.binding.report(problem(target.roslyn, span, target.reason, target.hint));
  else scope.binding.report(problem('CS0131', span, 'only a variable, a property or an element can be assigned to'));
  return false;
}

function checkCompound(node: AssignmentExpression, left: Operand, right: Operand, type: Type, scope: Scope): void {
  const operator = OPERATORS[node.operator];
  if (operator === undefined) return;
  const result = resolveBinaryOperator(operator, left, right);
  if (result.kind === 'failed') {
    scope.binding.report(failed({ ...result, message: result.message.replace(`'${operator}'`, `'${node.operator}'`) }, node.span, operatorHint(operator, left, right)));
  }
  if (result.kind !== 'resolved' || implicitConversion(value(result.type), type) !== undefined) return;
  const isShift = operator === '<<' || operator === '>>';
  const converts = explicitConversion(value(result.type), type) !== undefined;
  if (converts && (isShift || implicitConversion(right, type) !== undefined)) return;
  convert(converts && right.kind === 'value' && right.constant !== undefined ? right : value(result.type), type, node, scope);
}

const OPERATORS: Readonly<Partial<Record<AssignmentExpression['operator'], Exclude<BinaryOperator, '??'>>>> = {
  '+=': '+', '-=': '-', '*=': '*', '/=': '/', '%=': '%', '&=': '&', '|=': '|', '^=': '^', '<<=': '<<', '>>=': '>>',
};

/** `var (a, b) = …`, `(a, b) = …`: of the parts' types nothing is said. */
function bindDeconstruction({ left, right }: AssignmentExpression, scope: Scope): Bound {
  bindValue(right, scope);
  bindParts(left, scope);
  return value(UNKNOWN);
}

function bindParts(node: Expression, scope: Scope): void {
  if (node.kind === 'TupleExpression') for (const { expression } of node.elements) bindParts(expression, scope);
  else if (node.kind !== 'DeclarationExpression') bindValue(node, scope);
  else settleDesignation(node.designation, isVar(node.type) ? UNKNOWN : resolveType(node.type, scope), scope);
}

/** Gives the variables that a designation names their type. */
export function settleDesignation(designation: Designation, type: Type, scope: Scope): void {
  if (designation.kind === 'ParenthesizedDesignation') for (const part of designation.variables) settleDesignation(part, UNKNOWN, scope);
  if (designation.kind !== 'SingleDesignation') return;
  const declared = scope.declaredAt(designation.name, designation.span);
  if (declared?.kind !== 'local') return;
  declared.type = type;
  scope.binding.transcript.locals.set(designation, declared);
}
