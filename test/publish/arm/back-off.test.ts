/** One wait for all that are throttled. */
import { describe, expect, test } from 'vitest';
import { BackOff, jittered } from '../../../src/publish/arm/back-off.js';
import type { Clock } from '../../../src/publish/clock.js';
import { quickClock } from './recorded-arm.js';

function backOff(clock: Clock = quickClock().clock): { readonly clock: Clock; readonly waiting: BackOff } {
  return { clock, waiting: new BackOff({ clock, random: () => 1 }) };
}

test('requests that were under way together make one step of it, whatever their number', async () => {
  const { clock, waiting } = backOff();
  const sentAt = clock.now();
  expect([1, 2, 3, 4, 5].map(() => waiting.hold(undefined, sentAt - 1, 'x'))).toEqual([1_000, 1_000, 1_000, 1_000, 1_000]);
  await waiting.pass();
  expect(waiting.hold(undefined, clock.now(), 'x')).toBe(2_000);
});

test('it grows to an end, and starts again once something went through', async () => {
  const { clock, waiting } = backOff();
  const waits: number[] = [];
  for (let time = 0; time < 9; time++) {
    waits.push(waiting.hold(undefined, clock.now(), 'x'));
    await waiting.pass();
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 64_000, 64_000]);
  waiting.relax();
  expect(waiting.hold(undefined, clock.now(), 'x')).toBe(1_000);
});

describe('who waits', () => {
  test('does so until the latest end, also when it moves meanwhile', async () => {
    const times: number[] = [];
    const { clock } = quickClock();
    let again: (() => void) | undefined;
    const moving: Clock = { ...clock, sleep: async (milliseconds, signal) => {
      times.push(milliseconds);
      again?.();
      again = undefined;
      await clock.sleep(milliseconds, signal);
    } };
    const { waiting } = backOff(moving);
    waiting.hold(5_000, clock.now(), 'x');
    again = () => { waiting.hold(9_000, clock.now(), 'x'); };
    await waiting.pass();
    expect(times).toEqual([5_000, 4_000]);
  });

  test('is not held up by a shorter wait that comes later', async () => {
    const { clock, waits } = quickClock();
    const { waiting } = backOff(clock);
    waiting.hold(5_000, clock.now(), 'x');
    waiting.hold(1_000, clock.now(), 'x');
    await waiting.pass();
    expect(waits).toEqual([5_000]);
  });
});

test('jitter takes away at most half', () => {
  expect([0, 0.5, 1].map((random) => jittered(1_000, () => random))).toEqual([500, 750, 1_000]);
});
