/** Tells expressions from literal text. */
import { isBlank, skipSpace } from '../syntax/xml/characters.js';
import { startsExpression } from '../syntax/xml/expression-start.js';
import { expressionSpans } from '../syntax/xml/expression-spans.js';
import type { Span } from '../syntax/text/position.js';
import type { Origin } from './origin.js';
import type { PolicyValue } from './value.js';

/**
 * What a decoded attribute value or element text is. An expression that is never closed counts as literal text; the reader
 * reports it. Source: reference/expressions.md §1.
 * @param originOf the place of a stretch of `text`
 */
export function policyValue(text: string, originOf: (span: Span) => Origin): PolicyValue {
  const expressions = text.includes('@') ? expressionSpans(text) : [];
  const first = expressions[0];
  if (first === undefined || isLeftOpen(text, first)) return { kind: 'literal', text, originOf };
  if (!isBlank(text.slice(0, first.start)) || !isBlank(text.slice(first.end))) return { kind: 'mixed', text, originOf, expressions };
  return {
    kind: 'expression',
    text,
    originOf,
    form: text[first.start + 1] === '{' ? 'block' : 'expression',
    code: text.slice(first.start + 2, first.end - 1),
    codeStart: first.start + 2,
  };
}

/** Whether an expression starts the text and is never closed: the one that was found stands inside it. */
function isLeftOpen(text: string, { start }: Span): boolean {
  const opening = skipSpace(text, 0);
  return opening < start && startsExpression(text, opening);
}
