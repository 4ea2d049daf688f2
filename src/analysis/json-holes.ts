/** The places in JSON made by joining texts where a value is put between quotes. */
import type { BinaryExpression, Expression, InterpolatedStringExpression, Statement } from '../syntax/csharp/ast.js';
import { descendants } from './syntax-search.js';
import { withoutParentheses } from './unwrap.js';

/** A text as written, or what is put behind it. */
type Part = string | Expression;

/** What stands inside of a JSON string in `"{\"name\":\"" + value + "\"}"` and `$"{{\"name\":\"{value}\"}}"`, anywhere in the code. */
export function jsonHoles(code: Expression | Statement): Expression[] {
  const nodes = [...descendants(code)];
  // Each joining once, from its outermost `+`.
  const joinings = nodes.filter(isJoining);
  const inner = new Set<Expression>(joinings.flatMap(({ left, right }) => [withoutParentheses(left), withoutParentheses(right)]));
  const interpolated = nodes.filter((node): node is InterpolatedStringExpression => node.kind === 'InterpolatedStringExpression' && !inner.has(node));
  const found = [...joinings.filter((node) => !inner.has(node)), ...interpolated].flatMap((node) => holesOf(partsOf(node)));
  return found.sort((one, other) => one.span.start - other.span.start);
}

function isJoining(node: Expression | Statement): node is BinaryExpression {
  return node.kind === 'BinaryExpression' && node.operator === '+';
}

/** In the order they are joined; long joinings are deep on the left. */
function partsOf(expression: Expression): Part[] {
  const parts: Part[] = [];
  const pending = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const bare = withoutParentheses(node);
    if (isJoining(bare)) pending.push(bare.right, bare.left);
    else if (bare.kind === 'LiteralExpression' && typeof bare.value === 'string') parts.push(bare.value);
    else if (bare.kind === 'InterpolatedStringExpression') parts.push(...bare.parts.map((part) => (part.kind === 'Interpolation' ? part.expression : part.text)));
    else parts.push(bare);
  }
  return parts;
}

/** `{ "name"`, `[{ "name"`: JSON from its start. */
const STARTS_JSON = /^\s*[[{]\s*["[{]/u;

/** `"name": "`: inside of JSON, wherever that started. */
const OPENS_VALUE = /"\s*:\s*"$/u;

function holesOf(parts: readonly Part[]): Expression[] {
  const holes: Expression[] = [];
  const [first] = parts;
  const isJson = typeof first === 'string' && STARTS_JSON.test(first);
  let isOpen = false;
  let before = '';
  for (const part of parts) {
    if (typeof part !== 'string') {
      if ((isJson && isOpen) || OPENS_VALUE.test(before)) holes.push(part);
      before = '';
      continue;
    }
    if (countQuotes(part) % 2 === 1) isOpen = !isOpen;
    before += part;
  }
  return holes;
}

/** Those that begin or end a JSON string. */
function countQuotes(text: string): number {
  return text.replaceAll(/\\./gsu, '').split('"').length - 1;
}
