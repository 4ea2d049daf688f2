/** Loops. Source: C# specification, 13.9 Iteration statements. */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { DoStatement, ForEachStatement, ForStatement, WhileStatement } from '../../../syntax/csharp/ast.js';
import { explicitConversion } from '../types/conversions.js';
import { displayOperand, displayType } from '../types/display.js';
import { containsUnknown, isNamed, isUnknown } from '../types/identity.js';
import { isKeyword } from '../types/kinds.js';
import { special } from '../types/core.js';
import { lookupMembers, membersAreKnown } from '../types/lookup-members.js';
import { allInterfaces } from '../types/supertypes.js';
import { settleDesignation } from './bind-assignment.js';
import { type Operand, bindValue } from './bind-expression.js';
import { bindBody, bindCondition } from './bind-statement.js';
import { bindVariables } from './bind-variables.js';
import { value } from './bound.js';
import { declareExpressionVariables, declareVariables, localOf } from './declared-names.js';
import { problem } from './problem.js';
import { isVar, resolveType } from './resolve-type.js';
import type { Scope } from './scope.js';

export function bindWhile({ condition, body }: WhileStatement, outer: Scope): void {
  const scope = outer.inner();
  declareExpressionVariables(condition, scope);
  bindCondition(condition, scope);
  bindBody(body, scope);
}

export function bindDo({ condition, body }: DoStatement, outer: Scope): void {
  bindBody(body, outer);
  const scope = outer.inner();
  declareExpressionVariables(condition, scope);
  bindCondition(condition, scope);
}

export function bindFor({ declaration, initializers, condition, incrementors, body }: ForStatement, outer: Scope): void {
  const scope = outer.inner();
  if (declaration !== undefined) {
    declareVariables(declaration, scope, 'variable');
    bindVariables(declaration, 'variable', scope);
  }
  for (const initializer of initializers) {
    declareExpressionVariables(initializer, scope);
    bindValue(initializer, scope);
  }
  const round = scope.inner();
  if (condition !== undefined) {
    declareExpressionVariables(condition, round);
    bindCondition(condition, round);
  }
  for (const incrementor of incrementors) bindValue(incrementor, round);
  bindBody(body, round);
}

export function bindForEach({ type: node, variable, expression, body, span }: ForEachStatement, outer: Scope): void {
  const scope = outer.inner();
  declareExpressionVariables(expression, scope);
  const element = elementType(bindValue(expression, scope), expression.span, scope);
  const inner = scope.inner();
  declareDesignation(variable, inner);
  const written = isVar(node) ? undefined : resolveType(node, scope);
  settleDesignation(variable, written ?? element, inner);
  if (written !== undefined && !isUnknown(written) && !containsUnknown(element) && explicitConversion(value(element), written) === undefined) {
    const keyword = { start: span.start, end: span.start + 'foreach'.length };
    scope.binding.report(problem('CS0030', keyword, `the elements are of type ${displayType(element)}, and there is no conversion to ${displayType(written)}`, 'write var'));
  }
  bindBody(body, inner);
}

function declareDesignation(designation: ForEachStatement['variable'], scope: Scope): void {
  if (designation.kind === 'SingleDesignation') scope.declare(localOf(designation, 'foreach variable'));
  if (designation.kind === 'ParenthesizedDesignation') for (const part of designation.variables) declareDesignation(part, scope);
}

/** What a foreach over the value goes through. */
function elementType(operand: Operand, span: ForEachStatement['span'], scope: Scope): Type {
  if (operand.kind === 'value') {
    if (isUnknown(operand.type)) return UNKNOWN;
    const element = enumerated(operand.type);
    if (element !== undefined) return element;
    if (!membersAreKnown(operand.type) || containsUnknown(operand.type)) return UNKNOWN;
  }
  scope.binding.report(operand.kind === 'null'
    ? problem('CS0186', span, 'foreach cannot go through null')
    : problem(operand.kind === 'method-group' || operand.kind === 'lambda' ? 'CS0446' : 'CS1579', span, `foreach cannot go through a ${displayOperand(operand)}: it is no collection`));
  return UNKNOWN;
}

/** By GetEnumerator and Current, else by IEnumerable<T>, else by IEnumerable; undefined when it is no collection. */
function enumerated(type: Type): Type | undefined {
  if (type.kind === 'array') return type.element;
  const [current] = lookupMembers(type, 'GetEnumerator').flatMap((method) =>
    (method.kind === 'method' && !method.isStatic && method.parameters.length === 0 ? lookupMembers(method.returnType, 'Current') : []));
  if (current?.kind === 'property' && !isInterfaceOnly(type)) return current.type;
  const generic = [type, ...allInterfaces(type)].find((one) => isNamed(one, 'System.Collections.Generic.IEnumerable', 1));
  if (generic?.kind === 'named') return generic.typeArguments[0];
  if (current?.kind === 'property') return current.type;
  return allInterfaces(type).some((one) => isNamed(one, 'System.Collections.IEnumerable')) ? special('object') : undefined;
}

/** Of an interface several GetEnumerator may be inherited; the generic one counts. */
function isInterfaceOnly(type: Type): boolean {
  return type.kind === 'named' && type.definition.kind === 'interface' && !isKeyword(type, 'string');
}
