/** The policy expressions in a decoded text. */
import { expressionEnd } from '../csharp/expression-extent.js';
import type { Span } from '../text/position.js';
import { startsExpression } from './expression-start.js';

/** Each failed search reads to the end of the text. */
const MOST_UNCLOSED = 8;

/** Where closed expressions stand in a text, in order, `@(` and `)` included. */
export function expressionSpans(text: string): Span[] {
  const spans: Span[] = [];
  let unclosed = 0;
  for (let at = text.indexOf('@'); at !== -1 && unclosed < MOST_UNCLOSED; ) {
    const end = startsExpression(text, at) ? expressionEnd(text, at) : undefined;
    if (end === undefined) {
      if (startsExpression(text, at)) unclosed++;
      at = text.indexOf('@', at + 1);
    } else {
      spans.push({ start: at, end });
      at = text.indexOf('@', end);
    }
  }
  return spans;
}
