import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../cli/built-cli.js';

const DEMO = ['--import', 'tsx', 'scripts/demo.ts'];

/** Where the demo puts what it makes. */
let temporary: string;
beforeEach(() => {
  temporary = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-demo-test-')));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

/** What it left behind; tsx keeps its cache there too. */
const left = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('aoai-policy'));

test('npm run demo shows compiled XML, the routes, every flaw of the sample, and a policy on its way to a service and back', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, DEMO, { cwd: ROOT, env: { ...process.env, TMPDIR: temporary, NO_COLOR: '1' } });
  const shown = [
    /^written\s+\S+apis\/azure-openai\/policy\.xml$/mu,
    /^ +<set-backend-service backend-id="aoai-important-pool" \/>$/mu,
    /█.* 0 to 100 +aoai-ptu-backend$/mu,
    /missing or no number, counts as -1 +aoai-circuit_breaker-backend$/mu,
    ...['priority-default-captured', 'overlapping-priority-ranges', 'priority-range-gap', 'unknown-attribute', 'invalid-value', 'misplaced-policy', 'single-quoted-string', 'expression-inside-text'].map(
      (code) => new RegExp(`^fixtures/demo/flawed\\.xml:\\d+:\\d+ (?:error|warning) ${code}: `, 'mu'),
    ),
    /^ {2}help: did you mean tokens-per-minute\?$/mu,
    /^Plan: 7 to add, 0 to change, 0 to destroy\.$/mu,
    /^No changes\./mu,
    /^- .*from: 0, to: 100,.*\n- .*from: 101, to: 500,.*\n\+ .*from: 0, to: 150,.*\n\+ .*from: 151, to: 500,/mu,
    /^ {2}~ update apis\/azure-openai\/policy .*\n.*inbound\/choose\[1\]\/when\[1\]\/@condition/mu,
    /^Plan: 0 to add, 1 to change, 0 to destroy\.$/mu,
    /^rolled back: 1 put back$/mu,
    /docs\/publish\.md/u,
  ];
  expect(shown.filter((pattern) => !pattern.test(stdout))).toEqual([]);
  const progress = [/^created: apis\/azure-openai\/policy \(7 of 7\)$/mu, /^updated: apis\/azure-openai\/policy \(1 of 1\)$/mu];
  expect(progress.filter((pattern) => !pattern.test(stderr))).toEqual([]);
  expect(left()).toEqual([]);
});

test('ended in the middle, it ends its service and leaves nothing behind', async () => {
  const demo = spawn(process.execPath, DEMO, { cwd: ROOT, env: { ...process.env, TMPDIR: temporary, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let shown = '';
  const endpoint = await new Promise<string>((resolve, reject) => {
    demo.once('close', () => reject(new Error(`the demo ended by itself: ${shown}`)));
    demo.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      const found = /endpoint on (http:\S+)\)/u.exec(shown)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  expect(left()).toHaveLength(1);
  const closed = new Promise<number | null>((resolve) => void demo.once('close', resolve));
  demo.kill('SIGTERM');
  expect(await closed).toBe(1);
  expect(left()).toEqual([]);
  await expect(fetch(endpoint)).rejects.toThrow();
});
