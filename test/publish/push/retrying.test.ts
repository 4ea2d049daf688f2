/** How often, and after how long. */
import { describe, expect, test } from 'vitest';
import { RemoteError, type RemoteErrorKind } from '../../../src/model/remote-error.js';
import { waitBeforeRetry } from '../../../src/publish/push/retrying.js';

const error = (kind: RemoteErrorKind, retryAfter?: number): RemoteError => new RemoteError('no', { kind, ...(retryAfter === undefined ? {} : { retryAfter }) });

describe('another attempt', () => {
  test.each<[RemoteErrorKind, number]>([['throttled', 10], ['unavailable', 6], ['network', 6], ['busy', 10], ['changed', 8], ['flaky', 4], ['not-allowed', 1], ['refused', 1], ['failed', 1], ['misunderstood', 1]])('%s: at most %i in all', (kind, attempts) => {
    let attempt = 1;
    for (let elapsed = 0; ; attempt++) {
      const wait = waitBeforeRetry(error(kind), attempt, elapsed);
      if (wait === undefined) break;
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(30_000);
      elapsed += wait;
    }
    expect(attempt).toBe(attempts);
  });

  test('comes when the service says, unless that is later than all may take', () => {
    expect(waitBeforeRetry(error('throttled', 7_000), 1, 0)).toBe(7_000);
    expect(waitBeforeRetry(error('throttled', 0), 1, 0)).toBe(0);
    expect(waitBeforeRetry(error('throttled', 400_000), 1, 0)).toBeUndefined();
    expect(waitBeforeRetry(error('network'), 1, 299_999)).toBeUndefined();
  });

  test('is not made for a bug', () => {
    expect(waitBeforeRetry(new TypeError('x is undefined'), 1, 0)).toBeUndefined();
  });
});
