/**
 * What a run loads decides how fast it starts (reference/stack.md §4). Times depend on the machine, what is loaded does not:
 * linting one XML file must load none of what costs most.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCli, CLI, ROOT } from './built-cli.js';

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

interface Loaded {
  /** Names of Node's own modules that the start of Node does not bring. */
  readonly builtIn: readonly string[];
  /** Of CommonJS. */
  readonly files: readonly string[];
}

async function loadedBy(args: readonly string[]): Promise<Loaded> {
  await promisify(execFile)(process.execPath, ['-r', join(folder, 'probe.cjs'), CLI, ...args], { cwd: folder, env: { PATH: process.env['PATH'] } });
  const { builtIn, files }: Loaded = JSON.parse(readFileSync(join(folder, 'loaded.json'), 'utf8'));
  return { builtIn, files: files.filter((file) => !file.endsWith('probe.cjs')) };
}

test.each([
  ['lint', ['lint', 'chat.xml']],
  ['build', ['build', 'chat.xml']],
  ['format', ['format', 'chat.xml']],
])('%s of one XML file', async (_, args) => {
  const { builtIn, files } = await loadedBy(args);
  // Its own file alone: neither yargs nor esbuild, nor a loader of globs, nor an Azure package.
  expect(files).toEqual([CLI]);
  // The stream objects of `process` and the global `performance` bring these; workers and hashes are for TypeScript.
  expect(builtIn.filter((name) => ['stream', 'net', 'tty', 'perf_hooks', 'worker_threads', 'child_process'].includes(name))).toEqual([]);
});

/** What the Azure packages send as their user agents, and nothing of ours holds. */
const AZURE_CODE = /azsdk-js-/u;

test('the Azure packages are in files of their own, which importing aoai-policy does not load', () => {
  const dist = readdirSync(`${ROOT}dist`, { recursive: true, encoding: 'utf8' }).filter((path) => /\.c?js$/u.test(path));
  expect(dist).toEqual(expect.arrayContaining(['index.js', 'policy-worker.js', 'program.cjs', 'testing/index.js']));
  const withAzure = dist.filter((path) => AZURE_CODE.test(readFileSync(`${ROOT}dist/${path}`, 'utf8')));
  expect(withAzure.sort()).toEqual(['packages/azure-arm-apimanagement.cjs', 'packages/azure-identity.cjs']);
  // The modules that authors import are ES modules; none of them asks for a file in packages/.
  const asking = dist.filter((path) => path.endsWith('.js') && readFileSync(`${ROOT}dist/${path}`, 'utf8').includes('packages/'));
  expect(asking).toEqual([]);
});

test.each(['lint', 'build', 'routes'])('%s of a TypeScript file loads no Azure package', async (command) => {
  writeFileSync(join(folder, 'search.ts'), `import { api, base } from '${ROOT}dist/index.js';\nexport default api('search', { inbound: [base()] });\n`);
  const { files } = await loadedBy([command, 'search.ts']);
  expect(files).toContain(CLI);
  expect(files.filter((file) => file.includes('/azure-'))).toEqual([]);
});
