/** Places in a text: offsets for programs, lines and columns for people. */

/** A place: `line` and `column` count from 1, `offset` from 0; all in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of text as 0-based offsets; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
