/** `--watch` as people use it: the program runs, files change, it runs again. Nothing waits for a time; a run too many shows as one that names another change. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../project/temporary-folder.js';
import { buildCli } from './built-cli.js';
import { WatchedProgram } from './watched-program.js';

beforeAll(buildCli);

/** Each file at once, so that no run sees half of one. */
function change(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    writeFiles(folder, { [`${path}~`]: text });
    renameSync(join(folder, `${path}~`), join(folder, path));
  }
}

const policy = (inbound: string): string => `<policies><inbound><base />${inbound}</inbound></policies>\n`;
const GOOD = policy('');
const BAD = policy('<set-method nme="x">GET</set-method>');
const FOUND = (file: string): string => `${file}:1:40 error unknown-attribute: set-method has no attribute nme: APIM refuses the document`;
const CLEAN = (count: number): string => `no findings in ${count} ${count === 1 ? 'file' : 'files'}`;
/** A policy in TypeScript, behind statements of its own. */
const typescript = (id: string, first = ''): string => `${first}\nimport { api, base } from 'aoai-policy';\nexport default api('${id}', { inbound: [base()] });\n`;

describe('lint runs again', { timeout: 120_000 }, () => {
  test('when a policy changes, appears, moves or goes', async () => {
    const folder = temporaryFolder({ 'a.xml': GOOD });
    const program = new WatchedProgram(['lint', '--watch'], folder);
    expect(await program.nextRun()).toBe(CLEAN(1));
    change(folder, { 'a.xml': BAD });
    expect(await program.nextRun()).toBe(`changed: a.xml\n${FOUND('a.xml')}\n1 error in 1 file`);
    change(folder, { 'b.xml': GOOD });
    expect(await program.nextRun()).toBe(`changed: b.xml\n${FOUND('a.xml')}\n1 error in 2 files`);
    rmSync(join(folder, 'a.xml'));
    expect(await program.nextRun()).toBe(`changed: a.xml\n${CLEAN(1)}`);
    renameSync(join(folder, 'b.xml'), join(folder, 'c.xml'));
    expect(await program.nextRun()).toBe(`changed: b.xml, c.xml\n${CLEAN(1)}`);
    rmSync(join(folder, 'c.xml'));
    expect(await program.nextRun()).toContain('changed: c.xml\nerror: no policy files below the working directory');
    expect(await program.end('SIGINT')).toBe(0);
  });

  test('when a folder comes, moves or goes, and when files in it do', async () => {
    const folder = temporaryFolder({ 'a.xml': GOOD, 'elsewhere/deep/b.txt': '', 'node_modules/x/new/c.xml': GOOD });
    const program = new WatchedProgram(['lint', '--watch'], folder);
    await program.nextRun();
    change(folder, { 'apis/chat/policy.xml': GOOD });
    expect(await program.nextRun()).toBe(`changed: apis/chat/policy.xml\n${CLEAN(2)}`);
    renameSync(join(folder, 'apis'), join(folder, 'moved'));
    expect(await program.nextRun()).toBe(`changed: apis, moved/chat/policy.xml\n${CLEAN(2)}`);
    change(folder, { 'moved/chat/policy.xml': BAD });
    expect(await program.nextRun()).toContain(`changed: moved/chat/policy.xml\n${FOUND('moved/chat/policy.xml')}`);
    rmSync(join(folder, 'moved'), { recursive: true });
    expect(await program.nextRun()).toContain(CLEAN(1));
    renameSync(join(folder, 'node_modules/x/new'), join(folder, 'back'));
    expect(await program.nextRun()).toBe(`changed: back/c.xml\n${CLEAN(2)}`);
  });

  test('when something changes that a script imports, wherever it is', async () => {
    const folder = temporaryFolder({
      'project/policies/chat.ts': "export { default } from '../../shared/chat.js';\n",
      'project/policies/.git/x': '',
      'shared/chat.ts': typescript('chat'),
      'shared/other.ts': '',
    });
    const program = new WatchedProgram(['lint', '--watch', '-C', 'project/policies', 'chat.ts'], folder);
    expect(await program.nextRun()).toBe(CLEAN(1));
    // Nobody imports it.
    change(folder, { 'shared/other.ts': 'export {};\n' });
    change(folder, { 'shared/chat.ts': 'throw new Error("not today");\n' });
    expect(await program.nextRun()).toMatch(/^changed: ..\/..\/shared\/chat.ts\n.*not today.*\n1 error in 1 file$/u);
    change(folder, { 'shared/chat.ts': typescript('chat') });
    expect(await program.nextRun()).toBe(`changed: ../../shared/chat.ts\n${CLEAN(1)}`);
  });

  test('when the configuration appears, breaks, is mended', async () => {
    const folder = temporaryFolder({ 'work/.git/x': '', 'work/below/a.xml': policy('<set-header name="api-key" exists-action="append"><value>x</value></set-header>') });
    const program = new WatchedProgram(['lint', '--watch', '-C', 'work/below'], folder);
    expect(await program.nextRun()).toMatch(/^a.xml.* warning appended-credential-header: /u);
    change(folder, { 'work/aoai-policy.config.json': '{ "rules": { "appended-credential-header": "off" }' });
    expect(await program.nextRun()).toMatch(/^changed: ..\/aoai-policy.config.json\nerror: /u);
    change(folder, { 'work/aoai-policy.config.json': '{ "rules": { "appended-credential-header": "off" } }' });
    expect(await program.nextRun()).toBe(`changed: ../aoai-policy.config.json\n${CLEAN(1)}`);
    // Its folder is looked at now.
    change(folder, { 'work/beside/b.xml': GOOD });
    expect(await program.nextRun()).toBe(`changed: ../beside/b.xml\n${CLEAN(2)}`);
    rmSync(join(folder, 'work/aoai-policy.config.json'));
    expect(await program.nextRun()).toContain('appended-credential-header');
  });

  test('when a configuration that was broken from the start, and imports, is mended', async () => {
    const folder = temporaryFolder({ 'a.xml': GOOD, 'aoai-policy.config.ts': "import { rules } from './rules.js';\nexport default { rules };\n", 'rules.ts': "export const rules = { nothing: 'off' };\n" });
    const program = new WatchedProgram(['lint', '--watch'], folder);
    expect(await program.nextRun()).toContain("error: aoai-policy.config.ts: there is no rule 'nothing'");
    change(folder, { 'rules.ts': 'export const rules = {};\n' });
    expect(await program.nextRun()).toBe(`changed: rules.ts\n${CLEAN(1)}`);
  });

  test('when what was named appears, and when a baseline elsewhere changes', async () => {
    const folder = temporaryFolder({ 'work/a.xml': GOOD, 'lists/baseline.json': '{ "formatVersion": 1, "findings": {} }' });
    const program = new WatchedProgram(['lint', '--watch', '-C', 'work', 'a.xml', '../more', '--baseline', '../lists/baseline.json'], folder);
    expect(await program.nextRun()).toBe("error: no such file or directory: '../more'");
    mkdirSync(join(folder, 'more'));
    expect(await program.nextRun()).toContain("changed: ../more\nerror: no policy files in directory '../more'");
    change(folder, { 'more/b.xml': GOOD });
    expect(await program.nextRun()).toBe(`changed: ../more/b.xml\n${CLEAN(2)}`);
    change(folder, { 'lists/baseline.json': '{' });
    expect(await program.nextRun()).toContain('changed: ../lists/baseline.json\nerror: ');
  });

  test('once for all that changes during a run', async () => {
    const waits = `
      import { existsSync } from 'node:fs';
      console.log('started');
      while (!existsSync(new URL('../go.txt', import.meta.url))) await new Promise((resolve) => setTimeout(resolve, 10));`;
    const folder = temporaryFolder({ 'policies/chat.ts': typescript('chat', waits) });
    const program = new WatchedProgram(['lint', '--watch'], folder);
    await program.printed('started\n');
    change(folder, { 'a.xml': GOOD, 'b.xml': GOOD, 'c.xml': GOOD, 'd.xml': GOOD, 'e.xml': GOOD, 'go.txt': '' });
    await program.nextRun();
    expect(await program.nextRun()).toBe(`changed: a.xml, b.xml, c.xml, 2 more\nstarted\n${CLEAN(6)}`);
    change(folder, { 'f.xml': GOOD });
    expect(await program.nextRun()).toMatch(/^changed: f.xml\n/u);
  });
});

describe('what a run writes brings about no other', { timeout: 120_000 }, () => {
  test('neither outputs nor reports', async () => {
    const folder = temporaryFolder({ 'apis/chat/policy.xml': GOOD, 'notes.md': '', 'policies/mail.ts': typescript('mail') });
    const program = new WatchedProgram(['build', '--watch', '--format', 'concise', '--format', 'junit=report.xml', '--format', 'json=reports/report.json'], folder);
    expect(await program.nextRun()).toMatch(/written +out\/apis\/chat\/policy.xml/u);
    change(folder, { 'notes.md': 'no input' });
    rmSync(join(folder, 'apis'), { recursive: true });
    const second = await program.nextRun();
    expect(second).toMatch(/^changed: apis/u);
    expect(second).toMatch(/removed +out\/apis\/chat\/policy.xml/u);
    change(folder, { 'apis/chat/policy.xml': BAD });
    expect(await program.nextRun()).toMatch(/^changed: apis\/chat\/policy.xml\n[^]*\nnothing was written, because of the findings above$/u);
  });

  test('nor the file that the shell sends its output to', async () => {
    const folder = temporaryFolder({ 'a.xml': GOOD, 'b.xml': GOOD });
    const output = openSync(join(folder, 'findings.json'), 'w');
    const program = new WatchedProgram(['lint', '--watch', '--format', 'json'], folder, { stdout: output });
    closeSync(output);
    await program.nextRun();
    change(folder, { 'a.xml': BAD });
    expect(await program.nextRun()).toBe('changed: a.xml');
    change(folder, { 'b.xml': BAD });
    expect(await program.nextRun()).toBe('changed: b.xml');
  });
});

test.runIf(process.platform === 'linux' && spawnSync('script', ['--version']).status === 0)('a terminal is cleared before each further run, a pipe is not', async () => {
  const folder = temporaryFolder({ 'a.xml': GOOD });
  const program = new WatchedProgram(['lint', '--watch', '--no-color'], folder, { stdout: 'terminal' });
  await program.printed('no findings in 1 file');
  await program.printed('Ctrl-C ends');
  change(folder, { 'a.xml': BAD });
  expect(await program.printed('changed: a.xml')).toBe('\r\n\u001B[2J\u001B[Hchanged: a.xml');
});

describe('a signal ends it with the exit code 0', { timeout: 120_000 }, () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s, also when there are findings', async (signal) => {
    const program = new WatchedProgram(['lint', '-w'], temporaryFolder({ 'a.xml': BAD }));
    await program.nextRun();
    expect(await program.end(signal)).toBe(0);
  });

  test('in the middle of a run', async () => {
    const program = new WatchedProgram(['lint', '--watch'], temporaryFolder({ 'policies/chat.ts': typescript('chat', "console.log('started'); for (;;);") }));
    await program.printed('started\n');
    expect(await program.end('SIGINT')).toBe(0);
  });
});
