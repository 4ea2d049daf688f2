/** Where policies name what they do not contain: backends, fragments, named values. */
import { hasTemplateMark, isOpaque } from '../check/opaque-text.js';
import type { PolicyElement } from '../model/document.js';
import { namedValueReferences } from '../model/named-value-reference.js';
import type { Origin } from '../model/origin.js';
import type { PolicyValue } from '../model/value.js';
import type { Place } from '../model/walk.js';

export interface Reference {
  readonly name: string;
  readonly at: Origin;
  readonly place: Place;
  /** From the place to the value: `/@backend-id`, `/text()`. */
  readonly step: string;
}

/** On set-backend-service and llm-content-safety; on the lookups of a semantic cache. Source: schemas/elements. */
const BACKEND_ATTRIBUTES: ReadonlySet<string> = new Set(['backend-id', 'embeddings-backend-id']);

/** The attributes that name a backend, expressions and named values included. */
export function backendAttributes({ attributes }: PolicyElement): PolicyElement['attributes'] {
  return attributes.filter(({ name }) => BACKEND_ATTRIBUTES.has(name));
}

/** Backends and pools named as they are, in document order. */
export function backendReferences(places: readonly Place[]): Reference[] {
  return places.flatMap((place) => literalReferences(place, backendAttributes(place.element)));
}

/** Fragments that are included, in document order. */
export function fragmentReferences(places: readonly Place[]): Reference[] {
  return places.flatMap((place) =>
    place.element.name === 'include-fragment' ? literalReferences(place, place.element.attributes.filter(({ name }) => name === 'fragment-id')) : []);
}

/** A value that a named value or a deployment tool fills in names nothing yet. */
function literalReferences(place: Place, attributes: PolicyElement['attributes']): Reference[] {
  return attributes.flatMap(({ name: attribute, value, origin }): Reference[] => {
    const name = value.text.trim();
    return value.kind !== 'literal' || name === '' || isOpaque(name) ? [] : [{ name, at: origin, place, step: `/@${attribute}` }];
  });
}

/** Named values in attributes, texts and expressions, in document order; the braces of Liquid and of other templates are none. */
export function namedValueUses(places: readonly Place[]): Reference[] {
  return places.flatMap((place) => {
    const { attributes, children } = place.element;
    const texts = isLiquid(place.element) ? [] : children.flatMap((node) => (node.kind === 'text' ? usesIn(node.value, place, '/text()') : []));
    return [...attributes.flatMap(({ name, value }) => usesIn(value, place, `/@${name}`)), ...texts];
  });
}

function usesIn(value: PolicyValue, place: Place, step: string): Reference[] {
  if (!value.text.includes('{{') || hasTemplateMark(value.text)) return [];
  return namedValueReferences(value.text).map(({ name, span }) => ({ name, at: value.originOf(span), place, step }));
}

/** Source: reference/policy-documents.md, "Named values", "Same braces elsewhere". */
function isLiquid({ attributes }: PolicyElement): boolean {
  return attributes.some(({ name }) => name === 'template');
}
