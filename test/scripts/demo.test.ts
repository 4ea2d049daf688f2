import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/built-cli.js';

test('npm run demo shows compiled XML, a picture of the routes, and every flaw of the sample with its place', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/demo.ts'], { cwd: ROOT });
  const shown = [
    /^written\s+\S+apis\/azure-openai\/policy\.xml$/mu,
    /^ +<set-backend-service backend-id="aoai-important-pool" \/>$/mu,
    /█.* 0 to 100 +aoai-ptu-backend$/mu,
    /missing or no number, counts as -1 +aoai-circuit_breaker-backend$/mu,
    ...['priority-default-captured', 'overlapping-priority-ranges', 'priority-range-gap', 'unknown-attribute', 'invalid-value', 'misplaced-policy', 'single-quoted-string', 'expression-inside-text'].map(
      (code) => new RegExp(`^fixtures/demo/flawed\\.xml:\\d+:\\d+ (?:error|warning) ${code}: `, 'mu'),
    ),
    /^ {2}help: did you mean tokens-per-minute\?$/mu,
  ];
  expect(shown.filter((pattern) => !pattern.test(stdout))).toEqual([]);
});
