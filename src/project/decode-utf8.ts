/** Bytes to text: UTF-8 and nothing else, because APIM and every tool around it takes policies as UTF-8. */
import { LineIndex } from '../syntax/text/line-index.js';
import type { FileProblem } from './file-problem.js';

/** Binary files show themselves early; what stands later is found by the reader. */
const BINARY_PROBE = 8_192;

export type DecodedFile = { readonly text: string } | { readonly problem: FileProblem };

/** The text with its byte order mark, if it has one, or why the bytes are no text. */
export function decodeUtf8(bytes: Uint8Array): DecodedFile {
  const utf16 = utf16Kind(bytes);
  if (utf16 !== undefined) return { problem: notUtf8(`file is ${utf16}, not UTF-8`) };
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) {
    return { problem: { code: 'binary-file', message: 'file is binary, not policy text: it holds NUL bytes', hint: 'give the policy file itself' } };
  }
  try {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes) };
  } catch {
    return { problem: invalidByte(bytes) };
  }
}

function invalidByte(bytes: Uint8Array): FileProblem {
  const offset = firstInvalidByte(bytes);
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offset));
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return { ...notUtf8(`file is not UTF-8: byte 0x${byte} cannot stand here`), at: new LineIndex(before).position(before.length) };
}

function notUtf8(message: string): FileProblem {
  return { code: 'not-utf8', message, hint: 'save the file as UTF-8' };
}

/** Which UTF-16 the bytes are, told by the byte order mark or by `<` followed or preceded by a zero byte. */
export function utf16Kind(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'UTF-16 (little-endian)';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'UTF-16 (big-endian)';
  return undefined;
}

/**
 * Offset of the first byte that no UTF-8 text has there; the length when there is none. Overlong forms, surrogates and
 * values above U+10FFFF are invalid. Source: RFC 3629, section 4.
 */
export function firstInvalidByte(bytes: Uint8Array): number {
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) return offset;
    offset += length;
  }
  return offset;
}

/** Length of the valid sequence at an offset; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return 0;
  for (let index = 1; index < length; index++) {
    if (((bytes[offset + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[offset + 1] ?? 0;
  const impossible =
    (lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f) || (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f);
  return impossible ? 0 : length;
}
