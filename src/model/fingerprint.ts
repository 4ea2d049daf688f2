/** What a finding keeps when lines move: how a baseline, and a service that takes reports, knows it again. */
import type { Diagnostic } from './diagnostic.js';
import type { SourceText } from './origin.js';

/**
 * A hash of the code, the place in the document without its numbers, and the text that the finding is about, white space aside. The
 * message and the file are not in it: messages may be worded anew, files are moved. Several findings of a file may share one.
 * @param source the text of the finding's file; undefined when it cannot be read
 */
export function fingerprintOf({ code, path, range }: Pick<Diagnostic, 'code' | 'path' | 'range'>, source: SourceText | undefined): string {
  return hash([code, path.replace(/\[\d+\]/gu, ''), source === undefined ? '' : textAt(source, range)].join('\n'));
}

/** A single name, such as that of a builder, says little: then it is the line. */
function textAt({ text, lines }: SourceText, { start, end }: Diagnostic['range']): string {
  const own = normalized(text.slice(start.offset, end.offset));
  return /[^\w.]/u.test(own) ? own : normalized(text.slice(lines.lineStart(start.line), lines.lineStart(start.line + 1)));
}

function normalized(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Two 32-bit multiplicative hashes of the text's UTF-16 units, mixed at the end: 64 bits, no cryptography. */
function hash(text: string): string {
  let first = 0x9e3779b9;
  let second = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x5bd1e995) + 0x27d4eb2f;
  }
  return mixed(first ^ (second >>> 13)) + mixed(second ^ (first >>> 15));
}

function mixed(value: number): string {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return ((twice ^ (twice >>> 16)) >>> 0).toString(16).padStart(8, '0');
}
