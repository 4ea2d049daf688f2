/** The way to a service: Azure's, or one on this machine. */
import type { Clock } from '../clock.js';
import { SYSTEM_CLOCK } from '../clock.js';
import type { Target } from '../target.js';
import type { Arm, ArmObserver } from './arm.js';
import { AZURE_ENDPOINTS } from './azure-endpoints.js';
import { BackOff } from './back-off.js';
import { checkTarget } from './check-target.js';
import { credentialFor, type EnvironmentVariables } from './credential.js';
import { loopbackOrigin } from './loopback-endpoint.js';
import { patience } from './patience.js';
import { RequestSlots } from './request-slots.js';
import { sdkClient } from './sdk-client.js';
import { SdkArm } from './sdk-arm.js';

export interface ConnectOptions {
  /** Those that credentials are found by; nothing else is read from here. */
  readonly environmentVariables: EnvironmentVariables;
  readonly clock?: Clock;
  /** Requests in flight at most. Default 5, as many as the service bears: reference/management-api.md §2.5. */
  readonly concurrency?: number;
  readonly observer?: ArmObserver;
  readonly retry?: RetryOptions;
}

export interface RetryOptions {
  /** How often a read is sent at most, the first time included. Default 6. */
  readonly attempts?: number;
  /** Milliseconds that one request may take. Default 60,000. */
  readonly requestTimeout?: number;
  /** Milliseconds: who asks for a longer wait gets none; its error is reported, with the time. Default 120,000. */
  readonly longestWait?: number;
  /** Milliseconds that the waits for one long-running operation may take. Default 600,000. */
  readonly operationTimeout?: number;
  /** From 0 to 1. */
  readonly random?: () => number;
}

/**
 * Loads the SDK; nothing is asked before the first call. Azure's package for identities is loaded only for a real service and without a ready token.
 * @throws UsageError for a target or environment variables that cannot be right
 */
export async function connectArm(target: Target, options: ConnectOptions): Promise<Arm> {
  checkTarget(target);
  const { environmentVariables, clock = SYSTEM_CLOCK, concurrency = 5, observer = {}, retry = {} } = options;
  const { attempts = 6, requestTimeout = 60_000, longestWait = 120_000, operationTimeout = 600_000, random = Math.random } = retry;
  const { management } = AZURE_ENDPOINTS[target.cloud];
  const loopback = target.endpoint === undefined ? undefined : loopbackOrigin(target.endpoint);
  const sending = patience({
    clock,
    slots: new RequestSlots(Math.max(1, Math.floor(concurrency))),
    backOff: new BackOff({ clock, random, onWait: observer.onWait }),
    observer,
    attempts,
    requestTimeout,
    longestWait,
    random,
    origin: loopback ?? management,
    addressOf: shownAddress,
  });
  const credential = await credentialFor(target, environmentVariables, loopback !== undefined);
  const client = await sdkClient(target, { management, loopback, credential, patience: sending });
  return new SdkArm(target, { client, resourceGroup: target.resourceGroup, service: target.service, clock, operationTimeout });
}

/** The path below the service, decoded, without the query, which may hold a signature. */
function shownAddress(url: string): string {
  const { pathname } = new URL(url);
  const below = /\/providers\/Microsoft\.ApiManagement\/service\/[^/]+\/?(.*)$/iu.exec(pathname)?.[1] ?? pathname;
  return below.split('/').map(decoded).join('/');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
