/** Reads a start tag with its attributes. */
import type { Span } from '../text/position.js';
import { attributeValueExtent } from './attribute-value.js';
import { isSpace, nameEnd, skipSpace } from './characters.js';
import { expressionExtent } from './expression-extent.js';
import { startsExpression } from './expression-start.js';
import type { XmlAttribute } from './node.js';
import type { StartTag } from './open-elements.js';
import {
  attributeWithoutValue, commentInTag, duplicateAttribute, lessThanInValue, malformedTag, missingSpace, unclosedTag, unquotedValue,
} from './problems.js';
import type { Scan } from './scan.js';

const SLASH = 47;
const LESS_THAN = 60;
const EQUALS = 61;
const GREATER_THAN = 62;

/** Reads the start tag whose `<` is at `start` and is followed by a name. It ends at its span's end, also when mistaken. */
export function readStartTag(scan: Scan, start: number): StartTag {
  const { text } = scan;
  const nameStop = nameEnd(text, start + 1);
  const name = text.slice(start + 1, nameStop);
  const nameSpan: Span = { start: start + 1, end: nameStop };
  const attributes: XmlAttribute[] = [];
  const names = new AttributeNames(attributes);

  for (let offset = nameStop; ; ) {
    const next = skipSpace(text, offset);
    const code = text.charCodeAt(next);
    if (scan.failed) return { name, nameSpan, span: { start, end: next }, attributes, selfClosing: true };
    if (code === GREATER_THAN) return { name, nameSpan, span: { start, end: next + 1 }, attributes, selfClosing: false };
    if (code === SLASH && text.charCodeAt(next + 1) === GREATER_THAN) return { name, nameSpan, span: { start, end: next + 2 }, attributes, selfClosing: true };
    if (code === LESS_THAN && text.startsWith('<!--', next)) {
      offset = Math.min(scan.commentEnd.from(next + 4) + 3, text.length);
      scan.report(commentInTag({ start: next, end: offset }, name));
      continue;
    }
    if (next >= text.length || code === LESS_THAN) {
      scan.report(unclosedTag({ start, end: nameStop }, name));
      return { name, nameSpan, span: { start, end: offset }, attributes, selfClosing: false, unclosed: true };
    }
    const attributeNameEnd = nameEnd(text, next);
    if (attributeNameEnd === next) {
      offset = junkEnd(text, next);
      scan.report(malformedTag({ start: next, end: offset }, text.slice(next, Math.min(offset, next + 20)), name));
      const close = skipSpace(text, offset);
      if (text[next] === '/' && text.startsWith('>', close)) return { name, nameSpan, span: { start, end: close + 1 }, attributes, selfClosing: true };
      continue;
    }
    const attributeName = text.slice(next, attributeNameEnd);
    const attributeSpan: Span = { start: next, end: attributeNameEnd };
    if (next === offset && scan.problems.at(-1)?.span.start !== next) scan.report(missingSpace(attributeSpan, attributeName));
    if (names.addOrFind(attributeName)) scan.report(duplicateAttribute(attributeSpan, attributeName));
    const attribute = readAttribute(scan, attributeSpan, attributeName);
    attributes.push(attribute);
    offset = attribute.span.end;
  }
}

/** A tag with more attributes has its names kept in a set. */
const FEW_ATTRIBUTES = 16;

/** The names in one tag. */
class AttributeNames {
  readonly #attributes: readonly XmlAttribute[];
  #set: Set<string> | undefined;

  /** @param attributes the tag's, to which each is added behind the call for its name */
  constructor(attributes: readonly XmlAttribute[]) {
    this.#attributes = attributes;
  }

  /** Whether the name stands among the attributes already. */
  addOrFind(name: string): boolean {
    if (this.#attributes.length < FEW_ATTRIBUTES) {
      for (const attribute of this.#attributes) if (attribute.name === name) return true;
      return false;
    }
    this.#set ??= new Set(this.#attributes.map((attribute) => attribute.name));
    const found = this.#set.has(name);
    this.#set.add(name);
    return found;
  }
}

/** Behind characters that belong to nothing in a tag. */
function junkEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !/[<>/]/.test(text.charAt(end))) end++;
  return end;
}

/** Reads an attribute from behind its name; reading goes on at the end of its span. */
function readAttribute(scan: Scan, nameSpan: Span, name: string): XmlAttribute {
  const { text } = scan;
  const equals = skipSpace(text, nameSpan.end);
  if (text.charCodeAt(equals) !== EQUALS) {
    scan.report(attributeWithoutValue(nameSpan, name));
    return attributeOf(scan, nameSpan, name, '"', { start: nameSpan.end, end: nameSpan.end }, nameSpan.end, []);
  }
  const open = skipSpace(text, equals + 1);
  const quote = text[open];
  if (quote !== '"' && quote !== "'") {
    const end = unquotedEnd(scan, open);
    scan.report(unquotedValue(end > open ? { start: open, end } : nameSpan, name, /^[\w.-]+$/.test(text.slice(open, end))));
    return attributeOf(scan, nameSpan, name, '"', { start: open, end }, end, [{ start: open, end }]);
  }
  if (scan.raw) {
    const { end, resume, expressions } = attributeValueExtent(scan, open + 1, quote, name);
    return attributeOf(scan, nameSpan, name, quote, { start: open + 1, end }, resume, expressions);
  }
  const end = scan.quote(quote).from(open + 1);
  const lessThan = scan.lessThan.from(open + 1);
  if (lessThan < end || end === text.length) scan.report(lessThanInValue({ start: lessThan, end: lessThan }, name));
  return attributeOf(scan, nameSpan, name, quote, { start: open + 1, end }, end + 1, NO_EXPRESSIONS);
}

const NO_EXPRESSIONS: readonly Span[] = [];

function unquotedEnd(scan: Scan, start: number): number {
  const { text } = scan;
  let end = startsExpression(text, start) ? (expressionExtent(scan, start, start) ?? start) : start;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && text[end] !== '>' && text[end] !== '<' && !text.startsWith('/>', end)) end++;
  return end;
}

function attributeOf(
  scan: Scan, nameSpan: Span, name: string, quote: '"' | "'", value: Span, end: number, expressions: readonly Span[],
): XmlAttribute {
  return { name, nameSpan, span: { start: nameSpan.start, end }, quote, value: scan.decode(value, expressions) };
}
