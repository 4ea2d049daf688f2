/** Where an attribute's value ends in raw policy XML, also when its author forgot a quote or a bracket. */
import type { Span } from '../text/position.js';
import { isSpace, nameEnd, skipSpace } from './characters.js';
import { expressionExtent, mixesEncodings, nextExpressionStart } from './expression-extent.js';
import type { Scan } from './scan.js';
import { lessThanInValue, missingSpace, mixedEncoding, quoteInValue, unclosedExpression, unclosedValue } from './problems.js';

export interface ValueExtent {
  readonly end: number;
  /** Where reading goes on: behind the closing quote, if there is one. */
  readonly resume: number;
  /** Expressions in the value. */
  readonly expressions: readonly Span[];
}

/** The extent of the value that starts at `start`, behind the opening quote. Reports what is wrong with it. */
export function attributeValueExtent(scan: Scan, start: number, quote: '"' | "'", attribute: string): ValueExtent {
  const expressions: Span[] = [];
  const quotes = scan.quote(quote);
  let close = quotes.from(start);
  let from = start;
  let firstRaw: number | undefined;
  for (let at = nextExpressionStart(scan, from, close); at !== undefined; at = nextExpressionStart(scan, from, close)) {
    const end = expressionExtent(scan, at, close);
    if (end === undefined) {
      if (skipSpace(scan.text, start) === at) return unclosedExpressionExtent(scan, start, at, quote);
      from = at + 1;
      continue;
    }
    expressions.push({ start: at, end });
    from = end;
    if (end > close) {
      firstRaw ??= at;
      close = quotes.from(end);
    }
  }
  if (!closesValue(scan.text, close)) {
    if (firstRaw !== undefined) return unclosedExpressionExtent(scan, start, firstRaw, quote);
    return misquotedExtent(scan, start, close, quote, attribute, expressions);
  }
  reportInValue(scan, { start, end: close }, quote, attribute, expressions);
  return { end: close, resume: close + 1, expressions };
}

function reportInValue(scan: Scan, value: Span, quote: string, attribute: string, expressions: readonly Span[]): void {
  let from = value.start;
  for (const expression of [...expressions, { start: value.end, end: value.end }]) {
    const lessThan = scan.lessThan.from(from);
    if (lessThan < expression.start) {
      scan.report(lessThanInValue({ start: lessThan, end: lessThan + 1 }, attribute));
      break;
    }
    from = expression.end;
  }
  for (const expression of expressions) {
    if (scan.hasAmpersand(expression) && mixesEncodings(scan.text, expression, quote)) scan.report(mixedEncoding(expression));
  }
}

/** Whether what follows a quote can follow a value: the tag's end, or white space and another attribute. */
function closesValue(text: string, quote: number): boolean {
  if (quote >= text.length) return false;
  const next = skipSpace(text, quote + 1);
  if (endsTag(text, next) || next === text.length) return true;
  return next > quote + 1 && (startsAttribute(text, next) || text.startsWith('<', next));
}

function endsTag(text: string, offset: number): boolean {
  return text.startsWith('>', offset) || text.startsWith('/>', offset);
}

function startsAttribute(text: string, offset: number): boolean {
  const end = nameEnd(text, offset);
  return end > offset && text.startsWith('=', skipSpace(text, end));
}

/** An expression without end: the value goes on to the first quote that looks like the closing one, before the next line that starts with a tag. */
function unclosedExpressionExtent(scan: Scan, start: number, expression: number, quote: '"' | "'"): ValueExtent {
  const { text } = scan;
  scan.report(unclosedExpression({ start: expression, end: expression + 2 }, text.slice(expression, expression + 2)));
  const barrier = nextTagLine(scan, start);
  const quotes = scan.quote(quote);
  for (let close = quotes.from(start); close < barrier; close = quotes.from(close + 1)) {
    if (closesTagOrStartsAttribute(text, close)) return { end: close, resume: close + 1, expressions: [{ start: expression, end: close }] };
  }
  return { end: barrier, resume: barrier, expressions: [{ start: expression, end: barrier }] };
}

/** Stricter than `closesValue`: a `>` behind a string in C# is a comparison, so the tag's end must end its line or be followed by markup. */
function closesTagOrStartsAttribute(text: string, quote: number): boolean {
  if (!closesValue(text, quote)) return false;
  const next = skipSpace(text, quote + 1);
  if (text.startsWith('/>', next)) return true;
  if (!text.startsWith('>', next)) return true;
  const after = text.charAt(next + 1);
  return after === '' || after === '<' || after === '\n' || after === '\r';
}

/** The next `<` that stands first on its line, or the end of the text. */
function nextTagLine(scan: Scan, start: number): number {
  const { text } = scan;
  for (let at = scan.lessThan.from(start); at < text.length; at = scan.lessThan.from(at + 1)) {
    let before = at - 1;
    while (before > start && (text[before] === ' ' || text[before] === '\t')) before--;
    if (text[before] === '\n' || text[before] === '\r') return before + 1;
  }
  return text.length;
}

/** A literal value whose first quote cannot be the closing one: a quote too few, a quote too many, or no space behind it. */
function misquotedExtent(
  scan: Scan, start: number, close: number, quote: '"' | "'", attribute: string, expressions: readonly Span[],
): ValueExtent {
  const { text } = scan;
  const stop = unclosedValueEnd(text, start, close);
  if (stop !== undefined) {
    scan.report(unclosedValue({ start: start - 1, end: stop }, attribute));
    return { end: stop, resume: stop, expressions: expressions.filter(({ end }) => end <= stop) };
  }
  const next = nameEnd(text, close + 1);
  if (next > close + 1 && startsAttribute(text, close + 1)) {
    scan.report(missingSpace({ start: close + 1, end: next }, text.slice(close + 1, next)));
    return { end: close, resume: close + 1, expressions };
  }
  const quotes = scan.quote(quote);
  const lineEnd = endOfLine(text, close);
  for (let later = quotes.from(close + 1); later < lineEnd; later = quotes.from(later + 1)) {
    if (!closesValue(text, later)) continue;
    scan.report(quoteInValue({ start: close, end: close + 1 }, attribute));
    return { end: later, resume: later + 1, expressions };
  }
  return { end: close, resume: close + 1, expressions };
}

/** When the quote at `close` opens another attribute's value (`x="foo y="bar"`) or there is none: where the unclosed value ends. */
function unclosedValueEnd(text: string, start: number, close: number): number | undefined {
  let end = Math.min(close, text.length);
  if (close < text.length) {
    let before = close - 1;
    while (before > start && isSpace(text.charCodeAt(before))) before--;
    if (text[before] !== '=') return undefined;
    before--;
    while (before > start && isSpace(text.charCodeAt(before))) before--;
    const nameLast = before;
    while (before > start && !isSpace(text.charCodeAt(before))) before--;
    if (!isSpace(text.charCodeAt(before)) || nameEnd(text, before + 1) !== nameLast + 1) return undefined;
    end = before;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  }
  for (let offset = start; offset < end; offset++) {
    const character = text[offset];
    if (character === '>' || character === '<' || character === '\n' || character === '\r') return offset;
    if (character === '/' && text[offset + 1] === '>') return offset;
  }
  return end;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
