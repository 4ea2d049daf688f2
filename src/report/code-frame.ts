/** The line that a finding is about, with a mark under the place. */
import type { SourceText } from '../model/origin.js';
import type { Range } from '../syntax/text/position.js';
import { DisplayLine } from './display-line.js';

export interface CodeFrameOptions {
  /** Columns that a line of the report may take. */
  readonly width: number;
  /** Columns of the widest line number of the frames that belong together. */
  readonly numberWidth: number;
  /** What stands under the place: `^`. */
  readonly mark: string;
  readonly paint: { readonly gutter: (text: string) => string; readonly mark: (text: string) => string };
}

/** Lines of minified policies may have megabytes; more than this around the place is never shown. */
const MOST_CHARACTERS = 2_000;
const LEAST_WIDTH = 20;
/** Where the place starts when the line is cut, as a part of the width. */
const LEAD = 1 / 3;

/** The first line of `range` and a line with the mark. A place that goes on in later lines is marked to its line's end. */
export function codeFrame(source: SourceText, range: Range, options: CodeFrameOptions): string[] {
  const { start, end } = range;
  const lineStart = source.lines.lineStart(start.line);
  const lineEnd = source.lines.lineStart(start.line + 1);
  const from = Math.max(lineStart, start.offset - MOST_CHARACTERS);
  const line = source.text.slice(from, Math.min(lineEnd, start.offset + MOST_CHARACTERS)).replace(/[\r\n]+$/, '');
  const display = new DisplayLine(line);
  const firstColumn = display.columnOf(start.offset - from);
  const behind = end.line > start.line ? display.width : display.columnOf(Math.min(end.offset, from + line.length) - from);

  const gutter = (label: string): string => options.paint.gutter(`  ${label.padStart(options.numberWidth)} | `);
  const space = Math.max(LEAST_WIDTH, options.width - options.numberWidth - 5);
  const cut = cutLine(display, firstColumn, { space, isStart: from === lineStart });
  const room = Math.max(1, cut.until - firstColumn);
  const mark = options.mark.repeat(Math.max(1, Math.min(behind - firstColumn, room)));
  return [
    `${gutter(String(start.line))}${cut.text}`.trimEnd(),
    `${gutter('')}${' '.repeat(firstColumn - cut.shift)}${options.paint.mark(mark)}`,
  ];
}

interface CutLine {
  readonly text: string;
  /** How many columns further left than in the line the text stands. */
  readonly shift: number;
  /** Column of the line where the text ends. */
  readonly until: number;
}

/** The whole line when it fits, else the part around the place, with `…` where something is left out. */
function cutLine(display: DisplayLine, column: number, { space, isStart }: { readonly space: number; readonly isStart: boolean }): CutLine {
  if (isStart && display.width <= space) return { text: display.text, shift: 0, until: display.width };
  const wanted = column <= space / 2 && isStart ? 0 : Math.max(0, column - Math.floor(space * LEAD));
  const { text, from, isCut } = display.slice(wanted, space - 2);
  const lead = from > 0 || !isStart ? '…' : '';
  return { text: `${lead}${text}${isCut ? '…' : ''}`, shift: from - lead.length, until: display.slice(from, space - 2).text === '' ? column + 1 : from + Math.min(space - 2, display.width - from) };
}
