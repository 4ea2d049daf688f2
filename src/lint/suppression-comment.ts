/**
 * What a comment that suppresses findings says: `aoai-policy-disable-next-line rule-a, rule-b: reason`. Source of the form:
 * reference/style.md (d), which has `--` in place of the colon: that is taken too, but XML forbids it in comments.
 */
import type { Span } from '../syntax/text/position.js';
import { SUPPRESSION_MARK } from './suppression-mark.js';

/** Which findings a comment speaks of: those of the line behind it, or those of its file. */
const REACHES = { 'next-line': 'next-line', file: 'file' } as const;
export type SuppressionReach = keyof typeof REACHES;

export interface SuppressionComment {
  /** The whole comment, with what opens and closes it. */
  readonly span: Span;
  /** undefined when the word behind the mark is none of them. */
  readonly reach: SuppressionReach | undefined;
  /** In the order they are written; a comment without any suppresses nothing. */
  readonly rules: readonly string[];
  /** Where the rules stand, from the first to the last; empty without any. */
  readonly rulesSpan: Span;
  /** Whether words stand behind the rules, which say why. */
  readonly hasReason: boolean;
}

const OPENING = new RegExp(`^\\s*${SUPPRESSION_MARK}(?:-(?<reach>[a-z-]+))?(?=[\\s:]|$)[^\\S\\n]*`, 'u');

/** Where the reason starts. */
const SEPARATOR = /:|\s-+(?=\s|$)|\n/u;

/**
 * Reads a comment's text; undefined for one that says something else.
 * @param content where the text without what opens and closes the comment stands
 */
export function suppressionComment(source: string, span: Span, content: Span): SuppressionComment | undefined {
  const text = source.slice(content.start, content.end);
  const opening = OPENING.exec(text);
  if (opening === null) return undefined;
  const rest = text.slice(opening[0].length);
  const separator = SEPARATOR.exec(rest);
  const list = rest.slice(0, separator?.index);
  const start = content.start + opening[0].length;
  const reach = opening.groups?.['reach'] ?? '';
  return {
    span,
    reach: Object.hasOwn(REACHES, reach) ? REACHES[reach as SuppressionReach] : undefined,
    rules: [...new Set(list.split(/[\s,]+/u).filter((id) => id !== ''))],
    rulesSpan: { start, end: start + list.trimEnd().length },
    hasReason: /[\p{L}\p{N}]/u.test(rest.slice(list.length)),
  };
}
