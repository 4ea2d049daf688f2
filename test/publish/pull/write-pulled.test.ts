/** What pulling does to a folder that has files already. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.js';
import { comparePulled } from '../../../src/publish/pull/compare-pulled.js';
import { layoutOf } from '../../../src/publish/pull/pull-layout.js';
import type { PulledFile } from '../../../src/publish/pull/pulled-files.js';
import { writePulled } from '../../../src/publish/pull/write-pulled.js';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-pull-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const POLICY: PulledFile = { path: 'apis/chat/policy.xml', address: 'apis/chat/policy', text: '<policies>\n    <inbound>\n        <set-variable name="a" value="@(1 + 1)" />\n    </inbound>\n</policies>\n' };
const VALUE: PulledFile = { path: 'named values/a/namedValueInformation.json', address: 'namedValues/a', text: '{\n  "properties": {\n    "displayName": "a",\n    "value": "1"\n  }\n}\n' };

function put(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

describe('the state of a file', () => {
  test.each<[state: string, file: PulledFile, present: string | undefined]>([
    ['new', POLICY, undefined],
    ['unchanged', POLICY, POLICY.text],
    ['unchanged', POLICY, '<!-- mine --><policies><inbound><set-variable value="@( 1+1 )" name="a"/></inbound></policies>'],
    ['changed', POLICY, '<policies><inbound><set-variable name="a" value="@(1 + 2)" /></inbound></policies>'],
    ['changed', POLICY, 'no policy at all'],
    ['new', VALUE, undefined],
    ['unchanged', VALUE, '{"properties":{"value":"1","displayName":"a"}}'],
    ['changed', VALUE, '{"properties":{"value":"2","displayName":"a"}}'],
    ['changed', VALUE, '{"properties":'],
  ])('%s: %o beside %j', (state, file, present) => {
    if (present !== undefined) put(file.path, present);
    expect(comparePulled([file], folder)).toEqual([{ file, state }]);
  });

  test('a folder in its place is said', () => {
    mkdirSync(join(folder, POLICY.path), { recursive: true });
    expect(() => comparePulled([POLICY], folder)).toThrow(UsageError);
  });
});

describe('writing', () => {
  test('into an empty folder', () => {
    const { written, conflicts } = writePulled(comparePulled([POLICY, VALUE], folder), folder, { overwrites: false });
    expect([written.length, conflicts.length]).toEqual([2, 0]);
    expect([read(POLICY.path), read(VALUE.path)]).toEqual([POLICY.text, VALUE.text]);
  });

  test('nothing at all when a file says something else, unless it is told to', () => {
    const own = '<policies><inbound><base /></inbound></policies>';
    put(POLICY.path, own);
    const comparisons = comparePulled([POLICY, VALUE], folder);
    const { written, conflicts } = writePulled(comparisons, folder, { overwrites: false });
    expect([written, conflicts.map(({ file }) => file.path)]).toEqual([[], [POLICY.path]]);
    expect([read(POLICY.path), existsSync(join(folder, VALUE.path))]).toEqual([own, false]);
    expect(writePulled(comparisons, folder, { overwrites: true }).written).toHaveLength(2);
    expect(read(POLICY.path)).toBe(POLICY.text);
  });

  test('a file that says the same in its own layout is not touched', () => {
    const own = '<policies><inbound><set-variable name="a" value="@(1+1)" /></inbound></policies>';
    const file = put(POLICY.path, own);
    utimesSync(file, 1, 1);
    writePulled(comparePulled([POLICY], folder), folder, { overwrites: true });
    expect([read(POLICY.path), statSync(file).mtimeMs]).toEqual([own, 1000]);
  });

  test('a file where a folder should be is said', () => {
    put('apis', 'a file');
    expect(() => writePulled(comparePulled([POLICY], folder), folder, { overwrites: false })).toThrow(/cannot be written/u);
  });
});

test.each([
  [[], 'named values', 'policy fragments'],
  [['policyFragments'], 'named values', 'policyFragments'],
  [['namedValues', 'policyFragments'], 'namedValues', 'policyFragments'],
  [['namedValues', 'named values'], 'named values', 'policy fragments'],
])('folders %j are spelt as they are: %s, %s', (present, namedValues, fragments) => {
  for (const name of present) mkdirSync(join(folder, name));
  expect(layoutOf(folder)).toEqual({ namedValues, fragments });
});
