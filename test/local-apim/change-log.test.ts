/** When an answer may be given: not before the disk has what it says, and never again after the disk has failed. */
import { expect, test } from 'vitest';
import { ChangeLog, type LogFile } from '../../src/local-apim/change-log.js';
import type { StoreChange } from '../../src/local-apim/resource-store.js';

const put = (path: string): StoreChange => ({ kind: 'put', item: { path, etag: 1n, content: {} } });

/** A disk that writes when it is told to. */
class SlowDisk implements LogFile {
  readonly written: string[] = [];
  readonly #waiting: (() => void)[] = [];
  error: Error | undefined;

  appendFile(line: string | Uint8Array): Promise<void> {
    if (this.error !== undefined) return Promise.reject(this.error);
    this.written.push(String(line));
    return Promise.resolve();
  }

  datasync(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async finishOne(): Promise<void> {
    await settle();
    this.#waiting.shift()?.();
    await settle();
  }
}

/** Until nothing is left that can go on by itself. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('what comes during a write goes into the next one, together', async () => {
  const disk = new SlowDisk();
  const log = new ChangeLog(disk);
  const done: string[] = [];
  const recorded = (path: string): void => {
    log.record(put(path));
    void log.settled().then(() => done.push(path));
  };
  recorded('a');
  await settle();
  recorded('b');
  recorded('c');
  await settle();
  expect(done).toEqual([]);
  await disk.finishOne();
  expect(done).toEqual(['a']);
  await disk.finishOne();
  expect(done).toEqual(['a', 'b', 'c']);
  expect(disk.written.map((line) => (JSON.parse(line) as { readonly put: string }[]).map((change) => change.put))).toEqual([['a'], ['b', 'c']]);
});

test('a disk that is full is told to everybody from then on', async () => {
  const disk = new SlowDisk();
  const log = new ChangeLog(disk);
  disk.error = new Error('ENOSPC: no space left on device, write');
  log.record(put('a'));
  await expect(log.settled()).rejects.toThrow('the data folder cannot be written; what was changed since is not kept: ENOSPC');
  disk.error = undefined;
  log.record(put('b'));
  await expect(log.settled()).rejects.toThrow('ENOSPC');
  await expect(log.close()).rejects.toThrow('ENOSPC');
  expect(disk.written).toEqual([]);
});
