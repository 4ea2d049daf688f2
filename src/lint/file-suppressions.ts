/** The comments of one file that suppress findings, and which stretch of it each of them speaks of. */
import type { Span } from '../syntax/text/position.js';
import type { XmlDocument, XmlNode } from '../syntax/xml/node.js';
import { suppressionComment, type SuppressionComment } from './suppression-comment.js';
import { typeScriptComments } from './typescript-comments.js';

export interface Suppression extends SuppressionComment {
  /** Findings that start in it are suppressed. */
  readonly covers: Span;
}

const NOTHING: Span = { start: 0, end: 0 };

/**
 * Of a policy in XML, in the order of the text. The next line is the next one that holds more than comments. What begins on it, a tag
 * or a text, counts as a whole: no comment can stand inside of it.
 */
export function xmlSuppressions({ source, children }: XmlDocument): Suppression[] {
  const comments: SuppressionComment[] = [];
  const pieces: Span[] = [];
  /** From the start of each comment to its end. */
  const commentEnds = new Map<number, number>();
  for (const node of nodesOf(children)) {
    if (node.kind === 'element') pieces.push(node.startTagSpan);
    else if (node.kind === 'text') pieces.push(trimmed(source, node.span));
    else if (node.kind === 'cdata') pieces.push(node.span);
    else if (node.kind === 'comment') {
      commentEnds.set(node.span.start, node.span.end);
      const comment = suppressionComment(source, node.span, { start: node.span.start + '<!--'.length, end: node.span.start + '<!--'.length + node.text.length });
      if (comment !== undefined) comments.push(comment);
    }
  }
  return comments.map((comment) => covering(source, comment, commentEnds, (line) =>
    pieces.reduce((end, piece) => (line.start <= piece.start && piece.start < line.end ? Math.max(end, piece.end) : end), line.end)));
}

/** Of a policy in TypeScript, where a finding stands at the call of a builder. */
export function typeScriptSuppressions(text: string): Suppression[] {
  const all = typeScriptComments(text);
  const ends = new Map(all.map(({ span }) => [span.start, span.end]));
  return all.flatMap(({ span, content }) => {
    const comment = suppressionComment(text, span, content);
    return comment === undefined ? [] : [covering(text, comment, ends, ({ end }) => end)];
  });
}

/** @param endOf where ends what begins on a line */
function covering(text: string, comment: SuppressionComment, commentEnds: ReadonlyMap<number, number>, endOf: (line: Span) => number): Suppression {
  if (comment.reach === 'file') return { ...comment, covers: { start: 0, end: text.length + 1 } };
  if (comment.reach === undefined) return { ...comment, covers: NOTHING };
  const start = behindComments(text, comment.span.end, commentEnds);
  const lineEnd = text.indexOf('\n', start);
  return { ...comment, covers: { start, end: endOf({ start, end: lineEnd === -1 ? text.length : lineEnd }) } };
}

/** The first place at or behind an offset that is neither white space nor in a comment. */
function behindComments(text: string, offset: number, commentEnds: ReadonlyMap<number, number>): number {
  let at = offset;
  for (;;) {
    while (at < text.length && /\s/u.test(text.charAt(at))) at++;
    const end = commentEnds.get(at);
    if (end === undefined) return at;
    at = end;
  }
}

/** All nodes in the order of the text; deep documents do not deepen the call stack. */
function* nodesOf(roots: readonly XmlNode[]): Generator<XmlNode, void> {
  const pending = [...roots].reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    if (node.kind === 'element') for (const child of [...node.children].reverse()) pending.push(child);
  }
}

function trimmed(text: string, { start, end }: Span): Span {
  const content = text.slice(start, end);
  return { start: start + content.length - content.trimStart().length, end };
}
