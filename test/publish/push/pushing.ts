/** A local APIM, the real client on it, and plans made from what it holds: what the tests of pushing have in common. */
import { readFileSync } from 'node:fs';
import type { LocalApim, LocalApimOptions, LocalFault, LocalRequest } from '../../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../../src/local-apim/start-local-apim.js';
import type { Arm } from '../../../src/publish/arm/arm.js';
import { connectArm } from '../../../src/publish/arm/connect-arm.js';
import type { Clock } from '../../../src/publish/clock.js';
import type { Plan } from '../../../src/publish/plan/plan.js';
import { applyPlan, type ApplyOptions } from '../../../src/publish/push/apply-plan.js';
import type { PushEvent, PushResult } from '../../../src/publish/push/push-result.js';
import type { ResourceBody } from '../../../src/publish/resource-body.js';
import type { Address } from '../../../src/publish/resource-key.js';
import type { Target } from '../../../src/publish/target.js';
import { keyOf, planFor } from './planning.js';
import { afterTest, temporaryFolder } from './temporary-folder.js';

export { backend, fragment, header, namedValue, policy } from './planning.js';

/** Sleeping takes no time, and the clock knows it. */
export function fastClock(): Clock {
  let passed = 0;
  return {
    now: () => Date.now() + passed,
    sleep: (milliseconds, signal) => {
      signal?.throwIfAborted();
      passed += milliseconds;
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
}

export interface Pushing {
  readonly apim: LocalApim;
  readonly arm: Arm;
  readonly clock: Clock;
  readonly folder: string;
  /** Asked for each request once it is set. */
  faults: (request: LocalRequest) => LocalFault | undefined;
  /** `PUT apis/chat/policies/policy 200`, in order; those since the last time it was emptied. */
  readonly requests: string[];
  readonly events: PushEvent[];
  /** A plan that makes these resources hold this; undefined is to be deleted. */
  readonly plan: (wanted: Readonly<Record<Address, ResourceBody | undefined>>, needs?: Readonly<Record<Address, readonly Address[]>>) => Promise<Plan>;
  readonly push: (plan: Plan, options?: Partial<ApplyOptions>) => Promise<PushResult>;
  /** What is stored, by address, as text to compare: policies without layout. */
  readonly stored: (...addresses: readonly Address[]) => Promise<Record<Address, string | undefined>>;
}

export async function startPushing(options: LocalApimOptions = {}): Promise<Pushing> {
  const requests: string[] = [];
  const events: PushEvent[] = [];
  const control = { faults: (_request: LocalRequest): LocalFault | undefined => undefined };
  const apim = await startLocalApim({
    createsParents: true,
    ...options,
    faults: (request) => control.faults(request),
    onRequest: (request, status) => {
      requests.push(`${request.method} ${request.path} ${status ?? 'dropped'}`);
      options.onRequest?.(request, status);
    },
  });
  afterTest(() => apim.close());
  const folder = temporaryFolder();
  const clock = fastClock();
  const arm = await connectTo(apim, clock);
  return {
    apim, arm, clock, folder, requests, events,
    get faults() { return control.faults; },
    set faults(faults) { control.faults = faults; },
    plan: (wanted, needs = {}) => planFor(arm, wanted, needs),
    push: (plan, more = {}) => applyPlan(plan, arm, { folder, rollsBack: true, clock, onEvent: (event) => events.push(event), ...more }),
    stored: async (...addresses) => Object.fromEntries(await Promise.all(addresses.map(async (address) => [address, plainText((await arm.read(keyOf(address)))?.body)]))) as Record<Address, string | undefined>,
  };
}

export function targetOf({ endpoint, subscription, resourceGroup, service }: LocalApim): Target {
  return { environment: 'dev', cloud: 'public', subscription, resourceGroup, service, endpoint };
}

export function connectTo(apim: LocalApim, clock: Clock): Promise<Arm> {
  return connectArm(targetOf(apim), { environmentVariables: {}, clock, retry: { requestTimeout: 2_000 } });
}

/** Enough of a content to tell it from others. */
function plainText(body: ResourceBody | undefined): string | undefined {
  switch (body?.kind) {
    case undefined:
      return undefined;
    case 'policy':
    case 'fragment':
      return /<value>(.*?)<\/value>/su.exec(body.value)?.[1] ?? 'no header';
    case 'backend':
      return String(body.properties['url']);
    case 'named-value':
      return body.value;
  }
}

export function journalLines(path: string | undefined): Record<string, unknown>[] {
  return readFileSync(path ?? '', 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
}
