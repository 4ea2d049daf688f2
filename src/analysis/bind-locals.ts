/** Gives locals their values: by assignment, and by `TryParse`. */
import type { Expression } from '../syntax/csharp/ast.js';
import { type Local, type Locals, type TryParse, tryParseCall } from './locals.js';
import { isDeeperThan } from '../syntax/csharp/tree-depth.js';
import { constantOf } from './constant.js';
import { withoutParentheses } from './unwrap.js';

/** More locals than this are not followed, nor values deeper than that: looking one up in the other must not exhaust the stack. */
const MOST_LOCALS = 64;
const DEEPEST_VALUE = 64;

/** The locals when one of them has got a value. */
export function withValue(locals: Locals, name: string, value: Expression, valueLocals: Locals): Locals {
  const constant = constantOf(value, valueLocals);
  if (constant !== undefined) return withLocal(locals, name, { kind: 'constant', value: constant });
  return isDeeperThan(value, DEEPEST_VALUE) ? locals.without([name]) : withLocal(locals, name, { kind: 'value', expression: value, locals: valueLocals });
}

function withLocal(locals: Locals, name: string, local: Local): Locals {
  return locals.size >= MOST_LOCALS ? locals.without([name]) : locals.with([[name, local]]);
}

/**
 * The locals with the numbers that the expression's own `int.TryParse(text, out number)` calls give. A call that may be skipped counts
 * when it declares its variable: then C# lets nobody read the number where the call may have been skipped. A variable that two calls
 * fill, or that stood for something else before a call that may be skipped, is not known.
 */
export function withParsedNumbers(expression: Expression, locals: Locals): Locals {
  const calls = tryParseCalls(expression);
  if (calls.length === 0) return locals;
  const counts = new Map<string, number>();
  for (const { call } of calls) counts.set(call.name, (counts.get(call.name) ?? 0) + 1);
  const known = calls.filter(({ call, always }) => counts.get(call.name) === 1 && (always || call.declares));
  return locals.without(counts.keys()).with(known.map(({ call }): [string, Local] => [call.name, { kind: 'parsed', call, locals }]));
}

interface FoundCall {
  readonly call: TryParse;
  /** Whether it runs each time the expression does. */
  readonly always: boolean;
}

/** In the parts of the expression that conditions are made of; code elsewhere cannot be read for its numbers anyway. */
export function tryParseCalls(expression: Expression): FoundCall[] {
  const found: FoundCall[] = [];
  const pending: { readonly expression: Expression; readonly always: boolean }[] = [{ expression, always: true }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { always } = next;
    const inner = withoutParentheses(next.expression);
    switch (inner.kind) {
      case 'PrefixUnaryExpression':
        pending.push({ expression: inner.operand, always });
        break;
      case 'BinaryExpression': {
        const skips = inner.operator === '&&' || inner.operator === '||' || inner.operator === '??';
        pending.push({ expression: inner.right, always: always && !skips }, { expression: inner.left, always });
        break;
      }
      case 'ConditionalExpression':
        pending.push({ expression: inner.whenFalse, always: false }, { expression: inner.whenTrue, always: false }, { expression: inner.condition, always });
        break;
      case 'InvocationExpression': {
        const call = tryParseCall(inner);
        if (call !== undefined) found.push({ call, always });
        break;
      }
      default:
        break;
    }
  }
  return found;
}
