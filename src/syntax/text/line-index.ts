/** Offsets to lines and columns and back, for one text. */
import type { Position, Range, Span } from './position.js';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A table of line starts. A line ends with `\n`, `\r\n` or a lone `\r`. Built once per text in O(length). */
export class LineIndex {
  readonly #lineStarts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let offset = 0; offset < text.length; offset++) {
      const code = text.charCodeAt(offset);
      if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(offset + 1) !== LINE_FEED)) {
        this.#lineStarts.push(offset + 1);
      }
    }
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** The position of an offset; offsets outside the text are moved to its nearest end. */
  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle + 1) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - this.lineStart(low + 1) + 1, offset: clamped };
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** The offset at which a line (counted from 1) starts; the text's length for lines past the end. */
  lineStart(line: number): number {
    return this.#lineStarts[line - 1] ?? this.#length;
  }

  /** The offset of a line and column (both from 1), kept inside the text. */
  offset(line: number, column: number): number {
    return Math.max(0, Math.min(this.lineStart(line) + column - 1, this.#length));
  }
}
