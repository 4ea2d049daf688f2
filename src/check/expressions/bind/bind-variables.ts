/** Declarations of variables and constants. Source: C# specification, 13.6 Declaration statements. */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { Expression, TypeNode, VariableDeclaration, VariableDeclarator } from '../../../syntax/csharp/ast.js';
import { displayType } from '../types/display.js';
import { isUnknown } from '../types/identity.js';
import { isVoid, keywordOf } from '../types/kinds.js';
import { bindArrayElements } from './bind-creation.js';
import { type Operand, bindValue } from './bind-expression.js';
import { convert } from './convert.js';
import { problem } from './problem.js';
import { isVar, resolveType } from './resolve-type.js';
import type { Local, Scope } from './scope.js';

/** Gives the variables, which their scope knows already, their types. */
export function bindVariables({ type: node, variables, span }: VariableDeclaration, role: Local['role'], scope: Scope): void {
  const written = isVar(node) ? undefined : resolveType(node, scope);
  if (written === undefined && variables.length > 1) scope.binding.report(problem('CS0819', span, '"var" declares one variable', 'write one declaration for each, or the type instead of var'));
  for (const declarator of variables) bindVariable(declarator, written, role, node, scope);
}

function bindVariable(declarator: VariableDeclarator, written: Type | undefined, role: Local['role'], node: TypeNode, scope: Scope): void {
  const declared = scope.declaredAt(declarator.name.name, declarator.name.span);
  const local = declared?.kind === 'local' ? declared : undefined;
  if (local !== undefined) scope.binding.transcript.locals.set(declarator, local);
  if (written === undefined) {
    const type = inferredType(declarator, scope);
    if (local !== undefined) local.type = type;
    return;
  }
  if (isVoid(written)) scope.binding.report(problem('CS1547', node.span, 'a variable cannot be of type void'));
  if (local !== undefined) local.type = written;
  const { initializer } = declarator;
  if (initializer === undefined) {
    if (role === 'constant') scope.binding.report(problem('CS0145', declarator.name.span, 'a constant needs a value'));
    return;
  }
  if (initializer.kind === 'InitializerExpression') {
    initializeArray(initializer, written, scope);
    return;
  }
  const operand = bindValue(initializer, scope);
  convert(operand, written, initializer, scope);
  if (role === 'constant') settleConstant(local, operand, initializer, scope);
}

function initializeArray(initializer: Extract<Expression, { readonly kind: 'InitializerExpression' }>, type: Type, scope: Scope): void {
  if (type.kind === 'array') bindArrayElements(initializer, type, scope);
  else if (!isUnknown(type)) scope.binding.report(problem('CS0622', initializer.span, `{ } alone gives an array, and a ${displayType(type)} is wanted`, 'write new … { … }'));
}

/** The type that `var` stands for. */
function inferredType({ name, initializer, span }: VariableDeclarator, scope: Scope): Type {
  if (initializer === undefined) {
    scope.binding.report(problem('CS0818', name.span, '"var" takes its type from the value, and there is none', 'assign a value, or write the type instead of var'));
    return UNKNOWN;
  }
  if (initializer.kind === 'InitializerExpression') {
    scope.binding.report(problem('CS0820', span, '{ } alone has no type for "var"', 'write new[] { … }'));
    return UNKNOWN;
  }
  const operand = bindValue(initializer, scope);
  if (operand.kind === 'value' && !isVoid(operand.type)) return operand.type;
  reportUntyped(operand, span, initializer, scope);
  return UNKNOWN;
}

function reportUntyped(operand: Operand, span: Expression['span'], initializer: Expression, scope: Scope): void {
  if (operand.kind === 'lambda') {
    operand.complete(undefined, undefined);
    scope.binding.report(problem('CS8107', initializer.span, 'a lambda has no type for "var" in C# 7', 'write a local function'));
  } else if (operand.kind === 'method-group') {
    scope.binding.report(problem('CS8107', initializer.span, `"${operand.name}" is a method, which has no type for "var" in C# 7`, `call it: ${operand.name}(…)`));
  } else if (operand.kind === 'null') scope.binding.report(problem('CS0815', span, 'null has no type for "var"', 'write the type instead of var'));
  else if (operand.kind === 'value') scope.binding.report(problem('CS0815', span, 'the method gives nothing that a variable could hold', 'call it without assigning'));
}

const NEVER_CONSTANT: ReadonlySet<string> = new Set<Expression['kind']>([
  'InvocationExpression', 'ObjectCreationExpression', 'ElementAccessExpression', 'InterpolatedStringExpression', 'ConditionalAccessExpression', 'ArrayCreationExpression',
]);

/** Says that a value is none of a constant where that is sure, since not everything that is one is computed here. */
function settleConstant(local: Local | undefined, operand: Operand, initializer: Expression, scope: Scope): void {
  if (operand.kind === 'value' && operand.constant !== undefined && local !== undefined) local.constant = asTyped(operand.constant, local.type);
  const isVariable = operand.kind === 'value' && operand.target !== undefined && operand.target.kind !== 'refused';
  const isComputed = NEVER_CONSTANT.has(initializer.kind) || (initializer.kind === 'MemberAccessExpression' && operand.kind === 'value' && operand.target !== undefined && operand.constant === undefined);
  if (operand.kind === 'value' && operand.constant === undefined && !isUnknown(operand.type) && (isVariable || isComputed)) {
    scope.binding.report(problem('CS0133', initializer.span, 'the value of a constant must be known when the policy is saved', 'remove const'));
  }
}

/** A whole number that a constant of another number type takes. */
function asTyped(constant: NonNullable<Local['constant']> | null, type: Type | undefined): Local['constant'] {
  const keyword = type === undefined ? undefined : keywordOf(type);
  return typeof constant === 'bigint' && (keyword === 'double' || keyword === 'float' || keyword === 'decimal') ? Number(constant) : constant;
}
