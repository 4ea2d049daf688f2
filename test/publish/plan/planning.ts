/** A local APIM, the real client on it, and projects of a few lines: what the tests of planning have in common. */
import { onTestFinished } from 'vitest';
import type { LocalApim, LocalApimOptions } from '../../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../../src/local-apim/start-local-apim.js';
import type { Diagnostic } from '../../../src/model/diagnostic.js';
import type { JsonObject } from '../../../src/model/json.js';
import type { Arm } from '../../../src/publish/arm/arm.js';
import { connectArm } from '../../../src/publish/arm/connect-arm.js';
import type { DesiredState } from '../../../src/publish/desired/desired-resource.js';
import { makePlan, type PlanAndFindings, type PlanOptions } from '../../../src/publish/plan/make-plan.js';
import type { Plan } from '../../../src/publish/plan/plan.js';
import type { PublishedState } from '../../../src/publish/plan/published-state.js';
import { asDesired } from '../../../src/publish/pull/as-desired.js';
import { applyPlan } from '../../../src/publish/push/apply-plan.js';
import { stateAfter } from '../../../src/publish/push/state-after.js';
import type { NamedValueBody, ResourceBody } from '../../../src/publish/resource-body.js';
import { type Address, parseAddress, type ResourceKey } from '../../../src/publish/resource-key.js';
import type { Target } from '../../../src/publish/target.js';
import { conciseLine } from '../../project/concise.js';
import { fastClock } from '../push/pushing.js';
import { temporaryFolder } from '../../project/temporary-folder.js';

/** What a project declares: bodies by address. */
export type Declared = Readonly<Record<Address, ResourceBody>>;

export interface Planning {
  readonly apim: LocalApim;
  readonly arm: Arm;
  /** `PUT apis/chat/policies/policy`; those since it was emptied. */
  readonly requests: string[];
  readonly plan: (declared: Declared, options?: Partial<PlanOptions>, about?: Partial<DesiredState>) => Promise<PlanAndFindings>;
  /** Plans and pushes; gives the record that a project would keep. */
  readonly push: (declared: Declared, state?: PublishedState) => Promise<PublishedState>;
  /** Somebody else writes. */
  readonly edit: (address: Address, body: ResourceBody | undefined) => Promise<void>;
}

export async function startPlanning(options: LocalApimOptions = {}): Promise<Planning> {
  const requests: string[] = [];
  const apim = await startLocalApim({ ...options, onRequest: ({ method, path }) => requests.push(`${method} ${path}`) });
  onTestFinished(() => apim.close());
  const { endpoint, subscription, resourceGroup, service } = apim;
  const target: Target = { environment: 'dev', cloud: 'public', subscription, resourceGroup, service, endpoint };
  const clock = fastClock();
  const arm = await connectArm(target, { environmentVariables: {}, clock });
  const plan: Planning['plan'] = async (declared, more = {}, about = {}) => await makePlan({ ...desiredFrom(declared, target), ...about }, arm, { state: undefined, prune: false, ...more });
  return {
    apim, arm, requests, plan,
    push: async (declared, state) => {
      const planned = await plan(declared, { state });
      if (planned.diagnostics.length > 0) throw new Error(findings(planned).join('\n'));
      const result = await applyPlan(planned.plan, arm, { folder: temporaryFolder(), rollsBack: true, clock });
      if (result.outcome !== 'pushed') throw result.cause ?? new Error(result.outcome);
      return stateAfter(state, planned.plan, result);
    },
    edit: async (address, body) => {
      const key = keyOf(address);
      if (body === undefined) await arm.remove(key, (await arm.read(key))?.etag ?? '');
      else await arm.write(key, body, { kind: 'any' });
    },
  };
}

function desiredFrom(declared: Declared, target: Target): DesiredState {
  return asDesired({ target, resources: Object.entries(declared).map(([address, body]) => ({ key: keyOf(address), body })), notRead: [] });
}

function keyOf(address: Address): ResourceKey {
  const key = parseAddress(address);
  if (key === undefined) throw new Error(`no address: ${address}`);
  return key;
}

export const policy = (inbound: string): ResourceBody => ({ kind: 'policy', format: 'xml', value: `<policies><inbound>${inbound}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>` });
export const fragment = (content: string, description?: string): ResourceBody => ({ kind: 'fragment', format: 'xml', value: `<fragment>${content}</fragment>`, ...(description === undefined ? {} : { description }) });
export const backend = (properties: JsonObject): ResourceBody => ({ kind: 'backend', properties: { protocol: 'http', type: 'Single', ...properties } });
export const pool = (...members: readonly string[]): ResourceBody => ({ kind: 'backend', properties: { type: 'Pool', pool: { services: members.map((id) => ({ id: `/backends/${id}` })) } } });
export const namedValue = (displayName: string, part: Partial<NamedValueBody> = {}): ResourceBody => ({ kind: 'named-value', displayName, secret: false, tags: [], ...(part.secret === true || part.keyVault !== undefined ? {} : { value: 'v' }), ...part });

/** `create apis/chat/policy`, in the plan's order. */
export const actions = ({ changes }: Plan): string[] => changes.map(({ action, address }) => `${action} ${address}`);

export const findings = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): string[] => diagnostics.map((found) => `${found.severity} ${conciseLine(found)}`);
