/** Unary and binary operators, `??`. Source: C# specification, 12.9 Unary operators to 12.15 The null coalescing operator. */
import { UNKNOWN, coreType } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { BinaryExpression, BinaryOperator, PostfixUnaryExpression, PrefixUnaryExpression } from '../../../syntax/csharp/ast.js';
import { resolveCoalesce } from '../types/coalesce.js';
import { displayOperand } from '../types/display.js';
import { isUnknown } from '../types/identity.js';
import { nullableUnderlying } from '../types/kinds.js';
import { resolveBinaryOperator, resolveUnaryOperator } from '../types/operators.js';
import { type Operand, bindValue } from './bind-expression.js';
import { type Bound, type BoundValue, value } from './bound.js';
import { convert } from './convert.js';
import { type Folded, foldBinary, foldPrefix } from './constant.js';
import { failed, problem } from './problem.js';
import type { Scope } from './scope.js';

/** Chains such as `"a" + b + "c" + …` are long and lean to the left: they are bound from their left end without going deeper. */
export function bindBinary(node: BinaryExpression, scope: Scope): Bound {
  const chain: BinaryExpression[] = [node];
  for (let { left } = node; left.kind === 'BinaryExpression'; { left } = left) chain.push(left);
  const innermost = chain.at(-1) ?? node;
  let left = bindValue(innermost.left, scope);
  for (const link of chain.reverse()) {
    const right = bindValue(link.right, scope);
    left = link.operator === '??' ? coalesce(link, left, right, scope) : applyBinary(link, left, right, scope);
    if (left.kind === 'value' && typeof left.constant === 'boolean') scope.binding.transcript.constants.set(link, left.constant);
  }
  return left;
}

function applyBinary(node: BinaryExpression, left: Operand, right: Operand, scope: Scope): BoundValue {
  const { operator } = node;
  const result = operator === '??' ? undefined : resolveBinaryOperator(operator, left, right);
  if (result?.kind === 'failed') scope.binding.report(failed(result, node.span, operatorHint(operator, left, right)));
  if (result?.kind !== 'resolved') return value(COMPARING.has(operator) ? coreType('bool') : UNKNOWN);
  const { type } = result;
  if (left.kind !== 'value' || right.kind !== 'value') return value(type);
  return withConstant(node.span, type, foldBinary(operator, left, right, type), scope);
}

const COMPARING: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['==', '!=', '<', '>', '<=', '>=', '&&', '||']);

/** What to write when an operator does not take these operands. */
export function operatorHint(operator: string, left: Operand, right: Operand): string | undefined {
  const names = new Set([displayOperand(left), displayOperand(right)]);
  if ((operator === '==' || operator === '!=') && names.has('string')) {
    if (names.has('char')) return "a single character is 'x', a text \"x\": write both the same way";
    return names.has('int') || names.has('bool') || names.has('long') ? 'compare with a value of the same type, without quotes' : 'compare texts: append .ToString() to the other side';
  }
  return names.has('object') ? 'say what the object is: (string)…, (int)…, or .ToString()' : undefined;
}

function withConstant(span: BinaryExpression['span'], type: Type, folded: Folded, scope: Scope): BoundValue {
  if (folded === 'overflow' && !scope.binding.isUnchecked) scope.binding.report(problem('CS0220', span, 'the result does not fit into its type', 'write a long, with an L behind one of the numbers'));
  if (folded === 'division by zero') scope.binding.report(problem('CS0020', span, 'this divides by zero'));
  return typeof folded === 'object' ? value(type, folded.constant) : value(type);
}

function coalesce(node: BinaryExpression, left: Operand, right: Operand, scope: Scope): Operand {
  const result = resolveCoalesce(left, right);
  if (result.kind === 'failed') {
    const hint = node.right.kind === 'BinaryExpression' ? `?? comes after ${node.right.operator}: put brackets around what it is to join, (… ?? …)` : 'the values on both sides must have one type';
    scope.binding.report(failed(result, node.span, hint));
  }
  if (result.kind !== 'resolved') return value(UNKNOWN);
  if (right.kind === 'lambda') convert(right, result.type, node.right, scope);
  return value(result.type);
}

export function bindPrefix(node: PrefixUnaryExpression, scope: Scope): Bound {
  const operand = bindValue(node.operand, scope);
  if (node.operator === '++' || node.operator === '--') return step(node, operand, scope);
  const literal = smallestInteger(node, operand);
  if (literal !== undefined) return literal;
  const result = resolveUnaryOperator(node.operator, operand);
  if (result.kind === 'failed') scope.binding.report(failed(result, node.span, unaryHint(node.operator, operand)));
  if (result.kind !== 'resolved') return value(node.operator === '!' ? coreType('bool') : UNKNOWN);
  return operand.kind === 'value' ? withConstant(node.span, result.type, foldPrefix(node.operator, operand, result.type), scope) : value(result.type);
}

/** `-2147483648`, whose digits alone are too large for an int. */
function smallestInteger({ operator, operand: { kind, span }, span: { start } }: PrefixUnaryExpression, operand: Operand): Bound | undefined {
  if (operator !== '-' || kind !== 'LiteralExpression' || operand.kind !== 'value' || span.start !== start + 1) return undefined;
  if (operand.constant === 2n ** 31n) return value(coreType('int'), -(2n ** 31n));
  return operand.constant === 2n ** 63n ? value(coreType('long'), -(2n ** 63n)) : undefined;
}

function unaryHint(operator: string, operand: Operand): string | undefined {
  return operator === '!' && operand.kind === 'value' && nullableUnderlying(operand.type) === undefined ? 'compare instead: … == null, … == 0, string.IsNullOrEmpty(…)' : undefined;
}

export function bindPostfix(node: PostfixUnaryExpression, scope: Scope): Bound {
  return step(node, bindValue(node.operand, scope), scope);
}

/** `++` and `--`. */
function step(node: PrefixUnaryExpression | PostfixUnaryExpression, operand: Operand, scope: Scope): Bound {
  if (operand.kind === 'value' && isUnknown(operand.type)) return value(UNKNOWN);
  const target = operand.kind === 'value' ? operand.target : undefined;
  if (operand.kind !== 'value' || target === undefined) {
    scope.binding.report(problem('CS1059', node.operand.span, `"${node.operator}" needs a variable to change`));
    return value(UNKNOWN);
  }
  if (target.kind === 'refused') {
    scope.binding.report(problem(target.roslyn === 'CS0131' ? 'CS1059' : target.roslyn, node.operand.span, target.reason));
    return value(UNKNOWN);
  }
  const result = resolveUnaryOperator(node.operator, operand);
  if (result.kind === 'failed') scope.binding.report(failed(result, node.span));
  return value(result.kind === 'resolved' ? operand.type : UNKNOWN);
}
