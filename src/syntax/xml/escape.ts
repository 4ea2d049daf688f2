/** Decoded text to policy XML, in either encoding, so that it reads back the same. */
import { expressionEnd } from '../csharp/expression-extent.js';
import { hasOpenLiteral } from '../csharp/open-literal.js';
import { startsExpression } from './expression-start.js';
import { expressionSpans } from './expression-spans.js';
import type { XmlElement, XmlEncoding } from './node.js';
import { parseRawXml, parseXml } from './parse-xml.js';

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;', '@': '&#64;',
};

/** What needs a reference. Line breaks and tabs in attributes: an XML parser would make them blanks, and `//` comments swallow code. */
const IN_XML_ATTRIBUTE = /[&<"\n\r\t]/g;
const IN_RAW_ATTRIBUTE = /[&<"\r]/g;
const IN_TEXT = /[&<\r]|(?<=\]\])>/g;

/** Something that would be decoded when written as it is. */
const LOOKS_LIKE_REFERENCE = /&(?:#|[A-Za-z])[^\s;&]{0,32};/;

/** How line breaks and tabs of attributes stand in `xml`. */
export type LineBreaks = 'reference' | 'literal';

export function escapeAttribute(value: string, encoding: XmlEncoding, lineBreaks: LineBreaks): string {
  if (encoding === 'xml') return escapedParts(value, lineBreaks === 'literal' ? IN_RAW_ATTRIBUTE : IN_XML_ATTRIBUTE, true);
  // An expression up to its first quote, if there is one, is code alone: cut there, it is seen to be cut.
  if (isPlainExpression(value) && /^[^"'/]*"|^[^"]*$/.test(value)) return value;
  return escapedRaw(value, IN_RAW_ATTRIBUTE, (written) =>
    [`<a b="${written}" />`, `<a b="${written}"></a>`].every((source) =>
      readsAs(source, ({ attributes: [attribute, ...others] }) => others.length === 0 && attribute?.value.text === value)));
}

/** @param element the element the text stands in, undefined at the top */
export function escapeText(text: string, encoding: XmlEncoding, element: string | undefined): string {
  if (encoding === 'xml') return escapedParts(text, IN_TEXT, true);
  if (element !== undefined && isPlainExpression(text) && !text.includes('<')) return text;
  const name = element ?? 'a';
  return escapedRaw(text, IN_TEXT, (written) =>
    readsAs(`<${name}>${written}</${name}>`, ({ children: [child, ...others] }) => others.length === 0 && child?.kind === 'text' && child.value.text === text));
}

/** Whether a value is one expression that reads back as it stands, wherever what is behind it cannot be taken for a part of it. */
function isPlainExpression(value: string): boolean {
  return startsExpression(value, 0) && expressionEnd(value, 0) === value.length && standsRaw(value) && !hasOpenLiteral(value.slice(2, -1));
}

/** Whether an expression may be written as it is. */
function standsRaw(expression: string): boolean {
  return !expression.includes('\r') && !LOOKS_LIKE_REFERENCE.test(expression);
}

function escaped(text: string, pattern: RegExp): string {
  return text.replace(pattern, referenceTo);
}

function referenceTo(character: string): string {
  return REFERENCES[character] ?? character;
}

/** Leaves expressions as they are where that reads back the same; else escapes them too, and at last their `@`. */
function escapedRaw(text: string, pattern: RegExp, readsBack: (written: string) => boolean): string {
  const raw = escapedParts(text, pattern, false);
  if (!text.includes('@') || readsBack(raw)) return raw;
  const all = escapedParts(text, pattern, true);
  return readsBack(all) ? all : escapedLiteral(text, 0, text.length, pattern);
}

function escapedParts(text: string, pattern: RegExp, escapesExpressions: boolean): string {
  if (!text.includes('@')) return escaped(text, pattern);
  let written = '';
  let copied = 0;
  for (const { start, end } of expressionSpans(text)) {
    const expression = text.slice(start, end);
    // What follows the value might close it.
    if (hasOpenLiteral(expression.slice(2, -1))) continue;
    written += escapedLiteral(text, copied, start, pattern) + (!escapesExpressions && standsRaw(expression) ? expression : escaped(expression, pattern));
    copied = end;
  }
  return written + escapedLiteral(text, copied, text.length, pattern);
}

/** Literal text: where an expression seems to start its `@` is escaped too, or what follows the value might close it. */
function escapedLiteral(text: string, start: number, end: number, pattern: RegExp): string {
  let written = '';
  let copied = start;
  for (let at = text.indexOf('@', start); at !== -1 && at < end; at = text.indexOf('@', at + 1)) {
    if (!startsExpression(text, at)) continue;
    written += escaped(text.slice(copied, at), pattern) + REFERENCES['@'];
    copied = at + 1;
  }
  return written + escaped(text.slice(copied, end), pattern);
}

/** What could close a bracket, string or comment that is left open before it. */
const CLOSERS = ` */ ' " ) } " ' */ `;

/** Whether an element reads without mistakes and as wanted: by itself, which may be as XML, and as raw XML whatever follows. */
function readsAs(source: string, isWanted: (element: XmlElement) => boolean): boolean {
  return [parseXml(source), parseRawXml(`${source}${CLOSERS}`)].every(({ children: [element], problems }) =>
    problems.length === 0 && element?.kind === 'element' && element.span.end === source.length && isWanted(element));
}
