/** An element on one line, as changes show it. */
import { withLineFeeds } from '../../syntax/xml/decode-text.js';
import { escapeAttribute, escapeText } from '../../syntax/xml/escape.js';
import type { CanonicalElement, CanonicalNode, CanonicalText } from './canonical-tree.js';
import { maskedPolicyValue } from './mask-secrets.js';

/** Longer ones show the start tag and how many elements are in it. */
const WIDEST_INLINE = 110;

/** `<set-header name="x" exists-action="delete" />`, all of a small element; of a large one `<choose> with 3 elements`. Secrets are covered. */
export function elementLine(element: CanonicalElement): string {
  const count = elementsIn(element.children);
  const whole = inlineText(element, count === 0 ? Infinity : WIDEST_INLINE);
  return whole ?? `<${startOf(element)}> with ${count} ${count === 1 ? 'element' : 'elements'}`;
}

/** undefined when it is too long. */
function inlineText(element: CanonicalElement, room: number): string | undefined {
  const start = startOf(element);
  if (element.children.length === 0) return start.length <= room ? `<${start} />` : undefined;
  let text = `<${start}>`;
  for (const child of element.children) {
    const inner = child.kind === 'text' ? textOf(child) : inlineText(child, room - text.length);
    if (inner === undefined || text.length + inner.length > room) return undefined;
    text += inner;
  }
  const whole = `${text}</${element.place.element.name}>`;
  return whole.length <= room ? whole : undefined;
}

function startOf({ place }: CanonicalElement): string {
  const attributes = place.element.attributes.map(({ name, value }) => `${name}="${escapeAttribute(oneLine(maskedPolicyValue(place, name, value)), 'rawxml', 'literal')}"`);
  return [place.element.name, ...attributes].join(' ');
}

function textOf({ parent, value }: CanonicalText): string {
  return escapeText(oneLine(maskedPolicyValue(parent, undefined, value)).trim(), 'rawxml', parent?.element.name);
}

function elementsIn(nodes: readonly CanonicalNode[]): number {
  return nodes.reduce((count, node) => count + (node.kind === 'element' ? 1 + elementsIn(node.children) : 0), 0);
}

/** White space at and around line breaks is one blank. */
function oneLine(text: string): string {
  return withLineFeeds(text).replace(/\s*\n\s*/gu, ' ');
}
