/** Tells well-formed XML from raw policy XML that only looks well-formed, as `<value>@("<a>" + x + "</a>")</value>` does. */
import { expressionEnd } from '../csharp/expression-extent.js';
import { skipSpace } from './characters.js';
import type { DecodedText } from './node.js';

/**
 * Whether a value or text of a document that was read as XML starts with an expression that does not end in it: then the markup
 * behind it may be part of its code. An `@` written as a reference starts none.
 */
export function cutsExpression(source: string, { text, span }: DecodedText): boolean {
  if (source[skipSpace(source, span.start)] !== '@') return false;
  const start = skipSpace(text, 0);
  return (text[start + 1] === '(' || text[start + 1] === '{') && expressionEnd(text, start) === undefined;
}
