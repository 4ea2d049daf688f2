/** The system's clock keeps its contract. */
import { expect, test } from 'vitest';
import { SYSTEM_CLOCK } from '../../src/publish/clock.js';

test.each(['before', 'during'] as const)('a wait that is stopped %s throws the reason', async (when) => {
  const stop = new AbortController();
  const reason = new Error('Ctrl-C');
  if (when === 'before') stop.abort(reason);
  else setTimeout(() => { stop.abort(reason); }, 5);
  await expect(SYSTEM_CLOCK.sleep(60_000, stop.signal)).rejects.toBe(reason);
});

test('a wait ends', async () => {
  const before = SYSTEM_CLOCK.now();
  await SYSTEM_CLOCK.sleep(5);
  expect(SYSTEM_CLOCK.now() - before).toBeGreaterThanOrEqual(4);
});
