/** Entities and line ends to the characters they stand for, with the way back to the source. */
import type { Span } from '../text/position.js';
import { isXmlCharacter } from './characters.js';
import type { DecodedText } from './node.js';

const PREDEFINED: ReadonlyMap<string, string> = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]]);

/** Longer than any reference that stands for a character, leading zeros of a sane author included. */
const LONGEST_REFERENCE = 32;

const AMPERSAND = 38;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** A reference at an `&`: where it ends and what it stands for; `text` is absent for an unknown name or an illegal number. */
export interface Reference {
  readonly end: number;
  readonly text?: string;
}

/** The reference that starts with the `&` at `start`; undefined when the `&` starts none. */
export function referenceAt(source: string, start: number): Reference | undefined {
  const match = /^&(#\d+|#x[0-9a-fA-F]+|[A-Za-z_:][\w:.-]*);/.exec(source.slice(start, start + LONGEST_REFERENCE));
  const name = match?.[1];
  if (match === null || name === undefined) return undefined;
  const end = start + match[0].length;
  const text = name.startsWith('#') ? characterOf(name) : PREDEFINED.get(name);
  return text === undefined ? { end } : { end, text };
}

function characterOf(name: string): string | undefined {
  const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return isXmlCharacter(point) ? String.fromCodePoint(point) : undefined;
}

/**
 * Decodes the five predefined entities and numeric references, and makes `\r\n` and `\r` to `\n` as XML 1.0 §2.11 says.
 * An `&` that starts no known reference stays as it is; `onLoose` hears of each.
 */
export function decodeText(source: string, span: Span, onLoose?: (place: Span) => void): DecodedText {
  const pieces: string[] = [];
  const offsets = new Int32Array(span.end - span.start + 1);
  let length = 0;
  let copied = span.start;
  const copyTo = (end: number): void => {
    if (end > copied) pieces.push(source.slice(copied, end));
    for (let at = copied; at < end; at++) offsets[length++] = at;
  };
  const replace = (start: number, end: number, text: string): void => {
    copyTo(start);
    pieces.push(text);
    for (let unit = 0; unit < text.length; unit++) offsets[length++] = start;
    copied = end;
  };
  for (let offset = span.start; offset < span.end; offset++) {
    const code = source.charCodeAt(offset);
    if (code === CARRIAGE_RETURN) {
      const end = offset + 1 < span.end && source.charCodeAt(offset + 1) === LINE_FEED ? offset + 2 : offset + 1;
      replace(offset, end, '\n');
      offset = end - 1;
    } else if (code === AMPERSAND) {
      const reference = referenceAt(source, offset);
      if (reference?.text !== undefined && reference.end <= span.end) {
        replace(offset, reference.end, reference.text);
        offset = reference.end - 1;
      } else {
        onLoose?.({ start: offset, end: reference === undefined ? offset + 1 : Math.min(reference.end, span.end) });
      }
    }
  }
  if (copied === span.start) return verbatimText(source, span);
  copyTo(span.end);
  offsets[length] = span.end;
  return { span, text: pieces.join(''), offsets: offsets.subarray(0, length + 1) };
}

/** Text in which nothing is decoded. */
export function verbatimText(source: string, span: Span): DecodedText {
  return { span, text: source.slice(span.start, span.end) };
}

/** CDATA: nothing is decoded but line ends. */
export function decodeLineEnds(source: string, span: Span): DecodedText {
  const text = source.slice(span.start, span.end);
  if (!text.includes('\r')) return { span, text };
  const offsets: number[] = [];
  for (let offset = span.start; offset < span.end; offset++) {
    offsets.push(offset);
    if (source.startsWith('\r\n', offset) && offset + 1 < span.end) offset++;
  }
  offsets.push(span.end);
  return { span, text: text.replace(/\r\n?/g, '\n'), offsets: Int32Array.from(offsets) };
}
