/** Reads what a service makes of a resource, until it has made up its mind. */
import type { Arm, LiveResource } from '../arm/arm.js';
import type { Clock } from '../clock.js';
import { addressOf, type ResourceKey } from '../resource-key.js';
import { PushError } from './push-error.js';

export type SettledRead =
  /** @property problem one sentence: why what is stored there does not work */
  | { readonly kind: 'read'; readonly live: LiveResource | undefined; readonly problem?: string }
  | { readonly kind: 'unreadable'; readonly error: Error };

const FIRST_WAIT = 500;
const LONGEST_WAIT = 5_000;

/** Milliseconds that a service may say `InProgress`. */
const LONGEST_PROVISIONING = 180_000;

/** Milliseconds that Key Vault's answer is waited for; services that never tell are taken as they are. */
const LONGEST_KEY_VAULT = 10_000;

/**
 * Never throws: that something cannot be read is one of the answers. Waits while the service still works on it, because a policy that names what is
 * not settled is refused. Source: reference/management-api.md §2.2; §4, 13.
 */
export async function readSettled(arm: Arm, key: ResourceKey, clock: Clock, signal?: AbortSignal): Promise<SettledRead> {
  const began = clock.now();
  for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
    let live: LiveResource | undefined;
    try {
      live = await arm.read(key, signal);
    } catch (error) {
      return { kind: 'unreadable', error: error instanceof Error ? error : new Error(String(error)) };
    }
    const elapsed = clock.now() - began;
    if (live !== undefined && isPending(live, elapsed)) {
      await clock.sleep(wait, signal);
      continue;
    }
    if (live?.provisioning === 'in-progress') return { kind: 'unreadable', error: stillWorking(key, elapsed) };
    const problem = live && problemOf(live);
    return { kind: 'read', live, ...(problem === undefined ? {} : { problem }) };
  }
}

function isPending(live: LiveResource, elapsed: number): boolean {
  if (live.provisioning === 'in-progress') return elapsed < LONGEST_PROVISIONING;
  return live.provisioning === 'settled' && isInKeyVault(live) && live.keyVaultStatus === undefined && elapsed < LONGEST_KEY_VAULT;
}

function isInKeyVault({ body }: LiveResource): boolean {
  return body.kind === 'named-value' && body.keyVault !== undefined;
}

function problemOf(live: LiveResource): string | undefined {
  const address = addressOf(live.key);
  if (live.provisioning === 'failed') return `the service stores ${address} and reports that its provisioning failed`;
  const status = live.keyVaultStatus;
  if (!isInKeyVault(live) || status === undefined || status.code === 'Success') return undefined;
  return `the service cannot fetch ${address} from Key Vault (${status.code}: ${status.message}); give its managed identity the role Key Vault Secrets User, and let it through the vault's firewall`;
}

function stillWorking(key: ResourceKey, elapsed: number): PushError {
  const address = addressOf(key);
  return new PushError(address, `the service is still working on ${address} after ${Math.round(elapsed / 1000)} seconds`);
}
