/** Which child of one element is which child of another: both lists side by side. */
import type { CanonicalNode } from './canonical-tree.js';
import { kindKey, likeness, namingKey } from './likeness.js';
import type { NodeIds } from './node-ids.js';

/** At least one is there; both when one is a version of the other, or the same. */
export interface Aligned {
  readonly before?: CanonicalNode;
  readonly after?: CanonicalNode;
}

/** More comparisons than these in one gap are too slow; then names decide alone. */
const MOST_COMPARISONS = 40_000;

/** Indexes in the two lists. */
type Pair = readonly [before: number, after: number];

/**
 * Both lists in one: children that are the same, as many as keep their order; between them those that are most alike. What moved past
 * something that stayed is removed and added.
 */
export function alignSiblings(before: readonly CanonicalNode[], after: readonly CanonicalNode[], ids: NodeIds): Aligned[] {
  const same = keptInOrder(before, after, (node) => ids.of(node));
  return inGaps(before, after, same, (left, right) => inGaps(left, right, alikePairs(left, right, ids), unpaired));
}

/** Puts the pairs and what stands between them in a row. */
function inGaps(
  before: readonly CanonicalNode[], after: readonly CanonicalNode[], pairs: readonly Pair[],
  alignGap: (before: readonly CanonicalNode[], after: readonly CanonicalNode[]) => readonly Aligned[],
): Aligned[] {
  const aligned: Aligned[] = [];
  let [fromBefore, fromAfter] = [0, 0];
  const gapUpTo = (beforeEnd: number, afterEnd: number): void => {
    if (fromBefore < beforeEnd || fromAfter < afterEnd) aligned.push(...alignGap(before.slice(fromBefore, beforeEnd), after.slice(fromAfter, afterEnd)));
  };
  for (const [inBefore, inAfter] of pairs) {
    gapUpTo(inBefore, inAfter);
    const [left, right] = [before[inBefore], after[inAfter]];
    if (left !== undefined && right !== undefined) aligned.push({ before: left, after: right });
    [fromBefore, fromAfter] = [inBefore + 1, inAfter + 1];
  }
  gapUpTo(before.length, after.length);
  return aligned;
}

function unpaired(before: readonly CanonicalNode[], after: readonly CanonicalNode[]): Aligned[] {
  return [...before.map((node) => ({ before: node })), ...after.map((node) => ({ after: node }))];
}

function alikePairs(before: readonly CanonicalNode[], after: readonly CanonicalNode[], ids: NodeIds): Pair[] {
  if (before.length === 0 || after.length === 0) return [];
  if (before.length * after.length <= MOST_COMPARISONS) return mostAlike(before, after, ids);
  const named = keptInOrder(before, after, namingKey);
  return named.length > 0 ? named : keptInOrder(before, after, kindKey);
}

/**
 * Pairs of equal keys, in order in both lists. The n-th of a key is held against the n-th; of these the longest rising sequence is kept, found by
 * patience sorting in n log n. Equal starts and ends are kept first.
 */
function keptInOrder<K>(before: readonly CanonicalNode[], after: readonly CanonicalNode[], keyOf: (node: CanonicalNode) => K): Pair[] {
  const [keysBefore, keysAfter] = [before.map(keyOf), after.map(keyOf)];
  let start = 0;
  while (start < keysBefore.length && start < keysAfter.length && keysBefore[start] === keysAfter[start]) start++;
  let end = 0;
  while (end < keysBefore.length - start && end < keysAfter.length - start && keysBefore.at(-1 - end) === keysAfter.at(-1 - end)) end++;
  const first = Array.from({ length: start }, (_, index): Pair => [index, index]);
  const middle = longestRising(samePlaces(keysBefore.slice(start, keysBefore.length - end), keysAfter.slice(start, keysAfter.length - end)));
  const last = Array.from({ length: end }, (_, index): Pair => [before.length - end + index, after.length - end + index]);
  return [...first, ...middle.map(([inBefore, inAfter]): Pair => [inBefore + start, inAfter + start]), ...last];
}

function samePlaces<K>(before: readonly K[], after: readonly K[]): Pair[] {
  const places = new Map<K, number[]>();
  for (const [index, key] of after.entries()) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  }
  const used = new Map<K, number>();
  return before.flatMap((key, index): Pair[] => {
    const count = used.get(key) ?? 0;
    const place = places.get(key)?.[count];
    used.set(key, count + 1);
    return place === undefined ? [] : [[index, place]];
  });
}

/** @param pairs rising in the first index */
function longestRising(pairs: readonly Pair[]): Pair[] {
  /** The last pair of the best sequence of each length. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  const secondOf = (index: number | undefined): number => (index === undefined ? -1 : (pairs[index]?.[1] ?? -1));
  for (const [index, [, second]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (secondOf(ends[middle]) < second) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  }
  const kept: Pair[] = [];
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) {
    const pair = pairs[index];
    if (pair !== undefined) kept.push(pair);
  }
  return kept.reverse();
}

/** The pairs in order whose likenesses add up to the most. */
function mostAlike(before: readonly CanonicalNode[], after: readonly CanonicalNode[], ids: NodeIds): Pair[] {
  const width = after.length + 1;
  const likenesses = new Float64Array(before.length * after.length);
  /** Of what stands at and behind an index in each list. */
  const best = new Float64Array((before.length + 1) * width);
  const [bestAt, likenessAt] = [(i: number, j: number): number => best[i * width + j] ?? 0, (i: number, j: number): number => likenesses[i * after.length + j] ?? 0];
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const [left, right] = [before[i], after[j]];
      const alike = left === undefined || right === undefined ? 0 : likeness(left, right, ids);
      likenesses[i * after.length + j] = alike;
      best[i * width + j] = Math.max(alike > 0 ? alike + bestAt(i + 1, j + 1) : 0, bestAt(i + 1, j), bestAt(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const alike = likenessAt(i, j);
    if (alike > 0 && bestAt(i, j) === alike + bestAt(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (bestAt(i, j) === bestAt(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}
