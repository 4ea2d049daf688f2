/** Plans and pushes as the command `push --yes --prune --overwrite-drift` does, without a project on the disk. */
import { join } from 'node:path';
import type { Clock } from '../../src/publish/clock.js';
import { connectArm } from '../../src/publish/arm/connect-arm.js';
import type { DesiredState } from '../../src/publish/desired/desired-resource.js';
import { makePlan } from '../../src/publish/plan/make-plan.js';
import type { Plan } from '../../src/publish/plan/plan.js';
import { readState, writeState } from '../../src/publish/plan/state-file.js';
import { applyPlan } from '../../src/publish/push/apply-plan.js';
import { interruptedPush } from '../../src/publish/push/journal.js';
import type { PushEvent, PushResult } from '../../src/publish/push/push-result.js';
import { rollBack } from '../../src/publish/push/roll-back.js';
import { stateAfter, stateAfterInterruption, stateAfterRollBack } from '../../src/publish/push/state-after.js';
import { SERVICE } from './world.js';

export interface Pushing {
  /** Of the local APIM. */
  readonly endpoint: string;
  /** Where pushes keep what they have to remember. */
  readonly folder: string;
  readonly clock: Clock;
  readonly token: string;
  readonly rollsBack: boolean;
  /** Milliseconds, real ones, that a request may take. */
  readonly requestTimeout: number;
  /** From 0 to 1: what jitter is drawn from. */
  readonly random: () => number;
}

/** What hangs is given up soon. */
export const SHORT_TIMEOUT = 300;

/** What a push came to, and all that it said. */
export interface Pushed {
  readonly plan?: Plan;
  readonly result?: PushResult;
  readonly events: readonly PushEvent[];
  /** What was thrown, or kept the plan from being made. */
  readonly failure?: Error;
}

/** Never throws. */
export async function pushOnce(desired: DesiredState, pushing: Pushing): Promise<Pushed> {
  const events: PushEvent[] = [];
  let plan: Plan | undefined;
  try {
    const arm = await connected(pushing);
    const { folder, clock, rollsBack } = pushing;
    const file = join(folder, 'state.json');
    const recorded = readState(file, arm.target);
    const interrupted = interruptedPush(folder);
    const state = interrupted === undefined ? recorded : stateAfterInterruption(recorded, interrupted);
    const planned = await makePlan(desired, arm, { state, prune: true, clock: pushing.clock });
    ({ plan } = planned);
    const errors = planned.diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return { plan, events, failure: new Error(errors.map(({ message }) => message).join('; ')) };
    const result = await applyPlan(plan, arm, { folder, rollsBack, clock, onEvent: (event) => events.push(event) });
    writeState(file, stateAfter(state, plan, result));
    return { plan, result, events };
  } catch (error) {
    return { ...(plan === undefined ? {} : { plan }), events, failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** As `push --rollback` does. Never throws. */
export async function rollBackOnce(pushing: Pushing): Promise<Pushed> {
  const events: PushEvent[] = [];
  try {
    const arm = await connected(pushing);
    const { folder, clock } = pushing;
    const file = join(folder, 'state.json');
    const result = await rollBack(arm, { folder, clock, onEvent: (event) => events.push(event) });
    const state = stateAfterRollBack(readState(file, arm.target), result);
    if (state !== undefined) writeState(file, state);
    return { result, events };
  } catch (error) {
    return { events, failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

async function connected({ endpoint, clock, token, random, requestTimeout }: Pushing): ReturnType<typeof connectArm> {
  const target = { environment: 'faults', cloud: 'public', endpoint, ...SERVICE } as const;
  return await connectArm(target, { environmentVariables: { AOAI_POLICY_TOKEN: token }, clock, retry: { requestTimeout, random } });
}
