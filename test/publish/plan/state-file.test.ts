import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.js';
import type { PublishedState } from '../../../src/publish/plan/published-state.js';
import { readState, statePath, writeState } from '../../../src/publish/plan/state-file.js';
import { damagedJson } from '../../project/damaged-json.js';
import { temporaryFolder } from '../../project/temporary-folder.js';

const TARGET = { subscription: '11111111-2222-3333-4444-555555555555', resourceGroup: 'rg', service: 'apim' };
const STATE: PublishedState = { ...TARGET, resources: { policy: { digest: 'b'.repeat(64), orDigest: 'absent', created: false }, 'apis/chat/policy': { digest: 'a'.repeat(64), created: true } } };

describe('the record of pushes', () => {
  test('is read as it was written, in a folder that is made for it', () => {
    const file = statePath(temporaryFolder(), 'prod');
    expect(file).toMatch(/\.aoai-policy[\\/]prod[\\/]state\.json$/u);
    expect(readState(file, TARGET)).toBeUndefined();
    writeState(file, STATE);
    expect(readState(file, TARGET)).toEqual(STATE);
    expect(readState(file, { ...TARGET, resourceGroup: 'RG' })).toEqual(STATE);
    expect(readdirSync(dirname(file))).toEqual(['state.json']);
  });

  test('is the same text for the same state', () => {
    const file = statePath(temporaryFolder(), 'prod');
    writeState(file, STATE);
    const text = readFileSync(file, 'utf8');
    expect(text).toBe(`${JSON.stringify({ version: 1, ...TARGET, resources: { 'apis/chat/policy': STATE.resources['apis/chat/policy'], policy: STATE.resources['policy'] } }, undefined, 2)}\n`);
    writeState(file, { ...STATE, resources: Object.fromEntries(Object.entries(STATE.resources).reverse()) });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test.each([
    ['of another service', { ...TARGET, service: 'apim-dev' }, "is the record of the service apim, and the environment names apim-dev; name the environment otherwise, or move the file away: then it is as if nothing had been pushed yet"],
    ['of another subscription', { ...TARGET, subscription: 'x' }, `is the record of the subscription ${TARGET.subscription}, and the environment names x`],
  ])('is refused when it is %s', (_, target, message) => {
    const file = statePath(temporaryFolder(), 'prod');
    writeState(file, STATE);
    expect(() => readState(file, target)).toThrow(UsageError);
    expect(() => readState(file, target)).toThrow(message);
  });

  const text = (part: object): string => JSON.stringify({ version: 1, ...STATE, ...part });
  test.each([
    ['empty', '', /is damaged: .*JSON/u],
    ['cut short', text({}).slice(0, 60), /is damaged: .*JSON/u],
    ['a list', '[]', /is damaged: it is no object/u],
    ['of another version', text({ version: 7 }), /is damaged: its version is 7, and this aoai-policy reads 1/u],
    ['of no service', text({ service: undefined }), /is damaged: it does not say of which service it is/u],
    ['of no resource group', text({ resourceGroup: 1 }), /is damaged: it does not say of which service it is/u],
    ['of no subscription', text({ subscription: null }), /is damaged: it does not say of which service it is/u],
    ['without resources', text({ resources: null }), /is damaged: it holds no resources/u],
    ['with something that is no resource', text({ resources: { 'loggers/x': { digest: 'a', created: true } } }), /is damaged: 'loggers\/x' is no address of a resource/u],
    ['with another content that is none', text({ resources: { policy: { digest: 'a', orDigest: 1, created: true } } }), /is damaged: what else policy may hold, by what it says, is no digest/u],
    ['without a digest', text({ resources: { policy: { created: true } } }), /is damaged: what it says of policy lacks a digest/u],
  ])('is refused when it is %s', (_, content, message) => {
    const file = join(temporaryFolder(), 'state.json');
    writeFileSync(file, content);
    expect(() => readState(file, TARGET)).toThrow(UsageError);
    expect(() => readState(file, TARGET)).toThrow(message);
    expect(() => readState(file, TARGET)).toThrow(/restore it, or delete it: then it is as if nothing had been pushed yet, and --prune deletes nothing$/u);
    expect(existsSync(file)).toBe(true);
  });

  test('whatever is wrong with it is told as such, or it is a record', () => {
    const file = join(temporaryFolder(), 'state.json');
    fc.assert(fc.property(damagedJson({ version: 1, ...STATE }), (value) => {
      writeFileSync(file, JSON.stringify(value));
      const read = outcomeOf(() => readState(file, TARGET));
      if ('state' in read) expect(Object.values(read.state?.resources ?? {})).toSatisfy((resources: unknown[]) => resources.every(isRecord));
      else expect(read.error).toBeInstanceOf(UsageError);
    }), { numRuns: 300 });
  });

  test('that cannot be read says why', () => {
    const folder = temporaryFolder({ 'state.json/x': '' });
    expect(() => readState(join(folder, 'state.json'), TARGET)).toThrow(/^the record of pushes '.+' cannot be read: it is a directory$/u);
  });
});

function outcomeOf(reading: () => PublishedState | undefined): { readonly state: PublishedState | undefined } | { readonly error: unknown } {
  try {
    return { state: reading() };
  } catch (error) {
    return { error };
  }
}

function isRecord(resource: unknown): boolean {
  return typeof resource === 'object' && resource !== null && 'digest' in resource && typeof resource.digest === 'string' && 'created' in resource && typeof resource.created === 'boolean';
}
