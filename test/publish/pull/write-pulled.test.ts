/** What pulling does to a folder that has files already. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.js';
import { comparePulled } from '../../../src/publish/pull/compare-pulled.js';
import { layoutOf } from '../../../src/publish/pull/pull-layout.js';
import { pulledFiles, type PulledFile } from '../../../src/publish/pull/pulled-files.js';
import { writePulled } from '../../../src/publish/pull/write-pulled.js';
import type { ResourceBody } from '../../../src/publish/resource-body.js';
import type { ResourceKey } from '../../../src/publish/resource-key.js';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-pull-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function pulledFile(key: ResourceKey, body: ResourceBody): PulledFile {
  const target = { environment: 'dev', cloud: 'public', subscription: '', resourceGroup: '', service: '' } as const;
  const [file] = pulledFiles({ target, resources: [{ key, body }], notRead: [] }, { content: 'rawxml', layout: layoutOf(folder) }).files;
  if (file === undefined) throw new Error('nothing was pulled');
  return file;
}

const policyFile = (): PulledFile => pulledFile({ kind: 'policy', scope: { kind: 'api', api: 'chat' } }, { kind: 'policy', format: 'xml', value: '<policies><inbound><set-variable name="a" value="@(1 + 1)" /></inbound></policies>' });
const valueFile = (): PulledFile => pulledFile({ kind: 'named-value', id: 'a' }, { kind: 'named-value', displayName: 'a', secret: false, tags: [], value: '1' });
const secretFile = (): PulledFile => pulledFile({ kind: 'named-value', id: 'a' }, { kind: 'named-value', displayName: 'a', secret: true, tags: ['t'] });
const backendFile = (): PulledFile => pulledFile({ kind: 'backend', id: 'b' }, {
  kind: 'backend', properties: { type: 'Single', url: 'https://b', protocol: 'http', title: null, tls: { validateCertificateName: true }, credentials: { header: { k: ['canary'] } } },
});

function put(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

describe('the state of a file', () => {
  test.each<[state: string, what: string, file: () => PulledFile, present: string | undefined]>([
    ['new', 'nothing there', policyFile, undefined],
    ['unchanged', 'its own layout and comments', policyFile, '<!-- mine --><policies><inbound><set-variable value="@( 1+1 )" name="a"/></inbound></policies>'],
    ['changed', 'another policy', policyFile, '<policies><inbound><set-variable name="a" value="@(1 + 2)" /></inbound></policies>'],
    ['changed', 'no policy', policyFile, 'no policy at all'],
    ['unchanged', 'another order', valueFile, '{"properties":{"value":"1","displayName":"a"}}'],
    ['changed', 'another value', valueFile, '{"properties":{"value":"2","displayName":"a"}}'],
    ['changed', 'half a file', valueFile, '{"properties":'],
    ['changed', 'no information file', valueFile, '[1]'],
    ['unchanged', 'a secret without its tags', secretFile, '{"properties":{"displayName":"a","secret":true}}'],
    ['changed', 'a secret that was none', secretFile, '{"properties":{"displayName":"a","value":"1"}}'],
    ['unchanged', 'less than the service adds', backendFile, '{"properties":{"url":"https://b","protocol":"http"}}'],
    ['unchanged', 'the credentials that the service has', backendFile, '{"properties":{"url":"https://b","protocol":"http","credentials":{"header":{"k":["canary"]}}}}'],
    ['changed', 'another URL', backendFile, '{"properties":{"url":"https://c","protocol":"http"}}'],
    ['changed', 'a description that the service lacks', backendFile, '{"properties":{"url":"https://b","protocol":"http","description":"d"}}'],
  ])('%s: %s', (state, _, makeFile, present) => {
    const file = makeFile();
    if (present !== undefined) put(file.path, present);
    expect(comparePulled([file], folder)).toEqual([{ file, state }]);
  });

  test('unchanged: what was written', () => {
    const files = [policyFile(), valueFile(), backendFile()];
    writePulled(comparePulled(files, folder), folder, { overwrites: false });
    expect(comparePulled(files, folder).map(({ state }) => state)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('a folder in its place is said', () => {
    mkdirSync(join(folder, policyFile().path), { recursive: true });
    expect(() => comparePulled([policyFile()], folder)).toThrow(UsageError);
  });
});

describe('writing', () => {
  test('into an empty folder', () => {
    const { written, conflicts } = writePulled(comparePulled([policyFile(), valueFile()], folder), folder, { overwrites: false });
    expect([written.length, conflicts.length]).toEqual([2, 0]);
    expect([read(policyFile().path), read(valueFile().path)]).toEqual([policyFile().text, valueFile().text]);
  });

  test('nothing at all when a file says something else, unless it is told to', () => {
    const own = '<policies><inbound><base /></inbound></policies>';
    put(policyFile().path, own);
    const comparisons = comparePulled([policyFile(), valueFile()], folder);
    const { written, conflicts } = writePulled(comparisons, folder, { overwrites: false });
    expect([written, conflicts.map(({ file }) => file.path)]).toEqual([[], [policyFile().path]]);
    expect([read(policyFile().path), existsSync(join(folder, valueFile().path))]).toEqual([own, false]);
    expect(writePulled(comparisons, folder, { overwrites: true }).written).toHaveLength(2);
    expect(read(policyFile().path)).toBe(policyFile().text);
  });

  test('a file that says the same in its own layout is not touched', () => {
    const own = '<policies><inbound><set-variable name="a" value="@(1+1)" /></inbound></policies>';
    const file = put(policyFile().path, own);
    utimesSync(file, 1, 1);
    writePulled(comparePulled([policyFile()], folder), folder, { overwrites: true });
    expect([read(policyFile().path), statSync(file).mtimeMs]).toEqual([own, 1000]);
  });

  test('a file where a folder should be is said', () => {
    put('apis', 'a file');
    expect(() => writePulled(comparePulled([policyFile()], folder), folder, { overwrites: false })).toThrow(/cannot be written/u);
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
