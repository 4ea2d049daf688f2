/** Decoded text to policy XML, in either encoding, so that it reads back the same. */
import { expressionSpans } from './expression-spans.js';
import type { XmlEncoding } from './node.js';
import { parseXml } from './parse-xml.js';

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;', '@': '&#64;',
};

/** What needs a reference. Line breaks and tabs in attributes: an XML parser would make them blanks, and `//` comments swallow code. */
const IN_XML_ATTRIBUTE = /[&<"\n\r\t]/g;
const IN_RAW_ATTRIBUTE = /[&<"\r]/g;
const IN_TEXT = /[&<\r]|(?<=\]\])>/g;
const UNREAD_EXPRESSION_START = /[&<"\r]|(?<=\]\])>|@(?=[({])/g;

/** Something that would be decoded when written as it is. */
const LOOKS_LIKE_REFERENCE = /&(?:#|[A-Za-z])[^\s;&]{0,32};/;

export function escapeAttribute(value: string, encoding: XmlEncoding): string {
  if (encoding === 'xml') return escaped(value, IN_XML_ATTRIBUTE);
  return escapedRaw(value, IN_RAW_ATTRIBUTE, (written) => readAttribute(written) === value);
}

/** @param element the element the text stands in, undefined at the top */
export function escapeText(text: string, encoding: XmlEncoding, element: string | undefined): string {
  if (encoding === 'xml') return escaped(text, IN_TEXT);
  return escapedRaw(text, IN_TEXT, (written) => readText(written, element) === text);
}

function escaped(text: string, pattern: RegExp): string {
  return text.replace(pattern, (character) => REFERENCES[character] ?? character);
}

/** Leaves expressions as they are where that reads back the same; else escapes them too, and at last their `@`. */
function escapedRaw(text: string, pattern: RegExp, readsBack: (written: string) => boolean): string {
  const all = escaped(text, pattern);
  if (!text.includes('@')) return all;
  const raw = escapedAroundExpressions(text, pattern);
  return [raw, all].find((written) => written === text || readsBack(written)) ?? escaped(text, UNREAD_EXPRESSION_START);
}

function escapedAroundExpressions(text: string, pattern: RegExp): string {
  let written = '';
  let copied = 0;
  for (const { start, end } of expressionSpans(text)) {
    const expression = text.slice(start, end);
    const keepsRaw = !expression.includes('\r') && !LOOKS_LIKE_REFERENCE.test(expression);
    written += escaped(text.slice(copied, start), pattern) + (keepsRaw ? expression : escaped(expression, pattern));
    copied = end;
  }
  return written + escaped(text.slice(copied), pattern);
}

function readAttribute(written: string): string | undefined {
  const { children, problems } = parseXml(`<a b="${written}" />`);
  const [element] = children;
  if (problems.length > 0 || children.length !== 1 || element?.kind !== 'element' || element.attributes.length !== 1) return undefined;
  return element.attributes[0]?.value.text;
}

function readText(written: string, element = 'a'): string | undefined {
  const { children, problems } = parseXml(`<${element}>${written}</${element}>`);
  const [read] = children;
  if (problems.length > 0 || children.length !== 1 || read?.kind !== 'element' || read.children.length !== 1) return undefined;
  const [text] = read.children;
  return text?.kind === 'text' ? text.value.text : undefined;
}
