/** Puts the code of a cs template together from its text and the values between, and keeps where each stretch came from. */
import { tokenize } from '../syntax/csharp/lexer.js';
import type { Token } from '../syntax/csharp/token.js';
import type { Span } from '../syntax/text/position.js';
import type { AuthoredExpression, AuthoredTemplate, TemplatePiece } from './authored.js';

/** What stands between two segments, as C#. */
export interface HoleCode {
  readonly code: string;
  /** The interpolated expression, and where its code starts in `code`. */
  readonly source?: { readonly expression: AuthoredExpression; readonly start: number };
}

export interface TemplateCode extends AuthoredTemplate {
  readonly code: string;
  /** Indexes of holes whose value does not stand on its own, because it is inside of a string, a comment or a name. */
  readonly entangledHoles: readonly number[];
}

/** Indentation of the statements of a block of several lines. */
const BLOCK_INDENT = '    ';

/**
 * Joins the parts. Blanks around the code are dropped, and so is the indentation that the lines of a template share, unless a
 * C# string runs over lines (its blanks are content). `block` gives statements of several lines their own lines between the braces.
 */
export function templateCode(segments: readonly string[], holes: readonly HoleCode[], form: AuthoredExpression['form']): TemplateCode {
  const plain = new CodeBuilder(segments, holes, '', '');
  const severalLines = plain.code.includes('\n');
  if (!severalLines && form === 'expression') return plain.result();
  if (!severalLines) return new CodeBuilder(segments, holes, '', '', { before: ' ', after: ' ' }).result();
  const layout = form === 'block' ? { before: `\n${BLOCK_INDENT}`, after: '\n' } : undefined;
  if (tokenize(plain.code).some(({ text, kind }) => kind !== 'end' && text.includes('\n'))) return new CodeBuilder(segments, holes, '', '', layout).result();
  return new CodeBuilder(segments, holes, sharedIndent(segments), form === 'block' ? BLOCK_INDENT : '', layout).result();
}

/** The white space that all lines after the first start with; lines without content do not count. */
function sharedIndent(segments: readonly string[]): string {
  const whole = segments.join('\u0001').replace(/\s+$/u, '');
  let shared: string | undefined;
  for (const line of whole.split('\n').slice(1)) {
    if (line.trim() === '') continue;
    const indent = /^[ \t]*/u.exec(line)?.[0] ?? '';
    shared = shared === undefined ? indent : commonStart(shared, indent);
  }
  return shared ?? '';
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** How much of a line's start is left out: the shared indentation, all of it when there is nothing else on the line. */
function lineStart(segment: string, at: number, removed: string): number {
  if (removed === '') return 0;
  let blanks = 0;
  while (segment[at + blanks] === ' ' || segment[at + blanks] === '\t') blanks++;
  if (segment[at + blanks] === '\n') return blanks;
  return segment.startsWith(removed, at) ? removed.length : 0;
}

class CodeBuilder {
  code = '';
  readonly #segments: readonly string[];
  readonly #pieces: TemplatePiece[] = [];
  readonly #holes: Span[] = [];

  constructor(segments: readonly string[], holes: readonly HoleCode[], removed: string, added: string, layout = { before: '', after: '' }) {
    this.#segments = segments;
    this.code = layout.before;
    const last = segments.length - 1;
    for (const [index, segment] of segments.entries()) {
      const start = index === 0 ? segment.length - segment.trimStart().length : 0;
      const end = index === last ? Math.max(start, segment.trimEnd().length) : segment.length;
      this.#addText(segment, index, start, end, removed, added);
      const hole = holes[index];
      if (hole !== undefined && index < last) this.#addHole(hole);
    }
    this.code += layout.after;
  }

  #addText(segment: string, index: number, start: number, end: number, removed: string, added: string): void {
    let at = start;
    const copy = (to: number): void => {
      if (to > at) this.#pieces.push({ kind: 'text', start: this.code.length, length: to - at, segment: index, offset: at });
      this.code += segment.slice(at, to);
      at = to;
    };
    for (let offset = start; offset < end; offset++) {
      const char = segment[offset];
      if (char === '\\' && (segment[offset + 1] === '`' || segment.startsWith('${', offset + 1))) {
        copy(offset);
        at = offset + 1;
      } else if (char === '\n') {
        copy(offset + 1);
        at += lineStart(segment, at, removed);
        if (segment[at] !== '\n') this.code += added;
        offset = at - 1;
      }
    }
    copy(end);
  }

  #addHole({ code, source }: HoleCode): void {
    const start = this.code.length;
    this.code += code;
    this.#holes.push({ start, end: this.code.length });
    if (source === undefined) return;
    this.#pieces.push({ kind: 'expression', start: start + source.start, length: source.expression.code.length, expression: source.expression });
  }

  result(): TemplateCode {
    return { code: this.code, segments: this.#segments, pieces: this.#pieces, entangledHoles: this.#entangledHoles() };
  }

  #entangledHoles(): number[] {
    if (this.#holes.length === 0) return [];
    const tokens = tokenize(this.code);
    return this.#holes.flatMap((hole, index) => (isEntangled(hole, tokens) ? [index] : []));
  }
}

/** A hole stands on its own when it has tokens (a comment has none) and all of them are in it, at the top or in a hole of an interpolated string. */
function isEntangled(hole: Span, tokens: readonly Token[]): boolean {
  const touched = tokens.filter(({ start, end }) => start < hole.end && end > hole.start);
  const isInside = (token: Token): boolean =>
    isWithin(token, hole) || (token.parts ?? []).some((part) => part.kind === 'hole' && isWithin(hole, part) && !isEntangled(hole, part.tokens));
  return touched.length === 0 || !touched.every(isInside);
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
