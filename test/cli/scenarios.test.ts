/** Every file in fixtures/cli is run; `vitest -u` writes into it what its commands print now. */
import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCli, ROOT } from './built-cli.js';
import { runScenario } from './run-scenario.js';
import { parseScenario } from './scenario-file.js';

const FOLDER = `${ROOT}fixtures/cli/`;
const names = readdirSync(FOLDER).sort();

beforeAll(buildCli);

test('the folder holds scenarios only, each of which says something else', () => {
  expect(names.filter((name) => !/^[a-z0-9-]+\.scenario$/u.test(name))).toEqual([]);
  const titles = names.map((name) => parseScenario(readFileSync(FOLDER + name, 'utf8')).title);
  expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([]);
});

describe.concurrent('scenario', { timeout: 120_000 }, () => {
  test.for(names)('%s', async (name, context) => {
    const actual = await runScenario(parseScenario(readFileSync(FOLDER + name, 'utf8')));
    await context.expect(actual).toMatchFileSnapshot(FOLDER + name);
  });
});
