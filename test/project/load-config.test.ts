import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/project/load-config.js';
import { temporaryFolder } from './temporary-folder.js';

describe('where the configuration comes from', () => {
  test('nowhere: the defaults', async () => {
    const cwd = temporaryFolder();
    expect(await loadConfig({ cwd })).toEqual({
      directory: cwd,
      policies: ['**/*.xml', '**/*.policy.ts', '**/policies/**/*.ts'],
      out: 'out',
      content: 'rawxml',
      comments: false,
      extends: 'recommended',
      rules: {},
      overrides: [],
      gateway: [],
      failOn: 'error',
      environments: [],
    });
  });

  test('the nearest folder upward, and only that one', async () => {
    const folder = temporaryFolder({
      'aoai-policy.config.json': '{ "out": "far", "failOn": "warning" }',
      'a/aoai-policy.config.jsonc': '{ "out": "near", } // comments and trailing commas are fine',
      'a/b/c/': '',
    });
    const config = await loadConfig({ cwd: join(folder, 'a', 'b', 'c') });
    expect(config).toMatchObject({ file: '../../aoai-policy.config.jsonc', directory: join(folder, 'a'), out: 'near', failOn: 'error' });
  });

  test('not from above a repository', async () => {
    const folder = temporaryFolder({ 'aoai-policy.config.json': '{ "out": "far" }', 'repository/.git/': '', 'repository/src/': '' });
    expect(await loadConfig({ cwd: join(folder, 'repository', 'src') })).toMatchObject({ out: 'out' });
  });

  test('the file that the user names', async () => {
    const cwd = temporaryFolder({ 'aoai-policy.config.json': '{}', 'ci/strict.json': '{ "failOn": "info" }' });
    expect(await loadConfig({ cwd, configFile: 'ci/strict.json' })).toMatchObject({ file: 'ci/strict.json', directory: join(cwd, 'ci'), failOn: 'info' });
  });

  test('TypeScript, which may compute it and import from its neighbours', async () => {
    const cwd = temporaryFolder({
      'aoai-policy.config.ts': `
        import { defineConfig } from 'aoai-policy';
        import { gateways } from './gateways.js';
        export default defineConfig({ gateway: gateways, rules: { 'missing-otherwise': 'off' }, content: 'xml' as const });`,
      'gateways.ts': `export const gateways = ['v2', 'self-hosted'] as const;`,
    });
    expect(await loadConfig({ cwd })).toMatchObject({ gateway: ['v2', 'self-hosted'], rules: { 'missing-otherwise': 'off' }, content: 'xml' });
  });
});

describe('mistakes in JSON are reported at their place', () => {
  test.each([
    ['an unknown key', '{\n  "polices": []\n}', ":2:3: unknown key 'polices'; did you mean 'policies'?"],
    ['a key like none', '{ "tier": "x" }', ":1:3: unknown key 'tier'; known keys are policies, out, content, comments, extends, rules, overrides, gateway, cloud, failOn, artifacts, environments"],
    ['a set of rules', '{ "extends": "stritc" }', ":1:3: extends is 'stritc'; it must be 'recommended', 'strict' or 'all'"],
    ['an override without files', '{ "overrides": [{ "rules": {} }] }', ':1:17: overrides[0] has no files'],
    ['a level of an override', '{ "overrides": [{ "files": "old/**", "rules": { "missing-base": "no" } }] }', ":1:49: overrides[0].rules.missing-base is 'no'; it must be 'off', 'info', 'warning' or 'error'"],
    ['a value that is none of the choices', '{ "content": "raw" }', ":1:3: content is 'raw'; it must be 'rawxml' or 'xml'"],
    ['a level', '{ "rules": { "missing-otherwise": "warn" } }', ":1:14: rules.missing-otherwise is 'warn'; it must be 'off', 'info', 'warning' or 'error'"],
    ['a rule id', '{ "rules": { "Missing Otherwise": "off" } }', ":1:14: 'Missing Otherwise' is no rule id: ids are words in lower case joined by '-'"],
    ['a type', '{ "policies": "**/*.xml" }', ":1:3: policies is '**/*.xml'; it must be a list"],
    ['a flag', '{ "comments": "no" }', ":1:3: comments is 'no'; it must be true or false"],
    ['an item', '{ "gateway": ["v2", "v3"] }', ":1:21: gateway[1] is 'v3'; it must be 'classic', 'v2', 'consumption', 'self-hosted' or 'workspace'"],
    ['a gateway', '{ "gateway": "basic" }', ":1:3: gateway is 'basic'; it must be 'classic', 'v2', 'consumption', 'self-hosted' or 'workspace'"],
    ['something else than an object', '[]', ':1:1: the configuration is a list; it must be an object'],
    ['a slip of the pen', '{ "out" "x" }', ':1:9: not JSON: colon expected'],
    ['nothing', '', ':1:1: not JSON: value expected'],
  ])('%s', async (_, text, message) => {
    const cwd = temporaryFolder({ 'aoai-policy.config.json': text });
    await expect(loadConfig({ cwd })).rejects.toMatchObject({ name: 'UsageError', message: `aoai-policy.config.json${message}` });
  });
});

test('all mistakes are reported at once', async () => {
  const cwd = temporaryFolder({ 'aoai-policy.config.json': '{\n  "polices": [],\n  "content": "raw",\n  "rules": { "missing-base": "warn", "missing-otherwise": 2 }\n}\n' });
  await expect(loadConfig({ cwd })).rejects.toMatchObject({
    mistakes: [
      "aoai-policy.config.json:2:3: unknown key 'polices'; did you mean 'policies'?",
      "aoai-policy.config.json:3:3: content is 'raw'; it must be 'rawxml' or 'xml'",
      "aoai-policy.config.json:4:14: rules.missing-base is 'warn'; it must be 'off', 'info', 'warning' or 'error'",
      "aoai-policy.config.json:4:38: rules.missing-otherwise is 2; it must be 'off', 'info', 'warning' or 'error'",
    ],
  });
});

describe('what else can be wrong with a configuration', () => {
  test.each([
    ['it is not there', {}, "no such configuration file: 'x.json'", 'x.json'],
    ['there are two', { 'aoai-policy.config.ts': '', 'aoai-policy.config.json': '' }, "two configurations: 'aoai-policy.config.ts' and 'aoai-policy.config.json'; keep one of them"],
    ['it is not text', { 'aoai-policy.config.json': Uint8Array.of(0x7b, 0xff) }, "configuration 'aoai-policy.config.json': file is not UTF-8: byte 0xFF cannot stand here"],
    ['it throws', { 'aoai-policy.config.ts': "\n  throw new Error('no network');" }, 'aoai-policy.config.ts:2:9: configuration throws: no network'],
    ['it has no default export', { 'aoai-policy.config.ts': 'export const config = {};' }, "aoai-policy.config.ts: configuration has no default export; write 'export default defineConfig({ … })'"],
    ['it has an unknown key', { 'aoai-policy.config.ts': 'export default { ruels: {} };' }, "aoai-policy.config.ts: unknown key 'ruels'; did you mean 'rules'?"],
    ['it is no plain data', { 'aoai-policy.config.mjs': 'export default { out: () => 1 };' }, 'aoai-policy.config.mjs:1:1: configuration exports something that is no plain data'],
    ['it does not parse', { 'aoai-policy.config.ts': 'export default {' }, 'aoai-policy.config.ts:1:17: TypeScript cannot be read: expected identifier but found end of file'],
    ['it never ends', { 'aoai-policy.config.ts': 'await new Promise(() => {});' }, 'aoai-policy.config.ts:1:1: configuration awaits something at its top level that never happens'],
    ['it exits', { 'aoai-policy.config.ts': 'process.exit(0);' }, 'aoai-policy.config.ts:1:9: configuration ends the process with process.exit(0) instead of exporting something'],
  ])('%s', async (_, files, message, configFile?: string) => {
    const cwd = temporaryFolder(files);
    await expect(loadConfig({ cwd, ...(configFile === undefined ? {} : { configFile }) })).rejects.toThrow(message);
  });
});
