/** The tree of a policy or fragment without what the service changes by itself. Source: reference/management-api.md §2.4. */
import type { PolicyNode, PolicyText } from '../../model/document.js';
import { SourceText } from '../../model/origin.js';
import { policyValue } from '../../model/policy-value.js';
import { readPolicyDocument } from '../../model/read-document.js';
import type { PolicyValue } from '../../model/value.js';
import { type Place, rootPlaces } from '../../model/walk.js';
import { parseXml } from '../../syntax/xml/parse-xml.js';
import { canonicalValue } from './canonical-value.js';

export type CanonicalNode = CanonicalElement | CanonicalText;

export interface CanonicalElement {
  readonly kind: 'element';
  readonly place: Place;
  /** By name: their order does not count. */
  readonly attributes: readonly CanonicalAttribute[];
  readonly children: readonly CanonicalNode[];
}

export interface CanonicalAttribute {
  readonly name: string;
  readonly value: PolicyValue;
  /** Equal for values that mean the same. */
  readonly key: string;
}

/** Neighbouring texts, CDATA among them, are one; blank ones are gone. */
export interface CanonicalText {
  readonly kind: 'text';
  readonly value: PolicyValue;
  readonly key: string;
  /** The element that it stands in; undefined at the top. */
  readonly parent: Place | undefined;
}

/**
 * Reads policy text in either format; whatever `format` says, the text decides. Comments, the declaration and layout are left out.
 * @param text of a policy or fragment; what is wrong with it is read as well as can be
 */
export function canonicalTree(text: string): readonly CanonicalNode[] {
  const source = new SourceText('policy.xml', text);
  const document = readPolicyDocument(parseXml(text), source, { name: 'policy' });
  return canonicalNodes(document.roots, rootPlaces(document), undefined);
}

/** @param places of the elements among the nodes. Documents are at most 1,000 elements deep (syntax/xml/open-elements). */
function canonicalNodes(nodes: readonly PolicyNode[], places: readonly Place[], parent: Place | undefined): CanonicalNode[] {
  const canonical: CanonicalNode[] = [];
  let texts: PolicyText[] = [];
  let elements = 0;
  const endTexts = (): void => {
    const value = joined(texts);
    const key = value === undefined ? '' : canonicalValue(value, 'text');
    if (value !== undefined && key !== '') canonical.push({ kind: 'text', value, key, parent });
    texts = [];
  };
  for (const node of nodes) {
    if (node.kind === 'comment') continue;
    if (node.kind === 'text') {
      texts.push(node);
      continue;
    }
    endTexts();
    const place = places[elements++];
    if (place !== undefined) canonical.push(canonicalElement(place));
  }
  endTexts();
  return canonical;
}

function joined(texts: readonly PolicyText[]): PolicyValue | undefined {
  const [first, ...others] = texts;
  if (first === undefined || others.length === 0) return first?.value;
  return policyValue(texts.map(({ value }) => value.text).join(''), first.value.originOf);
}

function canonicalElement(place: Place): CanonicalElement {
  const { attributes, children } = place.element;
  return {
    kind: 'element',
    place,
    attributes: attributes.map(({ name, value }) => ({ name, value, key: canonicalValue(value, 'attribute') })).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    children: canonicalNodes(children, place.children(), place),
  };
}
