/** What users install: complete, nothing else in it, with types that every resolver finds. */
import { execFile } from 'node:child_process';
import { lstatSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../cli/built-cli.js';
import { npmInstall } from './installed.js';
import { emptyProject, installPackage, packPackage, writeProject, type PackedPackage } from './packed.js';

const run = promisify(execFile);
const project = emptyProject();
let packed: PackedPackage;

beforeAll(async () => {
  packed = await packPackage(project);
  await installPackage(packed.tarball, project);
}, 240_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('what is in it', () => {
  test('what a user needs and nothing else', () => {
    const ALLOWED = [
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/u,
      /^dist\/(?:[\w-]+\.c?js|testing\/(?:index|vitest)\.js|packages\/[\w-]+\.cjs|types\/.+\.d\.ts|THIRD-PARTY-LICENSES\.txt)$/u,
      /^docs\/.+\.(?:md|svg)$/u,
      /^policies\/(?:.+\.ts|README\.md)$/u,
      /^schemas\/(?:config|diagnostics|plan|publish-report)\.schema\.json$/u,
    ];
    expect(packed.files.filter((path) => !ALLOWED.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(packed.files).toEqual(expect.arrayContaining(['dist/cli.cjs', 'dist/index.js', 'dist/types/index.d.ts', 'dist/types/testing/index.d.ts', 'LICENSE', 'docs/cli.md']));
  });

  test('it is small: a megabyte and a half to download, where the two Azure packages alone install 77', () => {
    expect(packed.bytes.length).toBeLessThan(1.5 * 1024 * 1024);
    expect(packed.unpackedSize).toBeLessThan(6 * 1024 * 1024);
  });
});

describe('judged by others', () => {
  test('publint', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(packed.bytes).buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
  });

  test('Are the types wrong?', async () => {
    const { stdout } = await run(process.execPath, ['node_modules/@arethetypeswrong/cli/dist/index.js', packed.tarball, '--profile', 'esm-only', '--format', 'json'], { cwd: ROOT });
    const { analysis, problems }: { analysis: { entrypoints: object }; problems?: Readonly<Record<string, readonly { resolutionKind?: string }[]>> } = JSON.parse(stdout);
    // The report lists what the profile passes over: CommonJS importing types, and the resolution of Node 10.
    const relevant = Object.values(problems ?? {}).flat().filter(({ resolutionKind }) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs');
    expect(relevant).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toEqual(expect.arrayContaining(['.', './testing', './testing/vitest']));
  });
});

describe('in a project that has it installed', () => {
  const POLICY = `import { api, base, cs, defineConfig, llmTokenLimit, type Config } from 'aoai-policy';
import { policyXml } from 'aoai-policy/testing';

export const config: Config = defineConfig({ out: 'out' });
const chat = api('chat', { inbound: [base(), llmTokenLimit({ counterKey: cs\`context.Subscription.Id\`, tokensPerMinute: 100, estimatePromptTokens: true })] });
export const xml: string = policyXml(chat);
export default chat;
`;
  const cli = (...args: readonly string[]): Promise<{ stdout: string; stderr: string }> =>
    run(`${project}/node_modules/.bin/aoai-policy`, [...args], { cwd: project, env: { PATH: process.env['PATH'] } });

  beforeAll(() =>
    writeProject(project, {
      'policies/chat.ts': POLICY,
      'types/mistake.ts': `import { llmTokenLimit } from 'aoai-policy';
// @ts-expect-error a misspelt attribute is a compile error
llmTokenLimit({ counterKey: 'a', tokensPerMinit: 100, estimatePromptTokens: true });
`,
      'chat.xml': '<policies>\n  <inbound>\n    <base />\n  </inbound>\n</policies>\n',
      'run.mjs': "import { api } from 'aoai-policy';\nimport { policyXml } from 'aoai-policy/testing';\nimport schema from 'aoai-policy/schemas/config.schema.json' with { type: 'json' };\nconsole.log(typeof api, typeof policyXml, schema.title);\n",
      'require.cjs': "console.log(require.resolve('aoai-policy/package.json').endsWith('package.json'));\n",
      ...Object.fromEntries(
        [['nodenext', 'NodeNext', 'NodeNext'], ['bundler', 'ESNext', 'Bundler']].map(([name, module, moduleResolution]) => [
          `tsconfig.${name}.json`,
          JSON.stringify({ compilerOptions: { module, moduleResolution, target: 'ES2022', lib: ['ES2022'], types: [], strict: true, noEmit: true, skipLibCheck: false }, include: ['policies', 'types'] }),
        ]),
      ),
    }),
  );

  test.concurrent.each(['nodenext', 'bundler'])('its types hold, resolved as %s, without the types of Node', async (resolution) => {
    const { stdout } = await run(process.execPath, [`${ROOT}node_modules/typescript/bin/tsc`, '-p', `tsconfig.${resolution}.json`], { cwd: project }).catch((error: { stdout: string }) => error);
    expect(stdout).toBe('');
  });

  test('its commands run', async () => {
    expect((await cli('lint', 'chat.xml')).stderr).toMatch(/^no findings in 1 file, \d+ ms\n$/u);
    expect((await cli('build', 'policies/chat.ts')).stdout).toContain('tokens-per-minute="100"');
    expect((await cli('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect((await cli('--help')).stdout).toContain('Commands:');
  });

  test('what init writes lints, builds and passes its test', async () => {
    mkdirSync(join(project, 'started'));
    // Not installed again: the real one is a hundred megabytes.
    symlinkSync(`${ROOT}node_modules/vitest`, join(project, 'node_modules/vitest'));
    await cli('init', '-C', 'started');
    expect((await cli('lint', '-C', 'started', '--fail-on', 'info')).stdout).toBe('');
    expect((await cli('build', '-C', 'started')).stdout).toBe('written  out/apis/chat/policy.xml\n');
    const { stdout } = await run(process.execPath, [`${ROOT}node_modules/vitest/vitest.mjs`, 'run', '--root', 'started'], { cwd: project, env: { PATH: process.env['PATH'], CI: 'true', NO_COLOR: '1' } });
    expect(stdout).toMatch(/Tests +1 passed \(1\)/u);
  });

  test('its entries can be imported', async () => {
    expect((await run(process.execPath, ['--disable-warning=ExperimentalWarning', 'run.mjs'], { cwd: project })).stdout).toBe('function function aoai-policy configuration\n');
    expect((await run(process.execPath, ['require.cjs'], { cwd: project })).stdout).toBe('true\n');
  });
});

/** What a user does first, with nothing linked to this repository. */
test('npm install in an empty folder elsewhere, init, build, lint, and the test that init wrote', async ({ skip }) => {
  const folder = emptyProject();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { unreachable } = await npmInstall(packed.tarball, folder);
  // Where `npm ci` has just run there is a network: there it has to work.
  if (unreachable !== undefined && process.env['CI'] === undefined) skip(`NOT TESTED: the registry is out of reach, and npm's cache lacks a package\n${unreachable}`);
  expect(unreachable).toBeUndefined();

  const installed = ['aoai-policy', 'esbuild', 'vitest'].map((name) => join(folder, 'node_modules', name));
  expect(installed.filter((path) => lstatSync(path).isSymbolicLink() || !realpathSync(path).startsWith(folder))).toEqual([]);

  const bin = (name: string, ...args: readonly string[]): Promise<{ stdout: string; stderr: string }> =>
    run(join(folder, 'node_modules/.bin', name), [...args], { cwd: folder, env: { PATH: process.env['PATH'], CI: 'true', NO_COLOR: '1' } });
  await bin('aoai-policy', 'init');
  expect((await bin('aoai-policy', 'build')).stdout).toBe('written  out/apis/chat/policy.xml\n');
  expect((await bin('aoai-policy', 'lint', '--fail-on', 'info')).stderr).toMatch(/^no findings in \d+ files?, \d+ ms\n$/u);
  expect((await bin('vitest', 'run')).stdout).toMatch(/Tests +1 passed \(1\)/u);
}, 300_000);
