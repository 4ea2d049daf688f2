/** From a place in an expression's code to the place in the template that its author wrote. */
import { textOrigin, type Origin, type SourceText } from '../model/origin.js';
import type { Span } from '../syntax/text/position.js';
import type { AuthoredExpression, CallSite, TemplatePiece } from './authored.js';

/** The place of a call; with its file's text, places inside of cs templates can be told apart. */
export interface CallOrigin extends Origin {
  readonly source?: SourceText;
}

export type Locate = (site: CallSite) => CallOrigin;

/** The place of a stretch of an expression's code: in the template where it can be told, else the call of the tag. */
export function codeOrigin(expression: AuthoredExpression, span: Span, locate: Locate): Origin {
  const { template, callSite } = expression;
  if (template === undefined) return locate(callSite);
  const piece = template.pieces.find(({ start, length }) => start <= span.start && span.start < start + length) ?? lastPieceAt(template.pieces, span);
  if (piece === undefined) return locate(callSite);
  const start = span.start - piece.start;
  const end = Math.min(span.end - piece.start, piece.length);
  if (piece.kind === 'expression') return codeOrigin(piece.expression, { start, end }, locate);
  return new TemplateOrigin(locate(callSite), template.segments, { segment: piece.segment, start: piece.offset + start, end: piece.offset + end });
}

/** An empty span behind the last character belongs to it. */
function lastPieceAt(pieces: readonly TemplatePiece[], span: Span): TemplatePiece | undefined {
  return pieces.find(({ start, length }) => span.start === start + length && span.end === span.start);
}

interface SegmentSpan extends Span {
  readonly segment: number;
}

/** Found in the file when it is looked at, because most places have no findings. */
class TemplateOrigin implements Origin {
  readonly #call: CallOrigin;
  readonly #segments: readonly string[];
  readonly #span: SegmentSpan;
  #found: Origin | undefined;

  constructor(call: CallOrigin, segments: readonly string[], span: SegmentSpan) {
    this.#call = call;
    this.#segments = segments;
    this.#span = span;
  }

  get file(): string {
    return this.#call.file;
  }

  get range(): Origin['range'] {
    return (this.#found ??= this.#find()).range;
  }

  #find(): Origin {
    const { source, range } = this.#call;
    if (source === undefined) return this.#call;
    const { text } = source;
    let start = templateStart(text, range.start.offset);
    for (const [index, segment] of this.#segments.entries()) {
      if (start === undefined) return this.#call;
      if (index === this.#span.segment) {
        const span = { start: advance(text, start, segment, this.#span.start), end: advance(text, start, segment, this.#span.end) };
        return span.start === -1 || span.end === -1 ? this.#call : textOrigin(source, span);
      }
      const next = this.#segments[index + 1];
      const hole = advance(text, start, segment, segment.length);
      start = next === undefined || hole === -1 ? undefined : nextSegment(text, hole, next, index + 2 === this.#segments.length);
    }
    return this.#call;
  }
}

/** Behind the back-tick that opens the template; the call's place is the tag or the template. */
function templateStart(text: string, call: number): number | undefined {
  const opening = /^[\w$.\s]*`/u.exec(text.slice(call, call + 200))?.[0];
  return opening === undefined ? undefined : call + opening.length;
}

/** Where a segment starts that follows a `${…}`: behind the first `}` that has the segment's text and its end behind it. */
function nextSegment(text: string, hole: number, segment: string, isLast: boolean): number | undefined {
  const closing = isLast ? '`' : '${';
  for (let brace = text.indexOf('}', hole); brace !== -1; brace = text.indexOf('}', brace + 1)) {
    const start = brace + 1;
    const end = advance(text, start, segment, segment.length);
    if (end !== -1 && text.startsWith(closing, end)) return start;
  }
  return undefined;
}

/** The offset in the file of an offset in a segment that starts at `start`; a line break may be two characters there. -1 when the texts differ. */
function advance(text: string, start: number, segment: string, length: number): number {
  let at = start;
  for (let index = 0; index < length; index++) {
    if (text[at] === '\r' && text[at + 1] === '\n' && segment[index] === '\n') at++;
    if (text[at] !== segment[index]) return -1;
    at++;
  }
  return at;
}
