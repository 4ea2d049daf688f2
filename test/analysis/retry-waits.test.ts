import { describe, expect, it } from 'vitest';
import { retryWaits } from '../../src/analysis/retry-waits.js';
import { walkElements } from '../../src/model/walk.js';
import { readText } from './read-text.js';

function waitsOf(attributes: string): readonly number[] | undefined {
  const [retry] = walkElements(readText(`<retry condition="@(true)" ${attributes} />`));
  return retry === undefined ? undefined : retryWaits(retry.element)?.waits;
}

describe('retryWaits', () => {
  it.each([
    ['interval alone: fixed', 'count="3" interval="10"', [10, 10, 10]],
    ['with delta: linear', 'count="3" interval="10" delta="5"', [10, 15, 20]],
    ['with delta and max-interval: exponential up to it', 'count="5" interval="10" delta="10" max-interval="100"', [20, 30, 50, 90, 100]],
    ['the first at once, the sequence goes on after it', 'count="3" interval="10" delta="5" first-fast-retry="true"', [0, 15, 20]],
    ['no retries', 'count="0" interval="10"', []],
    ['no wait', 'count="2" interval="0"', [0, 0]],
  ])('%s', (_, attributes, waits) => {
    expect(waitsOf(attributes)).toEqual(waits);
  });

  it.each(['count="@(3)" interval="1"', 'count="3" interval="{{wait}}"', 'count="3"', 'interval="3"', 'count="51" interval="1"', 'count="3" interval="1" delta="@(1)"'])(
    'cannot be told for %s',
    (attributes) => {
      expect(waitsOf(attributes)).toBeUndefined();
    },
  );
});
