/** What pushes, rollbacks and pulls look like stands in fixtures/plans/. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { RemoteError } from '../../src/model/remote-error.js';
import type { PlannedAction } from '../../src/publish/plan/plan.js';
import type { PushResult, ResourceState } from '../../src/publish/push/push-result.js';
import type { RollBackPreview } from '../../src/publish/push/roll-back.js';
import { stateWords } from '../../src/report/push-words.js';
import { type PlanReport, renderPlanJson } from '../../src/report/render-plan-json.js';
import { type PullMode, type PullReport, pullSummary, renderPull, renderPullJson } from '../../src/report/render-pull.js';
import { renderPush } from '../../src/report/render-push.js';
import { renderPushJson } from '../../src/report/render-push-json.js';
import { renderRollback } from '../../src/report/render-rollback.js';
import { withoutUnknownFields } from './closed-schema.js';
import { CANARY, EMPTY_PLAN, EXAMPLE_PLAN, TARGET } from './example-plan.js';
import { markedFinding } from './finding.js';

const FOLDER = fileURLToPath(new URL('../../fixtures/plans/', import.meta.url));
const refused = new RemoteError('PUT apis/chat/policy: the service refused it: one or more fields contain incorrect values', {
  kind: 'refused', status: 400, code: 'ValidationError', requestId: '3f6c', details: [{ code: 'ValidationError', target: 'set-header', message: 'text is not allowed' }],
});

const STATES: readonly ResourceState[] = ['written', 'not-written', 'restored', 'edited', 'not-restored', 'unknown'];
const ACTIONS: readonly PlannedAction[] = ['create', 'update', 'replace', 'delete'];

const another = new RemoteError('GET delete/unknown: no answer', { kind: 'network', code: 'ECONNRESET' });
const errorOf = (state: ResourceState, action: PlannedAction): { readonly error?: Error } =>
  state === 'not-written' && action === 'update' ? { error: refused } : state === 'unknown' && action === 'delete' ? { error: another } : {};

const PUSHED: PushResult = {
  outcome: 'pushed', journal: '/work/.aoai-policy/prod/journals/1.jsonl', notes: ['backends/ptu was there already'],
  resources: EXAMPLE_PLAN.changes.map((change) => ({ address: change.address, action: change.action, state: 'written', change })),
};
const FAILED: PushResult = {
  outcome: 'failed', journal: '/work/.aoai-policy/prod/journals/1.jsonl', cause: refused,
  resources: STATES.flatMap((state) => ACTIONS.map((action) => ({ address: `${action}/${state}`, action, state, ...errorOf(state, action) }))),
};
const ROLLED_BACK: PushResult = { ...FAILED, outcome: 'rolled-back', resources: FAILED.resources.filter(({ state }) => state === 'restored' || state === 'not-written') };

const PREVIEW: RollBackPreview = {
  journal: '/work/.aoai-policy/prod/journals/1.jsonl',
  at: new Date(0),
  target: TARGET,
  resources: [...ACTIONS.map((action) => ({ address: `${action}/it`, action })), { address: 'namedValues/key', action: 'update', withheld: 'it is a secret' }],
};

const PULLED: PullReport = {
  target: TARGET,
  files: (['new', 'changed', 'unchanged', 'conflict'] as const).map((state) => ({ path: `backends/${state}.json`, state })),
  skipped: [{ source: 'apis/chat/policy', reason: 'a secret stands in it' }],
  withheld: [{ source: 'backends/ptu', reason: 'its credentials are a secret' }],
};

describe('a push for people', () => {
  test.each<[string, PushResult, Parameters<typeof renderPush>[1]]>([
    ['pushed', PUSHED, { colors: false, command: 'push' }],
    ['failed', FAILED, { colors: false, command: 'push' }],
    ['colors', FAILED, { colors: true, command: 'push' }],
    ['rolled-back', ROLLED_BACK, { colors: false, command: 'push' }],
  ])('%s', async (name, result, options) => {
    await expect(renderPush(result, options)).toMatchFileSnapshot(`${FOLDER}push.${name}.txt`);
  });

  test('a rollback, before it is done', async () => {
    await expect(renderRollback(PREVIEW, { colors: false })).toMatchFileSnapshot(`${FOLDER}rollback.txt`);
  });

  test.each<[string, PullMode, boolean]>([
    ['written', 'written', false],
    ['checked', 'checked', false],
    ['colors', 'written', true],
  ])('a pull, %s', async (name, mode, colors) => {
    await expect(renderPull(PULLED, { mode, colors }) + pullSummary(PULLED, mode)).toMatchFileSnapshot(`${FOLDER}pull.${name}.txt`);
  });

  test('the words for each state and action are words of their own, those of a resource that was left as it was aside', () => {
    const said = STATES.flatMap((state) => ACTIONS.map((action) => Object.values(stateWords(state, action)).join('|')));
    expect(new Set(said).size).toBe(4 + 3 + 4 + 1 + 4 + 1);
  });
});

const schemas = ['diagnostics', 'publish-report'].map((name): object => JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as object);
const [diagnostics = {}, publishReport = {}] = schemas.map((schema) => withoutUnknownFields(schema) as object);
const validate = new Ajv({ strict: true, allowUnionTypes: true }).addSchema(diagnostics, 'diagnostics.schema.json').compile(publishReport);

const { finding, source } = markedFinding('<a>«b»</a>');
const about: PlanReport = { target: TARGET, diagnostics: [], sourceOf: () => source };
const version = { version: '1.2.3' };

describe('reports for programs are what the schema says', () => {
  test.each<[string, string]>([
    ['a plan', renderPlanJson({ ...about, plan: EXAMPLE_PLAN }, version)],
    ['a plan without changes', renderPlanJson({ ...about, plan: EMPTY_PLAN }, version)],
    ['findings instead of a plan', renderPlanJson({ ...about, diagnostics: [finding] }, version)],
    ['for a local APIM', renderPlanJson({ ...about, target: { ...TARGET, endpoint: 'http://127.0.0.1:8043' } }, version)],
    ['a push', renderPushJson({ ...about, command: 'push', plan: EXAMPLE_PLAN, result: PUSHED }, version)],
    ['a push that failed', renderPushJson({ ...about, command: 'push', plan: EXAMPLE_PLAN, result: FAILED }, version)],
    ['a push with nothing to do', renderPushJson({ ...about, command: 'push', plan: EMPTY_PLAN }, version)],
    ['a push that was refused', renderPushJson({ ...about, command: 'push', diagnostics: [finding] }, version)],
    ['a push that was only tried', renderPushJson({ ...about, command: 'push', plan: EXAMPLE_PLAN }, version)],
    ['a rollback', renderPushJson({ ...about, command: 'rollback', preview: PREVIEW, result: PUSHED }, version)],
    ['a rollback that was only tried', renderPushJson({ ...about, command: 'rollback', preview: PREVIEW }, version)],
    ['what was pulled', renderPullJson(PULLED, version)],
  ])('%s', (_, text) => {
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).not.toContain(CANARY);
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('the schema is not content with anything', () => {
    const report = JSON.parse(renderPushJson({ ...about, command: 'push', plan: EXAMPLE_PLAN, result: FAILED }, version)) as Record<string, unknown>;
    expect(validate({ ...report, extra: 1 })).toBe(false);
    expect(validate({ ...report, outcome: 'maybe' })).toBe(false);
    expect(validate({ ...report, target: {} })).toBe(false);
    expect(validate(Object.fromEntries(Object.entries(report).filter(([name]) => name !== 'target')))).toBe(false);
  });

  test('what came of it', () => {
    expect(JSON.parse(renderPushJson({ ...about, command: 'push', plan: EXAMPLE_PLAN, result: FAILED }, version))).toMatchObject({
      formatVersion: 1,
      command: 'push',
      outcome: 'failed',
      plan: { summary: { create: 1, update: 2, replace: 1, delete: 1, unchanged: 2 } },
      error: { kind: 'refused', status: 400, code: 'ValidationError', requestId: '3f6c', details: ['text is not allowed'] },
    });
  });
});
