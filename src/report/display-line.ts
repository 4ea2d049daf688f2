/** One line of a file as a terminal shows it, and the columns that its characters take there. */
import { visibleText } from './visible-text.js';

const TAB_WIDTH = 4;
const IS_ASCII = /^[\x20-\x7e\t]*$/;

/** A stretch of the line that is shown as one: a character, a tab, an emoji of several code points. */
interface Cell {
  /** Where it starts in the line. */
  readonly offset: number;
  readonly shown: string;
  readonly width: number;
}

export class DisplayLine {
  readonly #cells: readonly Cell[];
  readonly #length: number;

  constructor(line: string) {
    this.#cells = cellsOf(line);
    this.#length = line.length;
  }

  get text(): string {
    return this.#cells.map(({ shown }) => shown).join('');
  }

  /** The columns (from 0) in front of an offset; of the line's end for offsets behind it. */
  columnOf(offset: number): number {
    let column = 0;
    for (const cell of this.#cells) {
      if (cell.offset >= offset) break;
      column += cell.width;
    }
    return offset > this.#length ? column + 1 : column;
  }

  get width(): number {
    return this.columnOf(this.#length);
  }

  /** The part of the line that starts at or behind column `from` and is at most `width` wide. */
  slice(from: number, width: number): { readonly text: string; readonly from: number; readonly isCut: boolean } {
    let column = 0;
    let start: number | undefined;
    let text = '';
    for (const cell of this.#cells) {
      if (column >= from) {
        start ??= column;
        if (column + cell.width > start + width) return { text, from: start, isCut: true };
        text += cell.shown;
      }
      column += cell.width;
    }
    return { text, from: start ?? column, isCut: false };
  }
}

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of IS_ASCII.test(line) ? asciiSegments(line) : new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)) {
    const shown = segment === '\t' ? ' '.repeat(TAB_WIDTH - (column % TAB_WIDTH)) : visibleText(segment);
    const width = shown === segment ? graphemeWidth(segment) : shown.length;
    cells.push({ offset: index, shown, width });
    column += width;
  }
  return cells;
}

/** Loading the segmenter takes longer than the rest of a report. */
function* asciiSegments(line: string): Generator<{ readonly segment: string; readonly index: number }> {
  for (let index = 0; index < line.length; index++) yield { segment: line.charAt(index), index };
}

const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}/u;
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** East Asian wide and full-width ranges. Source: Unicode Standard Annex 11, EastAsianWidth.txt, values W and F, merged. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f], [0x2e80, 0x303e], [0x3041, 0x33ff], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xa000, 0xa4cf], [0xa960, 0xa97c],
  [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe10, 0xfe19], [0xfe30, 0xfe6f], [0xff01, 0xff60], [0xffe0, 0xffe6], [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff], [0x20000, 0x3fffd],
];

function graphemeWidth(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (ZERO_WIDTH.test(grapheme)) return 0;
  if (EMOJI.test(grapheme)) return 2;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
