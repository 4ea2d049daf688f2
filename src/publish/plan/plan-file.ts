/** A plan in a file: what was looked at is what is pushed, or nothing is. */
import { createHash } from 'node:crypto';
import { isJsonObject } from '../../model/json.js';
import { UsageError } from '../../model/usage-error.js';
import type { SchemaError } from '../../project/schema-error.js';
import type { Target } from '../target.js';
import type { Plan, PlannedChange } from './plan.js';
import { planErrors } from './plan-validator.generated.js';

/** Of plan files. Goes up with the form of the file, and with that of digests (canonical/canonical-form.ts). */
const VERSION = 1;

/** What is kept of a change: no content, so no secret. */
export type SavedChange = Pick<PlannedChange, 'address' | 'action' | 'etag' | 'beforeDigest' | 'afterDigest' | 'drifted' | 'changes' | 'needs'>;

/** Described by schemas/plan.schema.json. */
export interface SavedPlan extends Omit<Plan, 'changes' | 'unchangedDigests'> {
  readonly version: typeof VERSION;
  readonly changes: readonly SavedChange[];
  /** SHA-256 of all the rest. */
  readonly checksum: string;
}

/** JSON, ending with a line break. The same plan always gives the same text. */
export function renderPlanFile({ target, changes, unchanged, drift, skipped, notes }: Plan): string {
  const content: Omit<SavedPlan, 'checksum'> = { version: VERSION, target: savedTarget(target), changes: changes.map(savedChange), unchanged, drift, skipped, notes };
  return `${JSON.stringify({ ...content, checksum: checksumOf(content) }, undefined, 2)}\n`;
}

/** Only what is known to be no secret, whatever else comes along. */
function savedChange({ address, action, etag, beforeDigest, afterDigest, drifted, changes, needs }: PlannedChange): SavedChange {
  return {
    address,
    action,
    ...(etag === undefined ? {} : { etag }),
    ...(beforeDigest === undefined ? {} : { beforeDigest }),
    ...(afterDigest === undefined ? {} : { afterDigest }),
    drifted,
    changes,
    needs,
  };
}

function savedTarget({ environment, cloud, tenant, subscription, resourceGroup, service, endpoint, apiVersion }: Target): Target {
  return {
    environment, cloud, ...(tenant === undefined ? {} : { tenant }), subscription, resourceGroup, service,
    ...(endpoint === undefined ? {} : { endpoint }), ...(apiVersion === undefined ? {} : { apiVersion }),
  };
}

function checksumOf(content: Omit<SavedPlan, 'checksum'>): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** @throws UsageError when the text is no plan, one of another version, or one that was edited; the messages do not name the file */
export function readPlanFile(text: string): SavedPlan {
  const value = parsed(text);
  if (!isJsonObject(value) || value['version'] === undefined || value['checksum'] === undefined) throw new UsageError(`this is no plan of aoai-policy; ${ANEW}`);
  if (value['version'] !== VERSION) throw new UsageError(`the plan has the version ${JSON.stringify(value['version'])}, and this aoai-policy reads ${VERSION}; ${ANEW}`);
  const [error] = planErrors(value);
  if (error !== undefined || !isSavedPlan(value)) throw new UsageError(`the plan is damaged${error === undefined ? '' : `: ${problemText(error)}`}; ${ANEW}`);
  const { checksum, ...content } = value;
  if (checksumOf(content) !== checksum) throw new UsageError(`the plan was edited after it was made; ${ANEW}`);
  return value;
}

const ANEW = "make one with 'aoai-policy plan --out'";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`the plan is not JSON (${error instanceof Error ? error.message : String(error)}); ${ANEW}`, { cause: error });
  }
}

/** Only asked after the schema has agreed. */
function isSavedPlan(value: object): value is SavedPlan {
  return 'checksum' in value;
}

/** `/changes/0/action is not of the schema (enum)`. */
function problemText({ instancePath, keyword, params }: SchemaError): string {
  const place = instancePath === '' ? 'the top' : instancePath;
  const missing = params['missingProperty'] ?? params['additionalProperty'];
  return `${place} does not fit schemas/plan.schema.json (${keyword}${typeof missing === 'string' ? ` ${missing}` : ''})`;
}

/**
 * What keeps a saved plan from being pushed: the project or the service is not what it was made of. Notes, drift and what is unchanged do not count.
 * @param plan made just now
 * @returns one sentence each; none: the plan still holds. That the value of a secret is another cannot be told, because a saved plan knows nothing of it.
 */
export function checkSavedPlan(saved: SavedPlan, plan: Plan): readonly string[] {
  const otherTarget = TARGET_KEYS.find((key) => saved.target[key]?.toLowerCase() !== plan.target[key]?.toLowerCase());
  if (otherTarget !== undefined) return [`the plan is for the ${TARGET_WORDS[otherTarget]} ${saved.target[otherTarget] ?? AZURE}, and this is ${plan.target[otherTarget] ?? AZURE}`];
  const now = new Map(plan.changes.map((change) => [change.address, change]));
  const planned = new Set(saved.changes.map(({ address }) => address));
  return [
    ...saved.changes.flatMap((change) => changedSince(change, now.get(change.address)) ?? []),
    ...plan.changes.filter(({ address }) => !planned.has(address)).map(({ address, action }) => `${address} is to be ${DONE[action]} now, and was not when the plan was made`),
  ];
}

const TARGET_WORDS = { cloud: 'cloud', subscription: 'subscription', resourceGroup: 'resource group', service: 'service', endpoint: 'endpoint' } as const;
/** The endpoint of targets that name none. */
const AZURE = 'of Azure';
const TARGET_KEYS = ['cloud', 'subscription', 'resourceGroup', 'service', 'endpoint'] as const;
const DONE = { create: 'created', update: 'updated', replace: 'replaced', delete: 'deleted' } as const;

function changedSince(saved: SavedChange, now: SavedChange | undefined): string | undefined {
  const { address } = saved;
  if (now === undefined) return `${address} was to be ${DONE[saved.action]}, and there is nothing to do about it any more`;
  if (now.action !== saved.action) return `${address} was to be ${DONE[saved.action]}, and is to be ${DONE[now.action]} now`;
  if (now.etag !== saved.etag || now.beforeDigest !== saved.beforeDigest) return `${address} has been changed on the service since the plan was made`;
  return now.afterDigest === saved.afterDigest ? undefined : `${address} is not the same in the project as when the plan was made`;
}
