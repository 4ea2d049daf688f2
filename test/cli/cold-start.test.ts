/**
 * What a run loads decides how fast it starts (reference/stack.md §4). Times depend on the machine, what is loaded does not:
 * linting one XML file must load none of what costs most.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
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

async function loadedBy(args: readonly string[], cwd = folder): Promise<Loaded> {
  await promisify(execFile)(process.execPath, ['-r', join(folder, 'probe.cjs'), CLI, ...args], { cwd, env: { PATH: process.env['PATH'] } });
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

test('plan on this machine loads the client of the management API, and nothing that gets tokens', async () => {
  const apim = await startLocalApim({ createsParents: true });
  onTestFinished(() => apim.close());
  const project = join(folder, 'published');
  mkdirSync(join(project, 'apis/chat'), { recursive: true });
  writeFileSync(join(project, 'aoai-policy.config.json'), JSON.stringify({ environments: { local: { endpoint: apim.endpoint } } }));
  writeFileSync(join(project, 'apis/chat/policy.xml'), '<policies><inbound><base /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>');
  const { files } = await loadedBy(['plan'], project);
  expect(files.filter((file) => file.includes('/azure-'))).toEqual([`${ROOT}dist/packages/azure-arm-apimanagement.cjs`]);
});
