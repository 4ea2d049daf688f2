/** Arguments of calls, and what a failed choice among overloads is reported as. */
import type { Type } from '../../../catalog/expressions/type.js';
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Argument, Expression } from '../../../syntax/csharp/ast.js';
import type { Span } from '../../../syntax/text/position.js';
import type { ArgumentOperand } from '../types/operand.js';
import { type Operand, bindValue } from './bind-expression.js';
import { arrowSpan, convert } from './convert.js';
import { problem } from './problem.js';
import { isVar, resolveType } from './resolve-type.js';
import type { Local, Scope } from './scope.js';

/** An argument whose value is bound but not yet converted. */
export interface BoundArgument extends ArgumentOperand {
  readonly operand: Operand;
  readonly node: Argument;
  /** Declared by `out var x`: gets its type from the parameter. */
  readonly declares?: Local;
}

export function bindArguments(nodes: readonly Argument[], scope: Scope): BoundArgument[] {
  return nodes.map((node) => bindArgument(node, scope));
}

function bindArgument(node: Argument, scope: Scope): BoundArgument {
  const named = node.name === undefined ? {} : { name: node.name.name };
  const modifier = node.modifier === 'ref' || node.modifier === 'out' ? { modifier: node.modifier } : {};
  const { expression } = node;
  if (expression.kind !== 'DeclarationExpression') {
    const operand = bindValue(expression, scope);
    if (node.modifier !== undefined) reportUnlessVariable(operand, expression, scope);
    return { ...named, ...modifier, operand, node };
  }
  const type = isVar(expression.type) ? undefined : resolveType(expression.type, scope);
  const local = declaredLocal(expression.designation, scope);
  if (local !== undefined) local.type = type ?? UNKNOWN;
  const declares = local === undefined || type !== undefined ? {} : { declares: local };
  return { ...named, ...modifier, operand: { kind: 'out-var', ...(type === undefined ? {} : { type }) }, node, ...declares };
}

function declaredLocal(designation: Extract<Expression, { kind: 'DeclarationExpression' }>['designation'], scope: Scope): Local | undefined {
  if (designation.kind !== 'SingleDesignation') return undefined;
  const declared = scope.declaredAt(designation.name, designation.span);
  if (declared?.kind !== 'local') return undefined;
  scope.binding.transcript.locals.set(designation, declared);
  return declared;
}

function reportUnlessVariable(operand: Operand, { span, kind }: Expression, scope: Scope): void {
  if (operand.kind === 'value' && (operand.target?.kind === 'variable' || operand.type.kind === 'unknown')) return;
  if (kind === 'IdentifierName' && operand.kind === 'value' && operand.target?.kind === 'refused') return;
  scope.binding.report(problem('CS1510', span, 'only a variable can be passed with ref or out'));
}

/** Makes the arguments count once the method is chosen: variables get their types, lambdas theirs. */
export function completeArguments(bound: readonly BoundArgument[], parameterTypeOf: (index: number) => Type | undefined, scope: Scope): void {
  bound.forEach(({ operand, node, declares }, index) => {
    const type = parameterTypeOf(index) ?? UNKNOWN;
    if (declares !== undefined) declares.type = type;
    if (operand.kind === 'lambda') convert(operand, type, node.expression, scope);
  });
}

/** After a failed call: what the lambdas hold is reported as far as it does not depend on their parameters. */
export function abandonArguments(bound: readonly BoundArgument[]): void {
  for (const { operand } of bound) if (operand.kind === 'lambda') operand.complete(undefined, undefined);
}

/** The place the compiler gives for an argument: a lambda's arrow, otherwise the value behind `out`. */
export function argumentSpan({ node }: BoundArgument): Span {
  return arrowSpan(node.expression);
}
