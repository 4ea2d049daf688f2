/** What is pulled beside a project. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pull } from '../../src/cli/commands/pull.js';
import { parseWithYargs } from '../../src/cli/parse-with-yargs.js';
import type { LocalApim } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { temporaryFolder, writeFiles } from '../project/temporary-folder.js';
import { fakeTerminal } from './fake-terminal.js';

let cwd: string;
let apim: LocalApim;

beforeEach(async () => {
  cwd = temporaryFolder();
  apim = await startLocalApim();
  apim.seed('namedValues/region', { displayName: 'region', value: 'eu', secret: false });
  writeFile('aoai-policy.config.json', JSON.stringify({ environments: { dev: { endpoint: apim.endpoint } } }));
});
afterEach(() => apim.close());

function writeFile(path: string, text: string): void {
  writeFiles(cwd, { [path]: text });
}

const run = (...args: readonly string[]): Promise<number> => pull.run(parseWithYargs(pull, args), fakeTerminal(cwd).terminal);

test('nothing, when a file that may declare it cannot be loaded', async () => {
  writeFile('policies/chat.ts', 'export const region = namedValue(');
  await expect(run()).rejects.toThrow(/^what the project declares is not known, and pull would write it a second time: .*\npolicies\/chat\.ts:1:\d+: /u);
  expect(existsSync(join(cwd, 'named values'))).toBe(false);
  expect(await run('--out', 'elsewhere')).toBe(0);
});

test('a file that an editor has begun with a byte order mark says what it says', async () => {
  expect(await run()).toBe(0);
  writeFile('named values/region/namedValueInformation.json', '\ufeff{ "properties": { "displayName": "region", "value": "eu", "secret": false } }');
  expect(await run('--check')).toBe(0);
});
