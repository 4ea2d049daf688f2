/** How far an expression reaches in raw policy XML, where it may hold quotes, `<` and `&` as they are. */
import { expressionEnd } from '../csharp/expression-extent.js';
import type { Span } from '../text/position.js';
import { decodeText } from './decode-text.js';
import { startsExpression } from './expression-start.js';
import { sourceOffset } from './node.js';
import type { Scan } from './scan.js';

/** The next place between two offsets where an expression may start. */
export function nextExpressionStart(scan: Scan, from: number, limit: number): number | undefined {
  for (let at = scan.at.from(from); at < limit; at = scan.at.from(at + 1)) {
    if (startsExpression(scan.text, at)) return at;
  }
  return undefined;
}

/**
 * The end of the expression at `start`, or undefined when it is never closed. `close` is where the value would end if it held
 * no expression. An expression that is whole before `close` once entities are decoded is an escaped one: lexing it undecoded
 * would trip over `&quot;}&quot;`. Else it is lexed as it stands, past `close`.
 */
export function expressionExtent(scan: Scan, start: number, close: number): number | undefined {
  const limit = scan.searchEnd(start);
  const near = Math.min(close, limit);
  const escaped = scan.hasAmpersand({ start, end: near }) ? escapedExtent(scan, { start, end: near }) : undefined;
  if (escaped !== undefined) return escaped;
  const end = expressionEnd(scan.text, start, limit);
  if (end === undefined) scan.countFailedSearch(start, limit);
  return end;
}

function escapedExtent(scan: Scan, span: Span): number | undefined {
  const decoded = decodeText(scan.text, span);
  const end = expressionEnd(decoded.text, 0);
  if (end === undefined) {
    scan.countFailedSearch(span.start, span.end);
    return undefined;
  }
  return sourceOffset(decoded, end);
}

/** Whether the expression in `span` holds both escaped and unescaped characters. */
export function mixesEncodings(text: string, span: Span, quote: string | undefined): boolean {
  const code = text.slice(span.start, span.end);
  return ESCAPED.test(code) && (code.includes('<') || (quote !== undefined && code.includes(quote)) || UNESCAPED_AMPERSAND.test(code));
}

const ESCAPED = /&(?:lt|gt|amp|quot|apos|#\d{1,8}|#x[0-9a-fA-F]{1,6});/;
const UNESCAPED_AMPERSAND = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,8}|#x[0-9a-fA-F]{1,6});)/;
