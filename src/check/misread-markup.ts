/** What broken markup leaves in doubt, so that one mistake in it does not come back as findings about the policies. */
import type { PolicyDocument, PolicyElement } from '../model/document.js';

/** The reader's problems after which elements may stand elsewhere in the tree than their author meant. */
const MOVES_ELEMENTS: ReadonlySet<string> = new Set([
  'malformed-markup', 'malformed-tag', 'malformed-end-tag', 'nesting-too-deep', 'quote-in-value', 'stray-end-tag', 'unclosed-cdata', 'unclosed-comment',
  'unclosed-element', 'unclosed-expression', 'unclosed-instruction', 'unclosed-tag', 'unclosed-value',
]);

/** A duplicate leaves the other attributes as they are. */
const LEAVES_TAG_WHOLE: ReadonlySet<string> = new Set(['duplicate-attribute']);

/** Whether elements may have been read into the wrong place. */
export function isStructureMisread({ syntax }: PolicyDocument): boolean {
  return syntax?.problems.some(({ code, severity }) => severity === 'error' && MOVES_ELEMENTS.has(code)) ?? false;
}

/** Whether the start tag has a mistake after which its attributes are not known. */
export function isTagMisread({ syntax: document }: PolicyDocument, { syntax }: PolicyElement): boolean {
  if (document === undefined || syntax === undefined || document.problems.length === 0) return false;
  const { start, end } = syntax.startTagSpan;
  return document.problems.some(({ code, severity, span }) => severity === 'error' && !LEAVES_TAG_WHOLE.has(code) && span.start >= start && span.start < end);
}
