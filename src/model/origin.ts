/** Where a node came from: an element in an .xml file, or the builder's call in a .ts file. */
import { LineIndex } from '../syntax/text/line-index.js';
import type { Range, Span } from '../syntax/text/position.js';

/** One file's text. Lines are indexed on first use, because most files have no findings. */
export class SourceText {
  readonly path: string;
  readonly #read: () => string;
  #text: string | undefined;
  #lines: LineIndex | undefined;

  /**
   * @param path as shown to the user: relative to the working directory, with `/`
   * @param text the text, or how to get it when it is wanted
   */
  constructor(path: string, text: string | (() => string)) {
    this.path = path;
    this.#read = typeof text === 'string' ? () => text : text;
  }

  get text(): string {
    return (this.#text ??= this.#read());
  }

  get lines(): LineIndex {
    return (this.#lines ??= new LineIndex(this.text));
  }
}

/** A place in a file. `range` may be computed on first use. */
export interface Origin {
  readonly file: string;
  readonly range: Range;
}

/** The place of a span in a text. */
export function textOrigin(source: SourceText, span: Span): Origin {
  return new TextOrigin(source, span);
}

class TextOrigin implements Origin {
  readonly #source: SourceText;
  readonly #span: Span;
  #range: Range | undefined;

  constructor(source: SourceText, span: Span) {
    this.#source = source;
    this.#span = span;
  }

  get file(): string {
    return this.#source.path;
  }

  get range(): Range {
    return (this.#range ??= this.#source.lines.range(this.#span));
  }
}
