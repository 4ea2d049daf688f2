import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/model/usage-error.js';
import type { Plan, PlannedChange } from '../../../src/publish/plan/plan.js';
import { checkSavedPlan, readPlanFile, renderPlanFile } from '../../../src/publish/plan/plan-file.js';
import { damagedJson } from '../../project/damaged-json.js';
import { CANARY, EMPTY_PLAN, EXAMPLE_PLAN, TARGET } from '../../report/example-plan.js';

const DIGEST = { a: 'a'.repeat(64), b: 'b'.repeat(64), c: 'c'.repeat(64) };

/** The example's digests are too short for a real plan. */
const PLAN: Plan = {
  ...EXAMPLE_PLAN,
  changes: EXAMPLE_PLAN.changes.map((change) => ({ ...change, ...(change.beforeDigest === undefined ? {} : { beforeDigest: DIGEST.b }), ...(change.afterDigest === undefined ? {} : { afterDigest: DIGEST.a }) })),
};

const schema: object = JSON.parse(readFileSync(new URL('../../../schemas/plan.schema.json', import.meta.url), 'utf8'));
const fits = new Ajv().compile(schema);

describe('a saved plan', () => {
  test.each([['one of everything', PLAN], ['nothing to do', EMPTY_PLAN], ['another way to the service', { ...EMPTY_PLAN, target: { ...TARGET, endpoint: 'http://127.0.0.1:8043', apiVersion: '2024-05-01' } }]])('fits its schema and is read as it was: %s', (_, plan) => {
    const text = renderPlanFile(plan);
    const saved = readPlanFile(text);
    expect(fits(JSON.parse(text))).toBe(true);
    expect(saved.changes.map(({ address, action, etag, changes }) => ({ address, action, etag, changes }))).toEqual(plan.changes.map(({ address, action, etag, changes }) => ({ address, action, etag, changes })));
    expect(saved).toMatchObject({ target: plan.target, unchanged: plan.unchanged, drift: plan.drift, skipped: plan.skipped, notes: plan.notes });
    expect(renderPlanFile(plan)).toBe(text);
    expect(checkSavedPlan(saved, plan)).toEqual([]);
  });

  test('holds no content and no secret', () => {
    const text = renderPlanFile(PLAN);
    expect(JSON.stringify(PLAN)).toContain(CANARY);
    expect(text).not.toContain(CANARY);
    expect(text).not.toMatch(/"(?:before|after)": [{[]/u);
  });

  const parsed = (): Record<string, unknown> => JSON.parse(renderPlanFile(PLAN));
  test.each([
    ['no JSON', 'apis: []', /^the plan is not JSON \(.+\); make one with 'aoai-policy plan --out'$/u],
    ['cut short', renderPlanFile(PLAN).slice(0, 400), /^the plan is not JSON/u],
    ['other JSON', '{"policies":["**/*.xml"]}', /^this is no plan of aoai-policy; make one/u],
    ['the manifest of a package', '{"name":"x","version":"1.0.0"}', /^this is no plan of aoai-policy/u],
    ['the checksum of something', '{"checksum":"x"}', /^this is no plan of aoai-policy/u],
    ['a list', '[]', /^this is no plan of aoai-policy/u],
    ['of another version', JSON.stringify({ ...parsed(), version: 2 }), /^the plan has the version 2, and this aoai-policy reads 1; make one/u],
    ['of another shape', JSON.stringify({ ...parsed(), changes: [{ address: 'policy', action: 'destroy', drifted: false, changes: [], needs: [] }] }), /^the plan is damaged: \/changes\/0\/action does not fit schemas\/plan\.schema\.json \(enum\); make one/u],
    ['with a key too many', JSON.stringify({ ...parsed(), extra: 1 }), /^the plan is damaged: the top does not fit schemas\/plan\.schema\.json \(additionalProperties extra\)/u],
    ['edited', renderPlanFile(PLAN).replace('"action": "delete"', '"action": "update"'), /^the plan was edited after it was made; make one/u],
    ['edited in what it shows', renderPlanFile(PLAN).replace('"Single"', '"single"'), /^the plan was edited after it was made/u],
  ])('is refused when it is %s', (_, text, message) => {
    expect(() => readPlanFile(text)).toThrow(UsageError);
    expect(() => readPlanFile(text)).toThrow(message);
  });

  test('is refused whatever has been changed in it', () => {
    const sound = JSON.stringify(parsed());
    fc.assert(fc.property(damagedJson(parsed()), fc.boolean(), (value, isFormatted) => {
      const text = JSON.stringify(value, undefined, isFormatted ? 4 : 0);
      fc.pre(JSON.stringify(value) !== sound);
      expect(() => readPlanFile(text)).toThrow(UsageError);
    }), { numRuns: 500 });
  });

  test('may be formatted anew', () => {
    expect(readPlanFile(JSON.stringify(parsed())).changes).toHaveLength(PLAN.changes.length);
  });
});

describe('a plan that was saved and one made now', () => {
  const saved = readPlanFile(renderPlanFile(PLAN));
  const withChange = (address: string, part: Partial<PlannedChange>): Plan => ({ ...PLAN, changes: PLAN.changes.map((change) => (change.address === address ? { ...change, ...part } : change)) });
  const chat = 'apis/chat/policy';

  test.each<[string, Plan, readonly string[]]>([
    ['the service was edited', withChange(chat, { etag: '"AAAAAAADCxX="' }), ['apis/chat/policy has been changed on the service since the plan was made']],
    ['the service was edited, as its content shows', withChange(chat, { beforeDigest: DIGEST.c }), ['apis/chat/policy has been changed on the service since the plan was made']],
    ['the project was edited', withChange(chat, { afterDigest: DIGEST.c }), ['apis/chat/policy is not the same in the project as when the plan was made']],
    ['what was to be changed is gone', withChange(chat, { action: 'create' }), ['apis/chat/policy was to be updated, and is to be created now']],
    ['it has been done', { ...PLAN, changes: PLAN.changes.filter(({ address }) => address !== chat) }, ['apis/chat/policy was to be updated, and there is nothing to do about it any more']],
    ['there is more to do', { ...PLAN, changes: [...PLAN.changes, { key: { kind: 'backend', id: 'n' }, address: 'backends/n', action: 'create', changes: [], drifted: false, needs: [] }] }, ['backends/n is to be created now, and was not when the plan was made']],
    ['another service', { ...PLAN, target: { ...TARGET, service: 'apim-dev' } }, ['the plan is for the service apim-prod, and this is apim-dev']],
    ['an endpoint on this machine', { ...PLAN, target: { ...TARGET, endpoint: 'http://127.0.0.1:8043' } }, ['the plan is for the endpoint of Azure, and this is http://127.0.0.1:8043']],
    ['the same in other letters', { ...PLAN, target: { ...TARGET, subscription: TARGET.subscription.toUpperCase(), resourceGroup: 'RG-AI' } }, []],
    ['notes, drift and what is unchanged', { ...PLAN, notes: ['x'], drift: [], unchanged: [] }, []],
  ])('%s', (_, plan, expected) => {
    expect(checkSavedPlan(saved, plan)).toEqual(expected);
  });
});
