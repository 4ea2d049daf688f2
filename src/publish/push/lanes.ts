/** Writes that must not overlap: those of one API, which the service refuses with 412 or 409 when they do (reference/management-api.md §2.1). */
import { withoutRevision } from '../api-revision.js';
import type { ResourceKey } from '../resource-key.js';

/** undefined for what may be written beside everything else. Revisions share their API's lane. */
export function laneOf(key: ResourceKey): string | undefined {
  if (key.kind !== 'policy' || !('api' in key.scope)) return undefined;
  return withoutRevision(key.scope.api).toLowerCase();
}

export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does the work when all earlier work of its lane has ended, well or badly. */
  async run<T>(lane: string | undefined, work: () => Promise<T>): Promise<T> {
    if (lane === undefined) return work();
    const earlier = this.#last.get(lane);
    const mine = (async (): Promise<T> => {
      await earlier?.catch(() => undefined);
      return work();
    })();
    this.#last.set(lane, mine);
    return mine;
  }
}
