/** Gives a value the type that its place wants, or says why it cannot. Source: C# specification, 10.2 Implicit conversions. */
import type { Type } from '../../../catalog/expressions/type.js';
import type { Expression } from '../../../syntax/csharp/ast.js';
import { explicitConversion, implicitConversion } from '../types/conversions.js';
import { displayOperand, displayType } from '../types/display.js';
import { containsUnknown, isUnknown } from '../types/identity.js';
import { integralOf, isNonNullableValueType } from '../types/kinds.js';
import { delegateInvoke } from '../types/lookup-members.js';
import { integerOf } from '../types/numeric.js';
import type { Operand } from './bind-expression.js';
import type { BoundLambda, BoundMethods, BoundValue } from './bound.js';
import { type ExpressionProblem, problem } from './problem.js';
import type { Scope } from './scope.js';

/** Reports at the expression when it does not convert by itself to the type; a lambda's body counts from here on. */
export function convert(operand: Operand, to: Type, node: Expression, scope: Scope): void {
  if (operand.kind === 'lambda') {
    convertLambda(operand, to, node, scope);
    return;
  }
  if (operand.kind === 'throw' || isUnknown(to) || implicitConversion(operand, to) !== undefined) return;
  const found = conversionProblem(operand, to, node);
  if (found !== undefined) scope.binding.report(found);
}

/** Why there is no implicit conversion; undefined where too little is known to say so. */
function conversionProblem(operand: Exclude<Operand, BoundLambda>, to: Type, { span }: Expression): ExpressionProblem | undefined {
  switch (operand.kind) {
    case 'null':
    case 'default':
      return isNonNullableValueType(to) ? problem('CS0037', span, `null is no ${displayType(to)}`, `write default(${displayType(to)}), or a value`) : undefined;
    case 'method-group':
      return methodGroupProblem(operand, to, span);
    case 'value':
      return valueProblem(operand, to, span);
    default:
      return undefined;
  }
}

function methodGroupProblem({ name, node }: BoundMethods, to: Type, span: Expression['span']): ExpressionProblem | undefined {
  if (delegateInvoke(to) !== undefined) return containsUnknown(to) ? undefined : problem('CS0123', span, `the method "${name}" does not fit ${displayType(to)}`);
  const place = node.kind === 'MemberAccessExpression' ? node.name.span : span;
  return problem('CS0428', place, `"${name}" is a method and no ${displayType(to)}`, `call it: ${name}(…)`);
}

function valueProblem(operand: BoundValue, to: Type, span: Expression['span']): ExpressionProblem | undefined {
  if (containsUnknown(operand.type) || containsUnknown(to)) return undefined;
  const from = displayOperand(operand);
  const target = displayType(to);
  const number = integralOf(operand.type) === 'int' ? integerOf(operand.constant) : undefined;
  const integral = integralOf(to);
  if (number !== undefined && integral !== undefined && integral !== 'char') return problem('CS0031', span, `the number ${number} does not fit into ${target}`);
  if (explicitConversion(operand, to) !== undefined) {
    return problem('CS0266', span, `${aOrAn(from)} is not taken for ${aOrAn(target)} by itself`, `write the conversion: (${target})…`);
  }
  return problem('CS0029', span, `${aOrAn(from)} is no ${target}, and there is no conversion between them`, hintFor(from, target));
}

/** What to write where the value is wanted as the type, and does not become it by itself. */
export function conversionHint(operand: BoundValue, to: Type): string | undefined {
  const target = displayType(to);
  return explicitConversion(operand, to) === undefined ? hintFor(displayOperand(operand), target) : `write the conversion: (${target})…`;
}

function hintFor(from: string, to: string): string | undefined {
  if (to === 'string') return 'append .ToString()';
  if (from === 'string' && PARSED.has(to)) return `read it from the text: ${to}.Parse(…)`;
  return undefined;
}

const PARSED: ReadonlySet<string> = new Set(['bool', 'int', 'long', 'double', 'decimal', 'System.Guid', 'System.DateTime', 'System.TimeSpan']);

function aOrAn(type: string): string {
  return /^[aeio]/iu.test(type) ? `an ${type}` : `a ${type}`;
}

function convertLambda(lambda: BoundLambda, to: Type, node: Expression, scope: Scope): void {
  const invoke = delegateInvoke(to);
  const place = arrowSpan(node);
  if (invoke === undefined) {
    if (!isUnknown(to)) scope.binding.report(problem('CS1660', place, `a lambda is no ${displayType(to)}`));
    lambda.complete(undefined, undefined);
    return;
  }
  const wanted = invoke.parameters.map(({ type }) => type);
  if (lambda.parameterCount !== undefined && lambda.parameterCount !== wanted.length) {
    scope.binding.report(problem('CS1593', place, `this function has ${lambda.parameterCount} parameters, where ${displayType(to)} has ${wanted.length}`));
    lambda.complete(undefined, undefined);
    return;
  }
  lambda.complete(wanted, invoke.returnType);
}

/** From the parameters to the body, where the compiler says what is wrong with a lambda as a whole. */
export function arrowSpan(node: Expression): Expression['span'] {
  if (node.kind !== 'LambdaExpression') return node.span;
  const last = node.parameters.at(-1);
  return { start: last === undefined ? node.span.start : last.span.end, end: node.body.span.start };
}
