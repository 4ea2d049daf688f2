/** In which order changes are made: what others need first, what others let go of last; and undone: the other way round. */
import { InternalError } from '../../model/internal-error.js';
import type { PlannedChange } from '../plan/plan.js';
import { type Address, addressIdentity, type ResourceKey } from '../resource-key.js';
import type { ResourceBody } from '../resource-body.js';
import { laneOf } from './lanes.js';

/** One of them is done with before the next is begun. Within one, `needs` say what comes first. */
export const LAYERS = ['named-value', 'backend', 'pool', 'fragment', 'policy', 'delete-policy', 'delete-fragment', 'delete-pool', 'delete-backend', 'delete-named-value'] as const;
export type Layer = (typeof LAYERS)[number];

export function isLayer(text: string): text is Layer {
  return (LAYERS as readonly string[]).includes(text);
}

export function layerOf({ key, action, before, after }: Pick<PlannedChange, 'key' | 'action' | 'before' | 'after'>): Layer {
  const kind = key.kind === 'backend' && (isPool(before) || isPool(after)) ? 'pool' : key.kind;
  return action === 'delete' ? `delete-${kind}` : kind;
}

function isPool(body: ResourceBody | undefined): boolean {
  return body?.kind === 'backend' && body.properties['type'] === 'Pool';
}

export interface OrderedWork {
  readonly key: ResourceKey;
  readonly address: Address;
  readonly layer: Layer;
  readonly needs: readonly Address[];
}

export interface InOrder<T extends OrderedWork> {
  readonly direction: 'forward' | 'backward';
  /** How many are under way at once, at most. */
  readonly limit: number;
  /** Asked before each is begun; once it says no, nothing more is. */
  readonly mayStart: () => boolean;
  /** Must not throw for what can go wrong with one of them. */
  readonly work: (item: T) => Promise<void>;
}

/**
 * Resolves when all that was begun has ended.
 * @param items each after what it needs
 * @throws InternalError before anything is begun, when an item needs a later one
 * @throws whatever `work` threw first, when all that was begun has ended
 */
export async function inOrder<T extends OrderedWork>(items: readonly T[], options: InOrder<T>): Promise<void> {
  const layers = LAYERS.map((layer) => ready(items.filter((item) => item.layer === layer)));
  checkNeeds(items);
  for (const layer of options.direction === 'forward' ? layers : layers.reverse()) await runLayer(layer, options);
}

/** @throws InternalError when an item needs a later one */
export function checkNeeds(items: readonly OrderedWork[]): void {
  const places = new Map(items.map(({ address, layer }, index) => [addressIdentity(address), LAYERS.indexOf(layer) * items.length + index]));
  for (const { address, needs } of items) {
    const own = places.get(addressIdentity(address)) ?? 0;
    const late = needs.find((need) => (places.get(addressIdentity(need)) ?? -1) >= own);
    if (late !== undefined) throw new InternalError(`the plan has ${address} before ${late}, which it needs`);
  }
}

interface Waiting<T> {
  readonly item: T;
  /** Indices in the layer. */
  readonly needs: readonly number[];
  readonly neededBy: readonly number[];
}

/** The first of every lane, then the second of every lane, …: so that one API's long queue does not hold all places. */
function ready<T extends OrderedWork>(layer: readonly T[]): Waiting<T>[] {
  const counts = new Map<string, number>();
  const turns = new Map(layer.map((item) => {
    const lane = laneOf(item.key) ?? item.address;
    const turn = counts.get(lane) ?? 0;
    counts.set(lane, turn + 1);
    return [item, turn];
  }));
  const sorted = [...layer].sort((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0));
  const indices = new Map(sorted.map(({ address }, index) => [addressIdentity(address), index]));
  const needs = sorted.map((item) => item.needs.flatMap((need) => indices.get(addressIdentity(need)) ?? []));
  const neededBy = sorted.map((): number[] => []);
  needs.forEach((needed, index) => { for (const need of needed) neededBy[need]?.push(index); });
  return sorted.map((item, index) => ({ item, needs: needs[index] ?? [], neededBy: neededBy[index] ?? [] }));
}

async function runLayer<T extends OrderedWork>(layer: readonly Waiting<T>[], { direction, limit, mayStart, work }: InOrder<T>): Promise<void> {
  const before = layer.map(({ needs, neededBy }) => (direction === 'forward' ? needs : neededBy));
  const indices = [...layer.keys()];
  const pending = new Set(direction === 'forward' ? indices : indices.reverse());
  const done = new Set<number>();
  const running = new Set<Promise<void>>();
  let failure: { readonly thrown: unknown } | undefined;
  const begin = (index: number, { item }: Waiting<T>): void => {
    pending.delete(index);
    const run = work(item)
      .then(() => { done.add(index); }, (thrown: unknown) => { failure ??= { thrown }; })
      .finally(() => running.delete(run));
    running.add(run);
  };
  for (;;) {
    for (const index of pending) {
      const waiting = layer[index];
      if (running.size >= limit || failure !== undefined || !mayStart()) break;
      if (waiting !== undefined && (before[index] ?? []).every((other) => done.has(other))) begin(index, waiting);
    }
    if (running.size === 0) break;
    await Promise.race(running);
  }
  if (failure !== undefined) throw failure.thrown;
}
