/** Which characters XML allows where. Source: XML 1.0, fifth edition, productions 2 (Char), 3 (S), 4 and 4a (names). */

const NAME_START_RANGES: readonly (readonly [number, number])[] = [
  [0xc0, 0xd6], [0xd8, 0xf6], [0xf8, 0x2ff], [0x370, 0x37d], [0x37f, 0x1fff], [0x200c, 0x200d], [0x2070, 0x218f],
  [0x2c00, 0x2fef], [0x3001, 0xd7ff], [0xf900, 0xfdcf], [0xfdf0, 0xfffd], [0x10000, 0xeffff],
];
const NAME_RANGES: readonly (readonly [number, number])[] = [[0xb7, 0xb7], [0x300, 0x36f], [0x203f, 0x2040]];

const ASCII_NAME_START = 1;
const ASCII_NAME = 2;
const ASCII_SPACE = 4;

/** What each ASCII character may be. */
const ASCII = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') ASCII[character.charCodeAt(0)] = ASCII_NAME_START | ASCII_NAME;
for (const character of '0123456789.-') ASCII[character.charCodeAt(0)] = ASCII_NAME;
for (const character of ' \t\n\r') ASCII[character.charCodeAt(0)] = ASCII_SPACE;

export function isSpace(code: number): boolean {
  return code < 128 && ((ASCII[code] ?? 0) & ASCII_SPACE) !== 0;
}

/** Whether a name can start at an offset; false at the end of the text. */
export function isNameStart(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 128) return ((ASCII[code] ?? 0) & ASCII_NAME_START) !== 0;
  return inRanges(NAME_START_RANGES, text.codePointAt(offset) ?? 0);
}

/** The end of the name that starts at an offset (the offset itself when no name starts there). */
export function nameEnd(text: string, start: number): number {
  if (!isNameStart(text, start)) return start;
  let offset = start;
  for (;;) {
    const code = text.charCodeAt(offset);
    if (code < 128) {
      if (((ASCII[code] ?? 0) & ASCII_NAME) === 0) return offset;
      offset++;
      continue;
    }
    const point = text.codePointAt(offset);
    if (point === undefined || !(inRanges(NAME_START_RANGES, point) || inRanges(NAME_RANGES, point))) return offset;
    offset += point > 0xffff ? 2 : 1;
  }
}

/** The first offset at or after `start` that holds no white space. */
export function skipSpace(text: string, start: number): number {
  let offset = start;
  while (isSpace(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Whether a text is empty or white space only. */
export function isBlank(text: string): boolean {
  return skipSpace(text, 0) === text.length;
}

/** Whether XML can hold a code point, literally or as a reference. */
export function isXmlCharacter(point: number): boolean {
  return (
    (point >= 0x20 && point <= 0xd7ff) || point === 0x9 || point === 0xa || point === 0xd ||
    (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff)
  );
}

/** Whether a text holds a code unit or lone surrogate that XML cannot hold. */
export function hasIllegalCharacter(text: string): boolean {
  return SUSPECT_CODE_UNIT.test(text) && ILLEGAL_CHARACTER.test(text);
}

/** Searched for faster than code points: whatever may be illegal, pairs of surrogates among it. */
const SUSPECT_CODE_UNIT = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/** A code unit or lone surrogate that XML cannot hold. */
export const ILLEGAL_CHARACTER = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function inRanges(ranges: readonly (readonly [number, number])[], point: number): boolean {
  return ranges.some(([first, last]) => point >= first && point <= last);
}
