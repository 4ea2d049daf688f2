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
  if (piece.kind === 'expression') return codeOrigin(piece.expression, { start, end: Math.min(span.end - piece.start, piece.length) }, locate);
  const last = lastTextIn(template.pieces, span) ?? piece;
  return new TemplateOrigin(locate(callSite), template.segments, {
    start: { segment: piece.segment, offset: piece.offset + start },
    end: { segment: last.segment, offset: last.offset + Math.min(span.end - last.start, last.length) },
  });
}

type TextPiece = Extract<TemplatePiece, { readonly kind: 'text' }>;

/** Where what an author wrote of a stretch ends, though values and escapes may stand in between. */
function lastTextIn(pieces: readonly TemplatePiece[], span: Span): TextPiece | undefined {
  return pieces.findLast((piece): piece is TextPiece => piece.kind === 'text' && piece.start >= span.start && piece.start < span.end);
}

/** An empty span behind the last character belongs to it. */
function lastPieceAt(pieces: readonly TemplatePiece[], span: Span): TemplatePiece | undefined {
  return pieces.find(({ start, length }) => span.start === start + length && span.end === span.start);
}

interface SegmentPlace {
  readonly segment: number;
  readonly offset: number;
}

interface TemplateSpan {
  readonly start: SegmentPlace;
  readonly end: SegmentPlace;
}

/** Found in the file when it is looked at, because most places have no findings. */
class TemplateOrigin implements Origin {
  readonly #call: CallOrigin;
  readonly #segments: readonly string[];
  readonly #span: TemplateSpan;
  #found: Origin | undefined;

  constructor(call: CallOrigin, segments: readonly string[], span: TemplateSpan) {
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
    const starts = segmentStarts(source.text, range.start.offset, this.#segments);
    const at = ({ segment, offset }: SegmentPlace): number => {
      const start = starts[segment];
      return start === undefined ? -1 : advance(source.text, start, this.#segments[segment] ?? '', offset);
    };
    const [start, end] = [at(this.#span.start), at(this.#span.end)];
    return start === -1 || end === -1 ? this.#call : textOrigin(source, { start, end });
  }
}

/** Where the segments of a template start in the file, as far as they are found in it. */
function segmentStarts(text: string, call: number, segments: readonly string[]): number[] {
  const starts: number[] = [];
  let start = templateStart(text, call);
  for (const [index, segment] of segments.entries()) {
    if (start === undefined) break;
    starts.push(start);
    const next = segments[index + 1];
    const hole = advance(text, start, segment, segment.length);
    start = next === undefined || hole === -1 ? undefined : nextSegment(text, hole, next, index + 2 === segments.length);
  }
  return starts;
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
