/** What docs/ci.md and .pre-commit-hooks.yaml tell others to run exists, takes these options and does what the page says. */
import { execFile } from 'node:child_process';
import { existsSync, chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { INIT_CI } from '../../src/cli/init-files.js';
import { parseArguments } from '../../src/cli/parse-arguments.js';
import { buildCli, CLI } from '../cli/built-cli.js';
import { fences, readMarkdown, ROOT } from './markdown-files.js';

const snippets = new Map(fences(readMarkdown('docs/ci.md')).map(({ info, content }) => [info, content]));

function snippet(file: string): string {
  const content = snippets.get(file);
  if (content === undefined) throw new Error(`docs/ci.md has no ${file}`);
  return content;
}

/** Every string in a parsed YAML or JSON file. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const hooks: unknown = parse(readFileSync(`${ROOT}.pre-commit-hooks.yaml`, 'utf8'));
const parsed = new Map<string, unknown>([
  ['.pre-commit-hooks.yaml', hooks],
  ...[...snippets].map(([file, content]): [string, unknown] => [file, file.endsWith('.json') ? JSON.parse(content) : /\.ya?ml$/u.test(file) ? parse(content) : content]),
]);
const commandLines = [...parsed].flatMap(([file, content]) => strings(content).flatMap((text) => [...text.matchAll(/(?<=^|npx |-r )aoai-policy [^\n|>]+/gmu)].map(([line]) => [file, line.trimEnd()] as const)));

test('the page has a snippet for each of the places', () => {
  expect([...snippets.keys()]).toEqual(['.pre-commit-config.yaml', '.husky/pre-commit', '.lintstagedrc.json', '.git/hooks/pre-commit', '.github/workflows/policies.yml', 'azure-pipelines.yml', '.github/workflows/policies-drift.yml']);
  expect(new Set(commandLines.map(([file]) => file))).toEqual(new Set([...parsed.keys()].filter((file) => file !== '.husky/pre-commit')));
});

test.each(commandLines)('%s: %s', async (_, line) => {
  const [, name = '', ...args] = line.split(' ');
  const command = await COMMANDS[name]?.();
  if (command === undefined) throw new Error(`there is no command ${name}`);
  expect(parseArguments(command, args)).toMatchObject({ positionals: [] });
});

test('reports are uploaded from where they were written', () => {
  const written = (file: string): string[] => [...snippet(file).matchAll(/--format \w+=(\S+)/gu)].map(([, path = '']) => path);
  expect(written('.github/workflows/policies.yml')).toEqual([/sarif_file: (\S+)/u.exec(snippet('.github/workflows/policies.yml'))?.[1]]);
  expect(written('azure-pipelines.yml')).toEqual([/testResultsFiles: (\S+)/u.exec(snippet('azure-pipelines.yml'))?.[1]]);
});

test.each(Object.values(INIT_CI).map(({ path, text }) => [path, text]))('init writes %s as it is here', (path, text) => {
  expect(text).toBe(snippet(path));
});

test('pre-commit finds the hook by the id of the page, for policies and not for other files', () => {
  expect(hooks).toEqual([expect.objectContaining({ id: 'aoai-policy-lint', language: 'node' })]);
  const [{ files }] = hooks as [{ files: string }];
  expect(['apis/chat/policy.xml', 'policies/chat.ts', 'a.tsx', 'xml', 'readme.md'].filter((path) => new RegExp(files, 'u').test(path))).toEqual(['apis/chat/policy.xml', 'policies/chat.ts']);
  expect(parsed.get('.pre-commit-config.yaml')).toMatchObject({ repos: [{ hooks: [{ id: 'aoai-policy-lint', files }] }] });
});

describe('the hook of git alone', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-hook-')));
  const repository = join(folder, 'repository');
  // The package is not installed there: npx runs the one that was built.
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}`, GIT_CONFIG_GLOBAL: '/dev/null' };
  const git = (...args: string[]) => promisify(execFile)('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: repository, env });

  beforeAll(async () => {
    await buildCli();
    mkdirSync(repository);
    writeFileSync(join(folder, 'npx'), `#!/bin/sh\nshift\nexec '${process.execPath}' '${CLI}' "$@"\n`);
    chmodSync(join(folder, 'npx'), 0o755);
    await git('init', '-q');
    mkdirSync(join(repository, '.git/hooks'), { recursive: true });
    writeFileSync(join(repository, '.git/hooks/pre-commit'), snippet('.git/hooks/pre-commit'));
    chmodSync(join(repository, '.git/hooks/pre-commit'), 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function commit(files: Readonly<Record<string, string>>): Promise<string> {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(repository, path), text);
    await git('add', '.');
    return git('commit', '-q', '-m', 'change').then(() => 'committed', ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}`);
  }

  test('lets a commit without policies pass, and one with a policy that is in order', async () => {
    expect(await commit({ 'readme.md': 'a', 'pom.xml': '<project />', 'tool.ts': 'this is no policy' })).toBe('committed');
    expect(await commit({ 'my policy.xml': '<fragment><set-header name="a" exists-action="delete" /></fragment>' })).toBe('committed');
    expect(existsSync(join(repository, 'my policy.xml'))).toBe(true);
  });

  test('stops a commit with an error in a policy', async () => {
    expect(await commit({ 'my policy.xml': '<fragment><set-heeder name="a" /></fragment>' })).toContain('my policy.xml:1:11 error unknown-policy');
  });
});
