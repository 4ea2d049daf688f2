/** The differences of two canonical trees. */
import { isSectionName } from '../../model/scope.js';
import { withLineFeeds } from '../../syntax/xml/decode-text.js';
import { type Aligned, alignSiblings } from './align-siblings.js';
import type { CanonicalAttribute, CanonicalElement, CanonicalNode, CanonicalText } from './canonical-tree.js';
import { addedOrRemoved, changedValue } from './changed-value.js';
import type { ContentChange } from './content-change.js';
import { elementLine } from './element-line.js';
import { maskedPolicyValue } from './mask-secrets.js';
import { NodeIds } from './node-ids.js';

/**
 * In the order of the document that is to be; what goes stands where it was. Paths of what goes are those of the document before, all others those
 * of the one after. Swapping the documents swaps added and removed, before and after.
 * @param isSwapped aligns them as if after were before; told by what they hold, it lets both orders come to one result
 */
export function diffTrees(before: readonly CanonicalNode[], after: readonly CanonicalNode[], isSwapped: boolean): ContentChange[] {
  const comparison = new TreeComparison(isSwapped);
  comparison.nodes(before, after);
  return comparison.changes;
}

class TreeComparison {
  readonly changes: ContentChange[] = [];
  readonly #ids = new NodeIds();
  readonly #isSwapped: boolean;

  constructor(isSwapped: boolean) {
    this.#isSwapped = isSwapped;
  }

  nodes(before: readonly CanonicalNode[], after: readonly CanonicalNode[]): void {
    for (const pair of this.#align(before, after)) {
      if (pair.before === undefined || pair.after === undefined) this.#single(pair);
      else if (this.#ids.of(pair.before) !== this.#ids.of(pair.after)) this.#pair(pair.before, pair.after);
    }
  }

  #align(before: readonly CanonicalNode[], after: readonly CanonicalNode[]): readonly Aligned[] {
    if (!this.#isSwapped) return alignSiblings(before, after, this.#ids);
    return removedFirst(alignSiblings(after, before, this.#ids).map(({ before: inAfter, after: inBefore }) => ({
      ...(inBefore === undefined ? {} : { before: inBefore }),
      ...(inAfter === undefined ? {} : { after: inAfter }),
    })));
  }

  #single({ before, after }: Aligned): void {
    if (before !== undefined) this.#whole('removed', before);
    if (after !== undefined) this.#whole('added', after);
  }

  /** What only holds policies is not shown itself when there are any in it. */
  #whole(kind: 'added' | 'removed', node: CanonicalNode): void {
    if (node.kind === 'element' && isContainer(node) && node.children.length > 0) {
      for (const child of node.children) this.#whole(kind, child);
    } else if (node.kind === 'element') {
      this.changes.push(addedOrRemoved(kind, node.place.path, elementLine(node)));
    } else {
      this.changes.push(addedOrRemoved(kind, textPath(node), shownText(node)));
    }
  }

  #pair(before: CanonicalNode, after: CanonicalNode): void {
    if (before.kind === 'element' && after.kind === 'element') {
      this.#attributes(before, after);
      this.nodes(before.children, after.children);
    } else if (before.kind === 'text' && after.kind === 'text') {
      this.changes.push(changedValue(textPath(after), shownText(before), shownText(after)));
    }
  }

  /** Of an attribute that stands several times, the n-th is held against the n-th. */
  #attributes(before: CanonicalElement, after: CanonicalElement): void {
    const left = attributeLists(before);
    const right = attributeLists(after);
    for (const name of new Set([...right.keys(), ...left.keys()])) {
      const [olds, news] = [left.get(name) ?? [], right.get(name) ?? []];
      for (let index = 0; index < Math.max(olds.length, news.length); index++) this.#attribute(before, after, name, olds[index], news[index]);
    }
  }

  #attribute(before: CanonicalElement, after: CanonicalElement, name: string, old: CanonicalAttribute | undefined, now: CanonicalAttribute | undefined): void {
    if (old?.key === now?.key) return;
    const path = `${after.place.path}/@${name}`;
    const shownOld = old && shownAttribute(before, old);
    const shownNow = now && shownAttribute(after, now);
    if (shownOld === undefined) this.changes.push(addedOrRemoved('added', path, shownNow ?? ''));
    else if (shownNow === undefined) this.changes.push(addedOrRemoved('removed', `${before.place.path}/@${name}`, shownOld));
    else this.changes.push(changedValue(path, shownOld, shownNow));
  }
}

/** Between two that have versions on both sides, what goes stands before what comes. */
function removedFirst(aligned: readonly Aligned[]): Aligned[] {
  const ordered: Aligned[] = [];
  let added: Aligned[] = [];
  for (const pair of aligned) {
    if (pair.before === undefined) {
      added.push(pair);
      continue;
    }
    if (pair.after !== undefined) {
      ordered.push(...added);
      added = [];
    }
    ordered.push(pair);
  }
  return [...ordered, ...added];
}

/** `policies`, `fragment` and the sections. */
function isContainer({ place }: CanonicalElement): boolean {
  const { name } = place.element;
  if (place.parent === undefined) return name === 'policies' || name === 'fragment';
  return isSectionName(name) && place.parent.parent === undefined && place.parent.element.name === 'policies';
}

function attributeLists({ attributes }: CanonicalElement): Map<string, CanonicalAttribute[]> {
  const lists = new Map<string, CanonicalAttribute[]>();
  for (const attribute of attributes) {
    const list = lists.get(attribute.name);
    if (list === undefined) lists.set(attribute.name, [attribute]);
    else list.push(attribute);
  }
  return lists;
}

function shownAttribute({ place }: CanonicalElement, { name, value }: CanonicalAttribute): string {
  return withLineFeeds(maskedPolicyValue(place, name, value));
}

function textPath({ parent }: CanonicalText): string {
  return parent === undefined ? 'text()' : `${parent.path}/text()`;
}

function shownText({ parent, value }: CanonicalText): string {
  return withLineFeeds(maskedPolicyValue(parent, undefined, value)).trim();
}
