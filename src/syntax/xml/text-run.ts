/** Where a run of text ends in raw policy XML, where expressions in it may hold `<`. */
import type { Span } from '../text/position.js';
import { isNameStart, skipSpace } from './characters.js';
import { expressionExtent, mixesEncodings, nextExpressionStart } from './expression-extent.js';
import { bareLessThan, mixedEncoding, unclosedExpression } from './problems.js';
import type { Scan } from './scan.js';

export interface TextRun {
  readonly end: number;
  readonly expressions: readonly Span[];
}

/** How many end tags an expression without end is searched for its element's. */
const MOST_END_TAGS = 50;

/** The run of text that starts at `start` inside `<element>` (undefined at the top). Reports what is wrong with it. */
export function readTextRun(scan: Scan, start: number, element: string | undefined): TextRun {
  const { text } = scan;
  const expressions: Span[] = [];
  let from = start;
  let lessThan = scan.lessThan.from(start);
  for (;;) {
    const at = nextExpressionStart(scan, from, lessThan);
    if (at !== undefined) {
      const isWhole = skipSpace(text, start) === at;
      const end = expressionExtent(scan, at, lessThan);
      if (end !== undefined && isPlausible(scan, { start: at, end }, element, isWhole)) {
        expressions.push({ start: at, end });
        from = end;
        lessThan = scan.lessThan.from(end);
      } else if (isWhole) {
        scan.report(unclosedExpression({ start: at, end: at + 2 }, text.slice(at, at + 2)));
        const stop = endTagOf(scan, at, element);
        return { end: stop, expressions: [{ start: at, end: stop }] };
      } else {
        from = at + 1;
      }
      continue;
    }
    if (lessThan >= text.length || startsMarkup(text, lessThan)) break;
    scan.report(bareLessThan({ start: lessThan, end: lessThan + 1 }));
    from = lessThan + 1;
    lessThan = scan.lessThan.from(from);
  }
  for (const expression of expressions) {
    if (scan.hasAmpersand(expression) && mixesEncodings(text, expression, undefined)) scan.report(mixedEncoding(expression));
  }
  return { end: lessThan, expressions };
}

function startsMarkup(text: string, lessThan: number): boolean {
  const next = text[lessThan + 1];
  return next === '/' || next === '!' || next === '?' || isNameStart(text, lessThan + 1);
}

/** An expression that swallows its own element's end tag is one only when it is the whole text and the end tag follows it too. */
function isPlausible(scan: Scan, expression: Span, element: string | undefined, isWhole: boolean): boolean {
  if (element === undefined) return true;
  const endTag = `</${element}`;
  if (isWhole && scan.text.startsWith(endTag, skipSpace(scan.text, expression.end))) return true;
  for (let at = scan.endTag.from(expression.start); at < expression.end; at = scan.endTag.from(at + 1)) {
    if (scan.text.startsWith(endTag, at)) return false;
  }
  return true;
}

/** The end tag of the element an unclosed expression stands in: its own when it is near, else the next one. */
function endTagOf(scan: Scan, start: number, element: string | undefined): number {
  const first = scan.endTag.from(start);
  let at = first;
  for (let count = 0; count < MOST_END_TAGS && at < scan.text.length; count++) {
    if (element !== undefined && scan.text.startsWith(`</${element}`, at)) return at;
    at = scan.endTag.from(at + 1);
  }
  return first;
}
