/**
 * What a run loads decides how fast it starts (reference/stack.md §4). Times depend on the machine, what is loaded does not:
 * linting one XML file must load none of what costs most.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCli, CLI } from './built-cli.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-start-')));
const PROBE = `
const before = new Set(process.moduleLoadList);
process.on('exit', () => {
  const builtIn = process.moduleLoadList.filter((name) => !before.has(name)).map((name) => name.replace(/^NativeModule /u, ''));
  require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'loaded.json'))}, JSON.stringify({ builtIn, files: Object.keys(require.cache) }));
});
`;

beforeAll(async () => {
  await buildCli();
  writeFileSync(join(folder, 'probe.cjs'), PROBE);
  writeFileSync(join(folder, 'chat.xml'), '<policies><inbound><base /><set-header name="a"><value>@(context.RequestId.ToString())</value></set-header></inbound></policies>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['lint', ['lint', 'chat.xml']],
  ['build', ['build', 'chat.xml']],
])('%s of one XML file', async (_, args) => {
  await promisify(execFile)(process.execPath, ['-r', join(folder, 'probe.cjs'), CLI, ...args], { cwd: folder, env: { PATH: process.env['PATH'] } });
  const { builtIn, files }: { builtIn: string[]; files: string[] } = JSON.parse(readFileSync(join(folder, 'loaded.json'), 'utf8'));
  // Its own file alone: neither yargs nor esbuild, nor a loader of globs.
  expect(files.filter((file) => !file.endsWith('probe.cjs'))).toEqual([CLI]);
  // The stream objects of `process` and the global `performance` bring these; workers and hashes are for TypeScript.
  expect(builtIn.filter((name) => ['stream', 'net', 'tty', 'perf_hooks', 'worker_threads', 'child_process'].includes(name))).toEqual([]);
});
