/** Journals on the disk: what is read from whole, torn, interrupted, continued and damaged ones. */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interruptedPush, lastJournal, openJournal, readJournal } from '../../../src/publish/push/journal.js';
import { JournalFile } from '../../../src/publish/push/journal-file.js';
import { type IntentRecord, type JournalRecord, keptBody, parseRecord, renderRecord } from '../../../src/publish/push/journal-record.js';
import { Secret } from '../../../src/model/secret.js';
import { UsageError } from '../../../src/model/usage-error.js';
import type { Target } from '../../../src/publish/target.js';
import { temporaryFolder } from './temporary-folder.js';

const TARGET: Target = { environment: 'dev', cloud: 'public', subscription: '00000000-0000-0000-0000-000000000000', resourceGroup: 'rg', service: 'apim' };
const AT = Date.UTC(2026, 10, 24, 13, 46, 20);

const BEGIN: JournalRecord = { record: 'begin', version: 1, at: new Date(AT).toISOString(), pid: 1, target: { environment: 'dev', cloud: 'public', subscription: TARGET.subscription, resourceGroup: 'rg', service: 'apim' } };
const intent = (address: string, previousDigest: string | undefined, digest: string | undefined): IntentRecord => ({
  record: 'intent', address, action: previousDigest === undefined ? 'create' : digest === undefined ? 'delete' : 'update', layer: 'policy', needs: [],
  previous: previousDigest === undefined ? { kind: 'absent' } : { kind: 'body', body: { kind: 'policy', format: 'xml', value: `<policies><!-- ${previousDigest} --></policies>` } },
  ...(previousDigest === undefined ? {} : { previousDigest, previousEtag: `"${previousDigest}"` }), ...(digest === undefined ? {} : { digest }),
});
const done = (address: string, state: 'written' | 'restored' | 'edited' | 'unknown' | 'not-written', digest?: string): JournalRecord => ({ record: 'done', address, state, ...(digest === undefined ? {} : { digest, etag: `"${digest}"` }) });
const end = (outcome: 'pushed' | 'rolled-back' | 'failed'): JournalRecord => ({ record: 'end', at: BEGIN.record === 'begin' ? BEGIN.at : '', outcome });
const ROLLED_BACK: JournalRecord = { record: 'rolled-back', at: new Date(AT).toISOString(), outcome: 'rolled-back' };

const A = 'apis/a/policy';
const B = 'apis/b/policy';

/** A folder with one journal. */
function folderWith(records: readonly JournalRecord[], torn = ''): { readonly folder: string; readonly path: string } {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'journals'));
  const path = join(folder, 'journals', '000001-20261124T134620Z.jsonl');
  writeFileSync(path, records.map(renderRecord).join('') + torn);
  return { folder, path };
}

describe('an interrupted push', () => {
  test.each<{ what: string; records: readonly JournalRecord[]; torn?: string; interrupted: readonly [address: string, digest: string | undefined, written: boolean][] | undefined }>([
    { what: 'killed before the first intent', records: [BEGIN], interrupted: undefined },
    { what: 'killed while the first line was written', records: [], torn: '{"record":"beg', interrupted: undefined },
    { what: 'killed between intent and done', records: [BEGIN, intent(A, 'p', 'n')], interrupted: [[A, 'n', false]] },
    { what: 'killed while done was written', records: [BEGIN, intent(A, 'p', 'n')], torn: '{"record":"done","address":"apis/a/pol', interrupted: [[A, 'n', false]] },
    { what: 'killed between done and end', records: [BEGIN, intent(A, 'p', 'n'), done(A, 'written', 'n')], interrupted: [[A, 'n', false]] },
    { what: 'killed while end was written', records: [BEGIN, intent(A, 'p', 'n'), done(A, 'written', 'n')], torn: '{"record":"end","at":"2026-11-24T13:46:20.000Z","outcome":"pushed"', interrupted: [[A, 'n', false]] },
    { what: 'killed at one of two', records: [BEGIN, intent(A, 'p', 'n'), intent(B, undefined, 'm'), done(A, 'written', 'n')], interrupted: [[A, 'n', false], [B, 'm', false]] },
    { what: 'killed while putting back', records: [BEGIN, intent(A, 'p', 'n'), done(A, 'written', 'n'), done(A, 'restored', 'p')], interrupted: [[A, 'p', true]] },
    { what: 'killed at a deletion', records: [BEGIN, intent(A, 'p', undefined)], interrupted: [[A, undefined, false]] },
    { what: 'of which one is not known', records: [BEGIN, intent(A, 'p', 'n'), done(A, 'unknown')], interrupted: [[A, 'n', false]] },
    { what: 'ended well', records: [BEGIN, intent(A, 'p', 'n'), done(A, 'written', 'n'), end('pushed')], interrupted: undefined },
    { what: 'ended badly', records: [BEGIN, intent(A, 'p', 'n'), done(A, 'edited', 'e'), end('failed')], interrupted: undefined },
    { what: 'rolled back later', records: [BEGIN, intent(A, 'p', 'n'), ROLLED_BACK], interrupted: undefined },
    { what: 'continued to its end', records: [BEGIN, intent(A, 'p', 'n'), BEGIN, intent(B, 'q', 'm'), done(B, 'written', 'm'), end('pushed')], interrupted: undefined },
    { what: 'continued, and put back', records: [BEGIN, intent(A, 'p', 'n'), BEGIN, intent(B, 'q', 'm'), done(B, 'written', 'm'), done(B, 'restored', 'q'), end('rolled-back')], interrupted: [[A, 'n', false], [B, 'q', true]] },
    { what: 'continued, and killed again at the same resource', records: [BEGIN, intent(A, 'p', 'n'), done(A, 'written', 'n'), BEGIN, intent(A, 'n', 'o')], interrupted: [[A, 'o', false]] },
  ])('$what', ({ records, torn, interrupted }) => {
    const { folder, path } = folderWith(records, torn);
    const found = interruptedPush(folder);
    expect(found?.resources.map(({ address, digest, settled }) => [address, digest, settled])).toEqual(interrupted);
    if (interrupted !== undefined) expect(found).toMatchObject({ journal: path, at: new Date(AT), target: { service: 'apim' } });
  });

  test('is none where nothing has been pushed yet', () => {
    expect(interruptedPush(join(temporaryFolder(), 'not', 'there'))).toBeUndefined();
  });
});

describe('what is to be restored', () => {
  const first = (records: readonly JournalRecord[]): unknown => readJournal(folderWith(records).path)?.entries.map(({ first: { address, previousDigest } }) => [address, previousDigest]);

  test('is what stood there before the first of the pushes', () => {
    expect(first([BEGIN, intent(A, 'p', 'n'), BEGIN, intent(A, 'n', 'o'), done(A, 'written', 'o'), end('pushed')])).toEqual([[A, 'p']]);
    expect(first([BEGIN, intent(A, 'p', 'n'), BEGIN, intent('apis/A/policy', 'p', 'o')])).toEqual([[A, 'p']]);
  });

  test('is somebody else\'s edit, when that stood there before the second', () => {
    expect(first([BEGIN, intent(A, 'p', 'n'), BEGIN, intent(A, 'edit', 'o')])).toEqual([[A, 'edit']]);
    expect(first([BEGIN, intent(A, 'p', 'n'), done(A, 'edited', 'edit'), BEGIN, intent(A, 'edit', 'o')])).toEqual([[A, 'edit']]);
  });
});

test('a damaged line in the middle is told with its place', () => {
  const { folder, path } = folderWith([BEGIN]);
  appendFileSync(path, '{"record":"intent"}\n');
  expect(() => interruptedPush(folder)).toThrow(`line 2 of the journal '${path}' is not what push has written`);
  writeFileSync(path, 'not a journal\n');
  expect(() => lastJournal(folder)).toThrow(`line 1 of the journal '${path}'`);
  const other = join(folder, 'plan.json');
  writeFileSync(other, '{\n  "version": 1\n}\n');
  expect(() => readJournal(other)).toThrow(`'${other}' is no journal of a push: those are in 'journals'`);
});

describe('writing', () => {
  test('goes on where an interrupted push stopped, half a line aside', async () => {
    const { folder, path } = folderWith([BEGIN, intent(A, 'p', 'n')], '{"record":"done","addr');
    const file = await openJournal(folder, TARGET, AT);
    await file.append(end('pushed'));
    await file.close();
    expect(file.path).toBe(path);
    expect(readFileSync(path, 'utf8').split('\n').slice(0, -1).map((line) => parseRecord(line)?.record)).toEqual(['begin', 'intent', 'begin', 'end']);
  });

  test('does not go on for another service', async () => {
    const { folder } = folderWith([BEGIN, intent(A, 'p', 'n')]);
    await expect(openJournal(folder, { ...TARGET, service: 'other' }, AT)).rejects.toThrow('is of a push to apim (resource group rg');
    await (await openJournal(folder, { ...TARGET, service: 'APIM' }, AT)).close();
  });

  test('keeps ten journals, in the order of their numbers, whatever the clock says', async () => {
    const folder = temporaryFolder();
    for (let push = 0; push < 12; push++) await (await openJournal(folder, TARGET, AT - push * 86_400_000)).close();
    const names = readdirSync(join(folder, 'journals')).sort();
    expect(names).toHaveLength(10);
    expect(names.at(0)).toMatch(/^000003-/u);
    expect(names.at(-1)).toBe('000012-20261113T134620Z.jsonl');
    expect(lastJournal(folder)?.path).toContain('000012-');
  });

  test('is for the owner alone', async () => {
    const file = await JournalFile.create(join(temporaryFolder(), 'journal.jsonl'));
    await file.close();
    if (process.platform !== 'win32') expect(statSync(file.path).mode & 0o777).toBe(0o600);
  });

  test('is on the disk, whole and in order, when each promise resolves', async () => {
    const file = await JournalFile.create(join(temporaryFolder(), 'journal.jsonl'));
    const seen: number[] = [];
    await Promise.all(Array.from({ length: 200 }, async (_, index) => {
      await file.append(done(`apis/${index}/policy`, 'written'));
      seen.push(readFileSync(file.path, 'utf8').split('\n').length - 1 > index ? index : -1);
    }));
    await file.close();
    expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => index));
  });

  test('takes the next record at the very moment that the one before it is on the disk', async () => {
    const file = await JournalFile.create(join(temporaryFolder(), 'journal.jsonl'));
    await file.append(BEGIN);
    await file.append(end('pushed'));
    await file.close();
    expect(readFileSync(file.path, 'utf8').split('\n')).toHaveLength(3);
  });

  test('after a failure takes nothing more', async () => {
    const file = await JournalFile.create(join(temporaryFolder(), 'journal.jsonl'));
    await file.close();
    await expect(file.append(BEGIN)).rejects.toThrow(`the journal '${file.path}' cannot be written`);
    await expect(file.append(BEGIN)).rejects.toThrow(UsageError);
  });
});

describe('records', () => {
  const text = fc.string({ unit: 'grapheme' });
  const name = fc.stringMatching(/^[a-z]{1,8}$/u);
  const body = fc.oneof(
    fc.record({ kind: fc.constant('policy' as const), format: fc.constantFrom('xml' as const, 'rawxml' as const), value: text }),
    fc.record({ kind: fc.constant('fragment' as const), format: fc.constantFrom('xml' as const, 'rawxml' as const), value: text, description: text }, { requiredKeys: ['kind', 'format', 'value'] }),
    fc.record({ kind: fc.constant('backend' as const), properties: fc.dictionary(name, fc.oneof(text, fc.integer(), fc.array(text), fc.constant(null))) }),
    fc.record({ kind: fc.constant('named-value' as const), displayName: text, secret: fc.constant(false), tags: fc.array(text), value: text }, { requiredKeys: ['kind', 'displayName', 'secret', 'tags'] }),
    fc.record({ kind: fc.constant('named-value' as const), displayName: text, secret: fc.constant(true), tags: fc.array(text), keyVault: fc.record({ secretIdentifier: text, identityClientId: text }, { requiredKeys: ['secretIdentifier'] }) }),
  );

  test('are read as they were written', () => {
    fc.assert(fc.property(body, fc.array(name.map((id) => `backends/${id}`)), (previous, needs) => {
      const record: JournalRecord = { ...intent(A, 'p', 'n'), needs, previous: { kind: 'body', body: previous }, hidesSecret: true };
      expect(parseRecord(renderRecord(record))).toEqual(JSON.parse(renderRecord(record)));
      expect(parseRecord(renderRecord(record))).toEqual(record);
    }), { numRuns: 200 });
  });

  test('of anything else there are none, and nothing throws', () => {
    fc.assert(fc.property(fc.oneof(text, fc.json()), (line) => {
      expect(parseRecord(line)).toBeUndefined();
    }), { numRuns: 300 });
  });

  test.each([
    '{"record":"begin","version":2,"at":"x","pid":1,"target":{}}',
    JSON.stringify({ ...intent(A, 'p', 'n'), address: '../a' }),
    JSON.stringify({ ...intent(A, 'p', 'n'), layer: 'cellar' }),
    JSON.stringify({ ...intent(A, 'p', 'n'), previous: { kind: 'body', body: { kind: 'policy', format: 'yaml', value: '' } } }),
    JSON.stringify({ ...done(A, 'written'), state: 'gone' }),
    JSON.stringify({ ...end('pushed'), outcome: 'well' }),
  ])('not of %s', (line) => {
    expect(parseRecord(line)).toBeUndefined();
  });

  test('hold no value of a secret', () => {
    const kept = keptBody({ kind: 'named-value', displayName: 'key', secret: true, tags: [], value: 'canary', secretValue: new Secret('canary') });
    expect(kept).toEqual({ kind: 'named-value', displayName: 'key', secret: true, tags: [] });
  });
});
