/** What is recorded after pushes, interrupted pushes and rollbacks. */
import { expect, test } from 'vitest';
import { contentDigest } from '../../../src/publish/canonical/content-digest.js';
import type { Plan, PlannedAction, PlannedChange } from '../../../src/publish/plan/plan.js';
import type { PublishedState } from '../../../src/publish/plan/published-state.js';
import type { PolicyBody } from '../../../src/publish/resource-body.js';
import type { InterruptedPush } from '../../../src/publish/push/journal.js';
import type { PushResult, ResourceState } from '../../../src/publish/push/push-result.js';
import { stateAfter, stateAfterInterruption, stateAfterRollBack } from '../../../src/publish/push/state-after.js';

const SERVICE = { subscription: '00000000-0000-0000-0000-000000000000', resourceGroup: 'rg', service: 'apim' };
const PLAN: Plan = { target: { environment: 'dev', cloud: 'public', ...SERVICE }, changes: [], unchanged: [], drift: [], skipped: [], notes: [] };
const A = 'apis/a/policy';

const state = (resources: PublishedState['resources']): PublishedState => ({ ...SERVICE, resources });
const result = (action: PlannedAction, became: ResourceState, digest?: string): PushResult => ({ outcome: 'pushed', resources: [{ address: A, action, state: became, ...(digest === undefined ? {} : { digest }) }] });

const OLD = { digest: 'old', created: false };
const MINE = { digest: 'old', created: true };

test.each<[string, PublishedState['resources'], PushResult, PublishedState['resources']]>([
  ['made', {}, result('create', 'written', 'new'), { [A]: { digest: 'new', created: true } }],
  ['changed, not made here', { [A]: OLD }, result('update', 'written', 'new'), { [A]: { digest: 'new', created: false } }],
  ['changed, made here earlier', { [A]: MINE }, result('update', 'written', 'new'), { [A]: { digest: 'new', created: true } }],
  ['known under other letters', { 'apis/A/policy': MINE }, result('update', 'written', 'new'), { [A]: { digest: 'new', created: true } }],
  ['deleted', { [A]: MINE }, result('delete', 'written'), {}],
  ['not written', { [A]: OLD }, result('update', 'not-written', 'old'), { [A]: OLD }],
  ['put back', { [A]: OLD }, result('update', 'restored', 'drifted'), { [A]: OLD }],
  ['made and taken away', {}, result('create', 'restored'), {}],
  ['not put back', {}, result('create', 'not-restored', 'altered'), { [A]: { digest: 'altered', created: true } }],
  ['somebody else\'s', { [A]: OLD }, result('update', 'edited', 'theirs'), { [A]: OLD }],
  ['of resources the plan does not name', { 'backends/other': MINE }, result('create', 'written', 'new'), { [A]: { digest: 'new', created: true }, 'backends/other': MINE }],
])('a push: %s', (_what, before, pushed, after) => {
  expect(stateAfter(state(before), PLAN, pushed)).toEqual(state(after));
});

const body = (region: string): PolicyBody => ({ kind: 'policy', format: 'rawxml', value: `<policies><inbound><set-header name="x-region" exists-action="override"><value>${region}</value></set-header></inbound></policies>` });
const EU = body('eu');
const US = body('us');
const ofEu = contentDigest(EU);
const ofUs = contentDigest(US);

test.each<[string, PublishedState['resources'], Pick<PlannedChange, 'action' | 'before' | 'after' | 'drifted'>, PublishedState['resources']]>([
  ['made or not', {}, { action: 'create', after: EU, drifted: false }, { [A]: { digest: ofEu, orDigest: 'absent', created: true } }],
  ['changed or not', { [A]: OLD }, { action: 'update', before: US, after: EU, drifted: false }, { [A]: { digest: ofEu, orDigest: ofUs, created: false } }],
  ['deleted or not', { [A]: MINE }, { action: 'delete', before: US, drifted: false }, { [A]: { digest: 'absent', orDigest: ofUs, created: true } }],
  ['still what others made of it, or not', { [A]: MINE }, { action: 'update', before: US, after: EU, drifted: true }, { [A]: { digest: ofEu, created: true } }],
])('a push of which the service did not tell: %s', (_what, before, { action, ...sides }, after) => {
  const change: PlannedChange = { key: { kind: 'policy', scope: { kind: 'api', api: 'a' } }, address: A, action, needs: [], changes: [], ...sides };
  const pushed: PushResult = { outcome: 'failed', resources: [{ address: A, action, state: 'unknown', change }] };
  expect(stateAfter(state(before), PLAN, pushed)).toEqual(state(after));
});

test('what holds already what the project says is the project\'s from then on, and not made by it', () => {
  const plan: Plan = { ...PLAN, unchanged: [A, 'backends/b', 'backends/unknown'], unchangedDigests: { [A]: 'same', 'backends/b': 'same' } };
  expect(stateAfter(undefined, plan)).toEqual(state({ [A]: { digest: 'same', created: false }, 'backends/b': { digest: 'same', created: false } }));
  expect(stateAfter(state({ [A]: MINE }), plan)).toEqual(state({ [A]: { digest: 'same', created: true }, 'backends/b': { digest: 'same', created: false } }));
});

test('an interrupted push: what is certain is recorded, what is not with both', () => {
  const interrupted: InterruptedPush = {
    journal: '/j', at: new Date(0), target: { environment: 'dev', cloud: 'public', ...SERVICE },
    resources: [
      { address: A, action: 'create', previousDigest: undefined, digest: 'new', settled: true },
      { address: 'backends/doubt', action: 'create', previousDigest: undefined, digest: 'new', settled: false },
      { address: 'backends/update', action: 'update', previousDigest: 'old', digest: 'new', settled: false },
      { address: 'backends/deleted', action: 'delete', previousDigest: 'old', digest: undefined, settled: true },
      { address: 'backends/delete', action: 'delete', previousDigest: 'old', digest: undefined, settled: false },
    ],
  };
  expect(stateAfterInterruption(state({ 'backends/deleted': MINE, 'backends/delete': MINE, 'backends/update': OLD }), interrupted)).toEqual(state({
    [A]: { digest: 'new', created: true },
    'backends/doubt': { digest: 'new', orDigest: 'absent', created: true },
    'backends/update': { digest: 'new', orDigest: 'old', created: false },
    'backends/delete': { digest: 'absent', orDigest: 'old', created: true },
  }));
});

test('a rollback: what was put back is recorded, what was made is not there any more', () => {
  const rolledBack: PushResult = { outcome: 'rolled-back', resources: [
    { address: A, action: 'update', state: 'restored', digest: 'before' }, { address: 'backends/made', action: 'create', state: 'restored' },
    { address: 'backends/deleted', action: 'delete', state: 'restored', digest: 'mine' }, { address: 'backends/edited', action: 'update', state: 'edited', digest: 'theirs' },
    { address: 'backends/drifted', action: 'update', state: 'restored', digest: 'theirs', drifted: true }, { address: 'backends/gone', action: 'create', state: 'restored', drifted: true },
  ] };
  expect(stateAfterRollBack(state({ [A]: OLD, 'backends/made': MINE, 'backends/edited': OLD, 'backends/drifted': MINE, 'backends/gone': MINE }), rolledBack)).toEqual(state({
    [A]: { digest: 'before', created: false }, 'backends/deleted': { digest: 'mine', created: true }, 'backends/edited': OLD,
    // Still what the push wrote, so that the next plan sees what stands there as somebody else's.
    'backends/drifted': MINE, 'backends/gone': MINE,
  }));
  expect(stateAfterRollBack(undefined, rolledBack)).toBeUndefined();
});
