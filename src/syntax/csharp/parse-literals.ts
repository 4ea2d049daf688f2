/** Literals and interpolated strings. Source: C# specification, 6.4.5 Literals and 12.8.3 Interpolated string expressions. */
import type { Expression, Interpolation, InterpolatedText, LiteralExpression } from './ast.js';
import { numberValue } from './number-value.js';
import { parseExpression } from './parse-expressions.js';
import * as problem from './parse-problems.js';
import { unescapeBraces, unescapeRegular, unescapeVerbatim } from './string-escapes.js';
import type { InterpolationHole, Token } from './token.js';
import type { TokenCursor } from './token-cursor.js';

/** Takes a number, string, character, `true`, `false` or `null`. */
export function parseLiteral(cursor: TokenCursor): LiteralExpression {
  const token = cursor.next();
  const constant = constantOf(token);
  if (constant === undefined) {
    cursor.report(problem.numberTooLarge(token));
    return literal(cursor, token, { type: 'ulong', value: 0n });
  }
  return literal(cursor, token, constant);
}

type Constant = Pick<LiteralExpression, 'type' | 'value'>;

function literal(cursor: TokenCursor, token: Token, { type, value }: Constant): LiteralExpression {
  return { kind: 'LiteralExpression', type, value, raw: token.text, span: cursor.spanFrom(token.start) };
}

function constantOf(token: Token): Constant | undefined {
  switch (token.kind) {
    case 'number':
      return numberValue(token.text);
    case 'string':
      return { type: 'string', value: stringValue(token.text) };
    case 'char':
      return { type: 'char', value: unescapeRegular(inner(token.text, "'", 1)).value };
    default:
      return token.text === 'null' ? { type: 'null', value: null } : { type: 'bool', value: token.text === 'true' };
  }
}

function stringValue(raw: string): string {
  if (raw.startsWith('@')) return unescapeVerbatim(inner(raw, '"', 2));
  if (raw.startsWith('"""')) return inner(raw, '"""', 3);
  return unescapeRegular(inner(raw, raw.charAt(0), 1)).value;
}

/** The text without the `start` characters before it and the quote behind it, if the literal is closed. */
function inner(raw: string, quote: string, start: number): string {
  return raw.slice(start, raw.length >= start + quote.length && raw.endsWith(quote) ? -quote.length : undefined);
}

export function parseInterpolatedString(cursor: TokenCursor): Expression {
  const token = cursor.next();
  const verbatim = token.text.startsWith('$@') || token.text.startsWith('@');
  const parts = (token.parts ?? []).map((part): InterpolatedText | Interpolation => {
    if (part.kind === 'hole') return parseHole(cursor, token, part);
    const raw = token.text.slice(part.start - token.start, part.end - token.start);
    const text = unescapeBraces(verbatim ? unescapeVerbatim(raw) : unescapeRegular(raw).value);
    return { kind: 'InterpolatedText', text, raw, span: { start: part.start, end: part.end } };
  });
  return { kind: 'InterpolatedStringExpression', verbatim, parts, span: cursor.spanFrom(token.start) };
}

function parseHole(outer: TokenCursor, string: Token, hole: InterpolationHole): Interpolation {
  const cursor = outer.forHole(hole.tokens);
  const expression = parseExpression(cursor);
  const alignment = cursor.accept(',') ? { alignment: parseExpression(cursor) } : {};
  if (!cursor.atEnd && !cursor.recovering) cursor.fail(problem.behindExpression(cursor.token));
  const { format } = hole;
  return {
    kind: 'Interpolation',
    expression,
    ...alignment,
    ...(format === undefined ? {} : { format: string.text.slice(format.start - string.start, format.end - string.start) }),
    span: { start: hole.start, end: hole.end },
  };
}
