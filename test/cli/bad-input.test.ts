/** Files that no text fixture can hold: one clear message each, in bounded time. Scripts that never end are in test/project. */
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { buildCli } from './built-cli.js';
import { runProgram } from './run-program.js';

const cwd = join(realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-bad-'))), 'work');

beforeAll(async () => {
  mkdirSync(cwd);
  await buildCli();
});
afterAll(() => rmSync(join(cwd, '..'), { recursive: true, force: true }));

const policy = (text: string): string => `<policies><inbound>${text}</inbound></policies>`;
const DEEP = 10_000;

interface Case {
  readonly content: string | Uint8Array;
  /** What is printed on standard output, times aside. */
  readonly says: readonly (string | RegExp)[];
  readonly exitCode: number;
}

const FILES: Readonly<Record<string, Case>> = {
  'many.xml': {
    content: '<a>'.repeat((50 * 1024 * 1024) / 3),
    says: ['many.xml:1:1 error file-too-large: file has 50 MB, more than the 16 MB that are read'],
    exitCode: 2,
  },
  'elements.xml': {
    content: policy('<choose>'.repeat(DEEP) + '</choose>'.repeat(DEEP)),
    says: [/^elements\.xml:1:\d+ error nesting-too-deep: /u],
    exitCode: 1,
  },
  'parentheses.xml': {
    content: policy(`<set-variable name="a" value="@(${'('.repeat(DEEP)}1${')'.repeat(DEEP)})" />`),
    says: [/^parentheses\.xml:1:\d+ error nesting-too-deep: /u],
    exitCode: 1,
  },
  'unclosed.xml': { content: policy(`<set-variable name="a" value="@(${'('.repeat(DEEP)}" />`), says: [/^unclosed\.xml:1:\d+ error /u], exitCode: 1 },
  'entities.xml': {
    content: `<!DOCTYPE a [${Array.from({ length: 30 }, (_, level) => `<!ENTITY e${level + 1} "&e${level};&e${level};">`).join('')}]>${policy('<a>&e30;</a>')}`,
    says: [/^entities\.xml:1:1 error doctype-not-allowed: /u],
    exitCode: 1,
  },
  'picture.xml': {
    content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d),
    says: ['picture.xml:1:1 error binary-file: file is binary, not policy text: it holds NUL bytes'],
    exitCode: 2,
  },
  'latin-1.xml': {
    content: Buffer.from('<policies>\n  <!-- é -->\n</policies>', 'latin1'),
    says: ['latin-1.xml:2:8 error not-utf8: file is not UTF-8: byte 0xE9 cannot stand here'],
    exitCode: 2,
  },
  'utf-16.xml': {
    content: Buffer.from('\uFEFF<policies />', 'utf16le'),
    says: ['utf-16.xml:1:1 error not-utf8: file is UTF-16 (little-endian), not UTF-8'],
    exitCode: 2,
  },
  'empty.xml': { content: '', says: [/^empty\.xml:1:1 error /u], exitCode: 1 },
  'rejected.ts': {
    content: "void Promise.reject(new Error('nobody listens'));\nexport default [];\n",
    says: [/^rejected\.ts:1:\d+ error policy-file-throws: policy file throws in code that nobody waits for: nobody listens$/u],
    exitCode: 1,
  },
  'recursion.ts': {
    content: 'const again = (): unknown => again();\nexport default again();\n',
    says: [/^recursion\.ts:1:\d+ error policy-file-throws: policy file throws: RangeError: Maximum call stack size exceeded$/u],
    exitCode: 1,
  },
};

describe.concurrent('a file', { timeout: 120_000 }, () => {
  test.for(Object.entries(FILES))('%s', async ([name, { content, says, exitCode }], { expect }) => {
    writeFileSync(join(cwd, name), content);
    const result = await runProgram(['lint', name], { cwd });
    const lines = result.stdout.split('\n').slice(0, -1);
    for (const expected of says) expect(lines).toContainEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
    expect(lines.every((line) => line.startsWith(`${name}:`))).toBe(true);
    expect(result.stderr).toMatch(/^\d+ errors?(?:, \d+ \w+)* in 1 file, \d+ ms\n$/u);
    expect(result.exitCode).toBe(exitCode);
  });
});

describe.concurrent('what is no file', () => {
  test.for<readonly [name: string, make: (path: string) => void, message: RegExp]>([
    ['a link that leads nowhere', (path) => symlinkSync('nowhere.xml', path), /^error: no such file or directory: 'x\.xml'\n$/u],
    ['links in a circle', (path) => symlinkSync('x.xml', path), /x\.xml:1:1 error unreadable-file: file cannot be read: its symbolic links go in a circle/u],
    ['an empty folder', (path) => mkdirSync(path), /^error: no policy files in directory 'x\.xml': looked for /u],
  ])('%s', async ([name, make, message], { expect }) => {
    const folder = join(cwd, name);
    mkdirSync(folder);
    make(join(folder, 'x.xml'));
    const { exitCode, stdout, stderr } = await runProgram(['lint', 'x.xml'], { cwd: folder });
    expect(stdout + stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async ({ expect }) => {
    writeFileSync(join(cwd, 'secret.xml'), '<policies />');
    chmodSync(join(cwd, 'secret.xml'), 0);
    const { exitCode, stdout } = await runProgram(['lint', 'secret.xml'], { cwd });
    expect(stdout).toBe('secret.xml:1:1 error unreadable-file: file cannot be read: permission denied\n');
    expect(exitCode).toBe(2);
  });
});

test.for([
  ['bytes that are no text', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /^stdin\.xml:1:1 error not-utf8: /u],
  ['more than is read', new Uint8Array(17 * 1024 * 1024).fill(0x20), /^stdin\.xml:1:1 error file-too-large: /u],
] as const)('standard input: %s', async ([, stdin, message], { expect }) => {
  const { exitCode, stdout } = await runProgram(['lint', '-'], { cwd, stdin });
  expect(stdout).toMatch(message);
  expect(exitCode).toBe(2);
});
