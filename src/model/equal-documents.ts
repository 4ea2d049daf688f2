/** Whether two policy documents say the same, and where they first differ. */
import { sameTokens } from '../syntax/csharp/same-tokens.js';
import type { PolicyAttribute, PolicyDocument, PolicyNode } from './document.js';
import { policyValue } from './policy-value.js';
import type { PolicyValue } from './value.js';
import { type Place, rootPlaces } from './walk.js';

export interface EqualityOptions {
  readonly comments: 'ignore' | 'compare';
  /** `trimmed`: white space around literal text does not count. Default `verbatim`. */
  readonly text?: 'verbatim' | 'trimmed';
}

export interface DocumentDifference {
  /** Place in the first document, `inbound/choose[1]/when[2]/@condition`; empty at the top. */
  readonly path: string;
  /** What stands in the first and what in the second, one sentence. */
  readonly message: string;
}

const IGNORING_COMMENTS: EqualityOptions = { comments: 'ignore' };

/** Whether `firstDifference` finds none. */
export function equalDocuments(a: PolicyDocument, b: PolicyDocument, options: EqualityOptions = IGNORING_COMMENTS): boolean {
  return firstDifference(a, b, options) === undefined;
}

/**
 * The first place, in document order, where two documents differ. Attributes may stand in any order; expressions are compared
 * token by token, so their white space and comments do not count; CDATA equals text; white space in text at the top is ignored.
 */
export function firstDifference(a: PolicyDocument, b: PolicyDocument, options: EqualityOptions = IGNORING_COMMENTS): DocumentDifference | undefined {
  const comparison = new Comparison(options);
  return comparison.children('', { nodes: a.roots, places: rootPlaces(a) }, { nodes: b.roots, places: rootPlaces(b) });
}

interface Side {
  readonly nodes: readonly PolicyNode[];
  /** Places of the elements among the nodes. */
  readonly places: readonly Place[];
}

/** A child as it is compared: neighbouring texts are one. */
type Item =
  | { readonly kind: 'element'; readonly place: Place }
  | { readonly kind: 'text'; readonly value: PolicyValue }
  | { readonly kind: 'comment'; readonly text: string };

class Comparison {
  readonly #options: EqualityOptions;

  constructor(options: EqualityOptions) {
    this.#options = options;
  }

  children(path: string, a: Side, b: Side): DocumentDifference | undefined {
    const itemsOfA = this.#items(a);
    const itemsOfB = this.#items(b);
    for (let index = 0; index < Math.max(itemsOfA.length, itemsOfB.length); index++) {
      const inA = itemsOfA[index];
      const inB = itemsOfB[index];
      if (inA === undefined || inB === undefined || inA.kind !== inB.kind) {
        return { path: inA?.kind === 'element' ? inA.place.path : path, message: `${described(inA)} in one, ${described(inB)} in the other` };
      }
      const difference = this.#item(path, inA, inB);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }

  #items({ nodes, places }: Side): Item[] {
    const items: Item[] = [];
    let elements = 0;
    for (const node of nodes) {
      const previous = items.at(-1);
      if (node.kind === 'element') {
        const place = places[elements++];
        if (place !== undefined) items.push({ kind: 'element', place });
      } else if (node.kind === 'comment') {
        if (this.#options.comments === 'compare') items.push({ kind: 'comment', text: node.text });
      } else if (previous?.kind === 'text') {
        items[items.length - 1] = { kind: 'text', value: policyValue(previous.value.text + node.value.text, node.value.originOf) };
      } else {
        items.push({ kind: 'text', value: node.value });
      }
    }
    return items;
  }

  #item(path: string, a: Item, b: Item): DocumentDifference | undefined {
    if (a.kind === 'element' && b.kind === 'element') return this.#element(a.place, b.place);
    if (a.kind === 'text' && b.kind === 'text') {
      return this.#sameValue(a.value, b.value, path === '') ? undefined : differentTexts(path, 'text', a.value.text, b.value.text);
    }
    if (a.kind === 'comment' && b.kind === 'comment' && a.text !== b.text) return differentTexts(path, 'comment', a.text, b.text);
    return undefined;
  }

  #element(a: Place, b: Place): DocumentDifference | undefined {
    if (a.element.name !== b.element.name) {
      return { path: a.path, message: `<${a.element.name}> in one, <${b.element.name}> in the other` };
    }
    return (
      this.#attributes(a, b) ??
      this.children(a.path, { nodes: a.element.children, places: a.children() }, { nodes: b.element.children, places: b.children() })
    );
  }

  #attributes(a: Place, b: Place): DocumentDifference | undefined {
    const left = sorted(a.element.attributes);
    const right = sorted(b.element.attributes);
    for (const [index, attribute] of left.entries()) {
      const other = right[index];
      if (other?.name !== attribute.name) {
        const onlyInB = right.find(({ name }) => !left.some((known) => known.name === name));
        const missing = right.some(({ name }) => name === attribute.name) && onlyInB !== undefined ? onlyInB.name : attribute.name;
        return { path: a.path, message: `the attribute ${missing} stands in one and not, or not as often, in the other` };
      }
      if (!this.#sameValue(attribute.value, other.value, false)) {
        return differentTexts(`${a.path}/@${attribute.name}`, 'value', attribute.value.text, other.value.text);
      }
    }
    const extra = right[left.length];
    return extra === undefined ? undefined : { path: a.path, message: `the attribute ${extra.name} stands in the other only` };
  }

  #sameValue(a: PolicyValue, b: PolicyValue, atTop: boolean): boolean {
    if (a.text === b.text) return true;
    if (a.kind === 'expression' && b.kind === 'expression') return a.form === b.form && sameTokens(a.code, b.code);
    if (atTop) return withoutSpace(a.text) === withoutSpace(b.text);
    return this.#options.text === 'trimmed' && a.text.trim() === b.text.trim();
  }
}

/** White space at the top is layout, also between texts that a comment which does not count stands between. */
function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function sorted(attributes: readonly PolicyAttribute[]): PolicyAttribute[] {
  return [...attributes].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function described(item: Item | undefined): string {
  switch (item?.kind) {
    case undefined:
      return 'nothing';
    case 'element':
      return `<${item.place.element.name}>`;
    case 'text':
      return `the text ${quoted(item.value.text)}`;
    case 'comment':
      return `the comment ${quoted(item.text)}`;
  }
}

/** Both texts, cut to the surroundings of the place where they part. */
function differentTexts(path: string, what: string, a: string, b: string): DocumentDifference {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const start = Math.max(0, same - 20);
  return { path, message: `the ${what} is ${quoted(a, start)} in one, ${quoted(b, start)} in the other` };
}

function quoted(text: string, start = 0): string {
  const excerpt = text.slice(start, start + 60);
  return JSON.stringify(`${start > 0 ? '…' : ''}${excerpt}${start + 60 < text.length ? '…' : ''}`);
}
