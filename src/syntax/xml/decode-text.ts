/** Entities and line ends to the characters they stand for, with the way back to the source. */
import type { Span } from '../text/position.js';
import { isXmlCharacter } from './characters.js';
import type { DecodedText } from './node.js';

const PREDEFINED: ReadonlyMap<string, string> = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['quot', '"'], ['apos', "'"]]);

/** Longer than any reference that stands for a character, leading zeros of a sane author included. */
const LONGEST_REFERENCE = 32;

const REFERENCE_NAME = /^(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z_:][\w:.-]*)$/;

const AMPERSAND = 38;
const SEMICOLON = 59;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** A reference at an `&`: where it ends and what it stands for; `text` is absent for an unknown name or an illegal number. */
export interface Reference {
  readonly end: number;
  readonly text?: string;
}

/** The reference that starts with the `&` at `start`; undefined when the `&` starts none. */
export function referenceAt(source: string, start: number): Reference | undefined {
  const limit = Math.min(source.length, start + LONGEST_REFERENCE);
  let semicolon = start + 1;
  while (semicolon < limit && source.charCodeAt(semicolon) !== SEMICOLON) semicolon++;
  if (semicolon === limit) return undefined;
  const end = semicolon + 1;
  const name = source.slice(start + 1, semicolon);
  const predefined = PREDEFINED.get(name);
  if (predefined !== undefined) return { end, text: predefined };
  if (!REFERENCE_NAME.test(name)) return undefined;
  const text = name.startsWith('#') ? characterOf(name) : undefined;
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
  let copied = span.start;
  forEachReplacement(source, span, (start, end, text) => {
    pieces.push(source.slice(copied, start), text);
    copied = end;
  }, onLoose);
  if (pieces.length === 0) return verbatimText(source, span);
  pieces.push(source.slice(copied, span.end));
  return new ReplacedText(source, span, pieces.join(''), forEachReplacement);
}

/** Text in which nothing is decoded. */
export function verbatimText(source: string, span: Span): DecodedText {
  return { span, text: source.slice(span.start, span.end) };
}

/** Nothing is decoded but line ends: CDATA, and text without references. */
export function decodeLineEnds(source: string, span: Span): DecodedText {
  const verbatim = verbatimText(source, span);
  if (!verbatim.text.includes('\r')) return verbatim;
  return new ReplacedText(source, span, withLineFeeds(verbatim.text), forEachLineEnd);
}

/** The text with each `\r\n` and each other `\r` made `\n`. */
export function withLineFeeds(text: string): string {
  if (!text.includes('\r')) return text;
  const withoutPairs = text.replaceAll('\r\n', '\n');
  return withoutPairs.includes('\r') ? withoutPairs.replaceAll('\r', '\n') : withoutPairs;
}

type ReplacementWalk = (source: string, span: Span, onReplacement: (start: number, end: number, text: string) => void) => void;

/** Decoded text whose way back to the source is found when it is asked for: most of it never is. */
class ReplacedText implements DecodedText {
  readonly span: Span;
  readonly text: string;
  readonly #source: string;
  readonly #walk: ReplacementWalk;
  #offsets: Int32Array | undefined;

  constructor(source: string, span: Span, text: string, walk: ReplacementWalk) {
    this.span = span;
    this.text = text;
    this.#source = source;
    this.#walk = walk;
  }

  get offsets(): Int32Array {
    return (this.#offsets ??= this.#findOffsets());
  }

  #findOffsets(): Int32Array {
    const offsets = new Int32Array(this.text.length + 1);
    let length = 0;
    let copied = this.span.start;
    const copyTo = (end: number): void => {
      while (copied < end) offsets[length++] = copied++;
    };
    this.#walk(this.#source, this.span, (start, end, text) => {
      copyTo(start);
      for (let unit = 0; unit < text.length; unit++) offsets[length++] = start;
      copied = end;
    });
    copyTo(this.span.end);
    offsets[length] = this.span.end;
    return offsets;
  }
}

function forEachLineEnd(source: string, span: Span, onReplacement: (start: number, end: number, text: string) => void): void {
  for (let at = span.start; at < span.end; at++) {
    if (source.charCodeAt(at) !== CARRIAGE_RETURN) continue;
    const end = lineEndAt(source, at, span.end);
    onReplacement(at, end, '\n');
    at = end - 1;
  }
}

function forEachReplacement(
  source: string, span: Span, onReplacement: (start: number, end: number, text: string) => void, onLoose?: (place: Span) => void,
): void {
  for (let at = span.start; at < span.end; at++) {
    const code = source.charCodeAt(at);
    if (code === CARRIAGE_RETURN) {
      const end = lineEndAt(source, at, span.end);
      onReplacement(at, end, '\n');
      at = end - 1;
    } else if (code === AMPERSAND) {
      const reference = referenceAt(source, at);
      if (reference?.text !== undefined && reference.end <= span.end) {
        onReplacement(at, reference.end, reference.text);
        at = reference.end - 1;
      } else {
        onLoose?.({ start: at, end: reference === undefined ? at + 1 : Math.min(reference.end, span.end) });
      }
    }
  }
}

function lineEndAt(source: string, carriageReturn: number, limit: number): number {
  return carriageReturn + 1 < limit && source.charCodeAt(carriageReturn + 1) === LINE_FEED ? carriageReturn + 2 : carriageReturn + 1;
}
