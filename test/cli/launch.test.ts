/** The program starts from code that V8 compiled before, and starts all the same when that code is missing, broken or not wanted. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCli, ROOT } from './built-cli.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-launch-')));
const installed = join(folder, 'node_modules', 'aoai-policy');
const cache = join(folder, 'node_modules', '.cache', 'aoai-policy');

beforeAll(async () => {
  await buildCli();
  for (const path of ['dist', 'package.json']) cpSync(join(ROOT, path), join(installed, path), { recursive: true });
});
beforeEach(() => rmSync(cache, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(installed, 'dist', 'cli.cjs'), ...args], { cwd: folder, env: { PATH: process.env['PATH'], ...env } });
  return stdout.trim();
}

const version = (env?: Readonly<Record<string, string>>): Promise<string> => run(['--version'], env);

const kept = (): string[] => readdirSync(cache).filter((name) => name.endsWith('.v8')).map((name) => join(cache, name));

test('the first run keeps the compiled code, the next one leaves it as it is', async () => {
  const printed = await version();
  const [file = '', ...others] = kept();
  expect(others).toEqual([]);
  const before = statSync(file);
  expect(before.size).toBeGreaterThan(10_000);
  expect(await version()).toBe(printed);
  expect(statSync(file).mtimeMs).toBe(before.mtimeMs);
});

test('each command keeps what it calls itself', async () => {
  await version();
  const [small = ''] = kept();
  await run(['rules']);
  const [large = '', ...others] = kept().filter((file) => file !== small);
  expect(others).toEqual([]);
  expect(statSync(large).size).toBeGreaterThan(statSync(small).size);
});

test('a run that fails keeps nothing', async () => {
  await expect(run(['lnit'])).rejects.toThrow(/did you mean/u);
  expect(existsSync(cache)).toBe(false);
});

test('a run that takes long keeps nothing, for it has called more than the next one needs', async () => {
  const busy = join(folder, 'busy.cjs');
  writeFileSync(busy, 'while (process.cpuUsage().user < 2_100_000);');
  await version({ NODE_OPTIONS: `--require=${busy}` });
  expect(existsSync(cache)).toBe(false);
});

test.each([
  ['empty', ''],
  ['of another V8', 'x'.repeat(50_000)],
])('kept code that is %s is made anew', async (_, content) => {
  const printed = await version();
  const [file = ''] = kept();
  writeFileSync(file, content);
  expect(await version()).toBe(printed);
  expect(statSync(file).size).not.toBe(content.length);
});

test('a place that cannot be written to is no mistake', async () => {
  mkdirSync(join(folder, 'node_modules', '.cache'), { recursive: true });
  writeFileSync(cache, 'a file where the folder should be');
  expect(await version()).toMatch(/^\d+\.\d+\.\d+$/u);
});

test('nothing is kept when Node is told to keep nothing', async () => {
  await version({ NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(() => kept()).toThrow(/ENOENT/u);
});
