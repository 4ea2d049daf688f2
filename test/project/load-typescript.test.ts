import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emitPolicyXml } from '../../src/emit/policy-xml.js';
import { loadProject, type LoadOptions } from '../../src/project/load-project.js';
import type { LoadedProject } from '../../src/project/loaded-project.js';
import { concise } from './concise.js';
import { temporaryFolder, writeFiles } from './temporary-folder.js';

const CHAT = "import { api, base } from 'aoai-policy';\nexport default api('chat', { inbound: [base()] });\n";

/** Loads all files of a folder but those that are named `lib…`. */
function load(folder: string, options: Partial<LoadOptions> = {}, patterns: readonly string[] = ['*.ts', '!lib*']): Promise<LoadedProject> {
  return loadProject(patterns, { cwd: folder, ...options });
}

describe('what policy files may be', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['a default export', { 'a.ts': CHAT }, ['chat']],
    [
      'named exports and lists, each document once',
      { 'a.ts': "import { api, base, product } from 'aoai-policy';\nexport const a = api('a', { inbound: [base()] });\nexport default [a, [product('b', { inbound: [base()] })]];\n" },
      ['a', 'b'],
    ],
    [
      'several files that share a module',
      {
        'a.ts': "import { make } from './lib.js';\nexport default make('a');\n",
        'b.ts': "import { make } from './lib.js';\nexport default make('b');\n",
        'lib.ts': "import { api, base } from 'aoai-policy';\nexport const make = (name: string) => api(name, { inbound: [base()] });\n",
      },
      ['a', 'b'],
    ],
    [
      'data from JSON, paths of tsconfig.json, packages',
      {
        'tsconfig.json': '{ "compilerOptions": { "paths": { "#names/*": ["./names/*"] } } }',
        'names/names.json': '["x", "y"]',
        'node_modules/prefix/package.json': '{ "name": "prefix", "main": "main.cjs" }',
        'node_modules/prefix/main.cjs': "module.exports = (name) => 'p-' + name;",
        'a.ts': "import { api, base } from 'aoai-policy';\nimport names from '#names/names.json';\nimport prefix from 'prefix';\nexport default names.map((name: string) => api(prefix(name), { inbound: [base()] }));\n",
      },
      ['p-x', 'p-y'],
    ],
    [
      'files that read what lies beside them',
      {
        'sub/name.txt': 'from-file',
        'a.ts': "import { readFileSync } from 'node:fs';\nimport { api, base } from 'aoai-policy';\nexport default api(readFileSync(new URL('./sub/name.txt', import.meta.url), 'utf8'), { inbound: [base()] });\n",
        'b.ts': "import { api, base } from 'aoai-policy';\nimport { basename } from 'node:path';\nexport default api(basename(import.meta.filename), { inbound: [base()] });\n",
      },
      ['from-file', 'b.ts'],
    ],
    ['a promise that settles', { 'a.ts': `${CHAT}await new Promise((resolve) => setTimeout(resolve, 10));\n` }, ['chat']],
  ])('%s', async (_, files, names) => {
    const project = await load(temporaryFolder(files));
    expect(concise(project)).toEqual([]);
    expect(project.documents.map(({ name }) => name)).toEqual(names);
  });

  test('resources come along', async () => {
    const folder = temporaryFolder({ 'a.ts': "import { backend } from 'aoai-policy';\nexport const ptu = backend('ptu', { url: 'https://a.example' });\n" });
    const { resources, documents } = await load(folder);
    expect(documents).toEqual([]);
    expect(resources).toMatchObject([{ kind: 'backend', name: 'ptu', url: 'https://a.example', origin: { file: 'a.ts', range: { start: { line: 2, column: 20 } } } }]);
  });
});

describe('a policy file that goes wrong leaves the others alone', () => {
  test.each<[string, string, string | RegExp]>([
    ['never ends', 'while (true);', 'a.ts:1:1 policy-file-never-ends: policy file was still running after 1.5 s and was stopped; look for a loop or a timer that never ends'],
    ['waits for ever', 'await new Promise(() => {});', 'a.ts:1:1 policy-file-never-ends: policy file awaits something at its top level that never happens; look for a promise that nothing resolves'],
    ['keeps a timer', 'await new Promise(() => setInterval(() => {}, 10));', /^a\.ts:1:1 policy-file-never-ends: policy file was still running after 1\.5 s/u],
    ['throws no error', "throw 'no region';", 'a.ts:1:1 policy-file-throws: policy file throws: no region'],
    ['throws what cannot be looked at', 'throw new Proxy({}, { getPrototypeOf() { throw 1; } });', 'a.ts:1:1 policy-file-throws: policy file throws: something that cannot be shown'],
    ['throws later', "setTimeout(() => { throw new Error('late'); });\nawait new Promise((resolve) => setTimeout(resolve, 50));", 'a.ts:1:26 policy-file-throws: policy file throws in code that nobody waits for: late'],
    ['exits', '\n  process.exit(3);', 'a.ts:2:11 policy-file-exits: policy file ends the process with process.exit(3) instead of exporting something; throw an error where it must not go on'],
    ['calls a builder with nonsense', "import { api } from 'aoai-policy';\nexport default api(5 as never, {});", /^a\.ts:2:16 invalid-builder-call: /u],
    ['exports a policy', "import { base } from 'aoai-policy';\nexport default base();", /^a\.ts:1:1 policy-file-exports-no-policy: the default export is the policy base, not a document/u],
    ['does not parse', 'export default {', 'a.ts:2:1 typescript-syntax: TypeScript cannot be read: expected identifier but found end of file'],
    ['misspells a builder', "import { bse } from 'aoai-policy';\nexport default bse;", "a.ts:1:10 unknown-export: 'aoai-policy' exports no 'bse'; did you mean 'base'?"],
    ['asks for an entry that is not there', "import 'aoai-policy/testng';", "a.ts:1:8 unresolved-import: import 'aoai-policy/testng' cannot be resolved; import from 'aoai-policy' or 'aoai-policy/testing'"],
  ])('%s', async (_, text, expected) => {
    const folder = temporaryFolder({ 'a.ts': `${text}\n`, 'b.ts': CHAT });
    const project = await load(folder, { timeoutMs: 1_500 });
    expect(concise(project)).toEqual([typeof expected === 'string' ? expected : expect.stringMatching(expected)]);
    expect(project.documents.map(({ name }) => name)).toEqual(['chat']);
  });

  test.each([
    ['on the heap', 'new Array(100_000).fill(kept)'],
    ['beside it', 'Buffer.alloc(4 * 1024 * 1024, 1)'],
  ])('takes memory without end, %s', async (_, allocation) => {
    const folder = temporaryFolder({ 'a.ts': `const kept: unknown[] = [];\nfor (;;) kept.push(${allocation});\n`, 'b.ts': CHAT });
    const project = await load(folder, { memoryMb: 32, timeoutMs: 30_000 });
    expect(concise(project)).toEqual(['a.ts:1:1 policy-file-out-of-memory: policy file took more than 32 MB of memory and was stopped']);
    expect(project.documents).toHaveLength(1);
  });

  test('a broken module is reported once, and each file that imports it is left out', async () => {
    const importing = "import { x } from './lib.js';\nexport default x;\n";
    const folder = temporaryFolder({ 'a.ts': importing, 'b.ts': importing, 'c.ts': CHAT, 'lib.ts': 'export const x = ;\n' });
    const project = await load(folder);
    expect(concise(project)).toEqual(['lib.ts:1:18 typescript-syntax: TypeScript cannot be read: unexpected ";"']);
    expect(project.documents).toHaveLength(1);
  });

  test('what it prints is handed over and not mixed with anything', async () => {
    const printed: Uint8Array[] = [];
    const folder = temporaryFolder({ 'a.ts': `console.log('one');\nconsole.error('two');\n${CHAT}` });
    await load(folder, { onOutput: (text) => printed.push(text) });
    expect(Buffer.concat(printed).toString().split('\n').sort()).toEqual(['', 'one', 'two']);
  });
});

describe('documents are handed over as they come', () => {
  test('while other files still run', async () => {
    const folder = temporaryFolder({
      'a.ts': CHAT,
      'b.ts': "import { existsSync } from 'node:fs';\nwhile (!existsSync(new URL('seen-chat', import.meta.url))) await new Promise((resolve) => setTimeout(resolve, 5));\n" + CHAT.replace("'chat'", "'b'"),
    });
    const project = await load(folder, { onDocument: ({ name }) => writeFileSync(join(folder, `seen-${name}`), '') });
    expect(concise(project)).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith('seen-'))).toEqual(['seen-b', 'seen-chat']);
  });

  test('and a mistake of who takes them ends the loading', async () => {
    const onDocument = (): never => {
      throw new TypeError('taken badly');
    };
    await expect(load(temporaryFolder({ 'a.ts': CHAT }), { onDocument })).rejects.toThrow(new TypeError('taken badly'));
  });
});

test('two documents for one scope', async () => {
  const folder = temporaryFolder({ 'a.ts': CHAT, 'b.ts': CHAT });
  expect(concise(await load(folder))).toEqual([
    "b.ts:2:16 duplicate-document: API 'chat' has a document already, in a.ts:2:16; both would be written to 'apis/chat/policy.xml'; merge the two, or change the scope of one",
  ]);
});

describe('bundles are kept between runs', () => {
  const xml = async (folder: string): Promise<string> => {
    const { documents } = await load(folder);
    return documents.map((document) => emitPolicyXml(document, { content: 'rawxml' })).join('');
  };
  const bundles = (folder: string): string[] => readdirSync(join(folder, 'node_modules/.cache/aoai-policy')).filter((name) => name.endsWith('.mjs'));
  const FILES = {
    'a.ts': "import { api, base, setMethod } from 'aoai-policy';\nimport { method } from '#method';\nexport default api('chat', { inbound: [base(), setMethod(method)] });\n",
    'tsconfig.json': '{ "compilerOptions": { "paths": { "#method": ["./lib.ts"] } } }',
    'lib.ts': "export const method = 'GET';\n",
  };

  test('the second run makes none', async () => {
    const folder = temporaryFolder(FILES);
    const first = await xml(folder);
    expect(bundles(folder)).toHaveLength(1);
    expect(await xml(folder)).toBe(first);
    expect(bundles(folder)).toHaveLength(1);
  });

  test.each<[string, (folder: string) => void]>([
    ['an imported file changes, even within the same millisecond', (folder) => writeFiles(folder, { 'lib.ts': "export const method = 'PUT';\n" })],
    ['tsconfig.json leads elsewhere', (folder) => writeFiles(folder, { 'tsconfig.json': FILES['tsconfig.json'].replace('lib', 'lib2'), 'lib2.ts': "export const method = 'PUT';\n" })],
  ])('%s', async (_, change) => {
    const folder = temporaryFolder(FILES);
    expect(await xml(folder)).toContain('GET');
    change(folder);
    expect(await xml(folder)).toContain('PUT');
  });

  test('a damaged bundle is made again', async () => {
    const folder = temporaryFolder(FILES);
    const first = await xml(folder);
    for (const name of bundles(folder)) writeFileSync(join(folder, 'node_modules/.cache/aoai-policy', name), 'export default [');
    expect(await xml(folder)).toBe(first);
  });
});
