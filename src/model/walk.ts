/** Walking a document in order, knowing at each element where one is. */
import type { PolicyDocument, PolicyElement, PolicyNode } from './document.js';
import { isSectionName, type SectionName } from './scope.js';

/** An element in its place. */
export class Place {
  readonly element: PolicyElement;
  /** Place of the enclosing element; undefined for a root. */
  readonly parent: Place | undefined;
  readonly document: PolicyDocument;
  /** The section the element stands in, through any depth; undefined for roots, fragments and snippets without sections. */
  readonly section: SectionName | undefined;
  readonly #ordinal: number;

  constructor(document: PolicyDocument, element: PolicyElement, parent: Place | undefined, ordinal: number) {
    this.document = document;
    this.element = element;
    this.parent = parent;
    this.#ordinal = ordinal;
    this.section = parent?.section ?? sectionOpenedBy(element, parent);
  }

  /** `inbound/choose[1]/when[2]`: steps counted from 1 among siblings of one name; `policies` and `fragment` roots and sections carry no number. */
  get path(): string {
    const parentPath = this.parent === undefined || isContainerRoot(this.parent.element) ? '' : this.parent.path;
    const plain = isContainerRoot(this.element) || (isSectionName(this.element.name) && this.section === this.element.name);
    const step = plain ? this.element.name : `${this.element.name}[${this.#ordinal}]`;
    return parentPath === '' ? step : `${parentPath}/${step}`;
  }

  /** Places of the child elements, in order. */
  children(): Place[] {
    return placesOf(this.document, this.element.children, this);
  }
}

/** Places of a document's root elements. */
export function rootPlaces(document: PolicyDocument): Place[] {
  return placesOf(document, document.roots, undefined);
}

/** All elements of a document in document order. Deep documents do not deepen the call stack. */
export function* walkElements(document: PolicyDocument): Generator<Place, void> {
  const pending = rootPlaces(document).reverse();
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    yield place;
    for (const child of place.children().reverse()) pending.push(child);
  }
}

function placesOf(document: PolicyDocument, nodes: readonly PolicyNode[], parent: Place | undefined): Place[] {
  const counts = new Map<string, number>();
  const places: Place[] = [];
  for (const node of nodes) {
    if (node.kind !== 'element') continue;
    const ordinal = (counts.get(node.name) ?? 0) + 1;
    counts.set(node.name, ordinal);
    places.push(new Place(document, node, parent, ordinal));
  }
  return places;
}

function isContainerRoot(element: PolicyElement): boolean {
  return element.name === 'policies' || element.name === 'fragment';
}

function sectionOpenedBy(element: PolicyElement, parent: Place | undefined): SectionName | undefined {
  const opensSection = parent === undefined || (parent.parent === undefined && parent.element.name === 'policies');
  return opensSection && isSectionName(element.name) ? element.name : undefined;
}
