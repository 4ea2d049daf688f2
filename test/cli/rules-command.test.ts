/** What `rules` prints is what the rules and checks say of themselves; its scenario leaves them out, because it would change with each of them. */
import { beforeAll, expect, test } from 'vitest';
import { CODE_DESCRIPTIONS } from '../../src/lint/code-descriptions.js';
import { buildCli, ROOT } from './built-cli.js';
import { runProgram } from './run-program.js';

beforeAll(buildCli);

test('as text, a line for each', async () => {
  const { exitCode, stdout, stderr } = await runProgram(['rules'], { cwd: ROOT });
  expect([exitCode, stderr]).toEqual([0, '']);
  const rows = stdout.split('\n').filter((line) => line.startsWith('  ')).map((line) => line.trim().split(/ {2,}/u));
  expect(rows).toEqual(
    CODE_DESCRIPTIONS.map(({ code, kind, severity, presets, summary }) => [code, severity, ...(kind === 'check' ? [] : presets.slice(0, 1)), summary.replaceAll('`', '')]),
  );
});

test('as JSON, all there is', async () => {
  const { exitCode, stdout } = await runProgram(['rules', '--format', 'json'], { cwd: ROOT });
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ formatVersion: 1, tool: { name: 'aoai-policy' }, codes: CODE_DESCRIPTIONS });
});
