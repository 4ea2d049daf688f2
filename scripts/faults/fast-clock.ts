/** A clock that runs so much faster that minutes of waiting take a second, for the local APIM's own long-running operations as well. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../src/publish/clock.js';

const FASTER = 150;

export function fastClock(): Clock {
  const began = Date.now();
  return {
    now: () => began + Math.round((Date.now() - began) * FASTER),
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      await wait(milliseconds / FASTER, undefined, signal === undefined ? {} : { signal });
    },
  };
}
