/** One push per environment. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.js';
import { isPushUnderWay, takeLock } from '../../../src/publish/push/push-lock.js';
import { damagedJson } from '../../project/damaged-json.js';
import { temporaryFolder } from './temporary-folder.js';

const lock = (folder: string, content: Readonly<Record<string, unknown>>): void => writeFileSync(join(folder, 'lock'), JSON.stringify(content));
const NOW = new Date().toISOString();

test('a second push is told who holds it, and since when', () => {
  const folder = temporaryFolder();
  const held = takeLock(folder);
  expect(isPushUnderWay(folder)).toBe(true);
  expect(() => takeLock(folder)).toThrow(new RegExp(`^a push to this environment is running since \\d{4}-.*Z \\(process ${process.pid}\\): wait for it, or delete '.*lock' if it is not running any more$`, 'u'));
  held.release();
  expect(isPushUnderWay(folder)).toBe(false);
  takeLock(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('the folder is made', () => {
  const folder = join(temporaryFolder(), '.aoai-policy', 'dev');
  takeLock(folder).release();
  expect(existsSync(folder)).toBe(true);
});

describe('a lock is taken over', () => {
  test('of a process that is gone', async () => {
    const folder = temporaryFolder();
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    lock(folder, { pid: child.pid, host: hostname(), since: NOW });
    expect(isPushUnderWay(folder)).toBe(false);
    takeLock(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of before the computer was started', () => {
    const folder = temporaryFolder();
    lock(folder, { pid: process.pid, host: hostname(), since: '2001-01-01T00:00:00.000Z' });
    takeLock(folder).release();
  });

  test.runIf(process.platform === 'linux')('of a process whose id another one has now', () => {
    const folder = temporaryFolder();
    lock(folder, { pid: process.pid, host: hostname(), since: NOW, began: '1' });
    takeLock(folder).release();
  });
});

describe('a lock is left', () => {
  test('of another host', () => {
    const folder = temporaryFolder();
    lock(folder, { pid: 1, host: 'build-7', since: '2026-11-24T13:46:20.000Z' });
    expect(() => takeLock(folder)).toThrow('is running on build-7 since 2026-11-24T13:46:20.000Z (process 1)');
  });

  test('that push has not made', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'lock'), 'mine');
    expect(() => takeLock(folder)).toThrow('is not a lock that push has made');
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe('mine');
  });

  test('or taken, whatever stands in it: nothing else is left behind', () => {
    const folder = temporaryFolder();
    const content = fc.oneof(fc.string(), damagedJson({ pid: process.pid, host: hostname(), since: NOW, began: '1', ticket: 't' }).map((value) => JSON.stringify(value)));
    fc.assert(fc.property(content, (text) => {
      writeFileSync(join(folder, 'lock'), text);
      try {
        takeLock(folder).release();
        expect(readdirSync(folder)).toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        expect([readdirSync(folder), readFileSync(join(folder, 'lock'), 'utf8')]).toEqual([['lock'], text]);
      }
    }), { numRuns: 100 });
  });

  test('when somebody else has taken it over meanwhile', () => {
    const folder = temporaryFolder();
    const held = takeLock(folder);
    lock(folder, { pid: 1, host: 'build-7', since: NOW });
    held.release();
    expect(readFileSync(join(folder, 'lock'), 'utf8')).toContain('build-7');
  });
});
