/** The lines of a journal: what a push is about to do, and what came of it. Each is one JSON object. */
import { isJsonObject, type Json, type JsonObject, parseJsonObject } from '../../model/json.js';
import type { PlannedAction } from '../plan/plan.js';
import { type Address, parseAddress } from '../resource-key.js';
import type { NamedValueBody, ResourceBody } from '../resource-body.js';
import { isLayer, type Layer } from './push-order.js';
import type { PushResult, ResourceState } from './push-result.js';

export const JOURNAL_VERSION = 1;

export type JournalRecord = BeginRecord | IntentRecord | DoneRecord | EndRecord | RolledBackRecord;

/** A push begins; a second one in the same journal continues one that was interrupted. */
export interface BeginRecord {
  readonly record: 'begin';
  readonly version: typeof JOURNAL_VERSION;
  /** ISO 8601. */
  readonly at: string;
  readonly pid: number;
  readonly target: JournalTarget;
}

export interface JournalTarget {
  readonly environment: string;
  readonly cloud: string;
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly service: string;
}

/** Stands on the disk before the first request that may change the resource. */
export interface IntentRecord {
  readonly record: 'intent';
  readonly address: Address;
  readonly action: PlannedAction;
  readonly layer: Layer;
  readonly needs: readonly Address[];
  readonly previous: Previous;
  /** With which the previous content was seen; absent for what is not there. */
  readonly previousEtag?: string;
  /** Of the previous content; absent for what is not there. */
  readonly previousDigest?: string;
  /** Of the content that is to be written; absent for a deletion. */
  readonly digest?: string;
  /** The new content holds a secret, which no digest covers: the digest alone does not tell it from an edit. */
  readonly hidesSecret?: boolean;
  /** Others had changed the previous content since the push before: what a rollback puts back is theirs. */
  readonly drifted?: boolean;
}

export type Previous =
  | { readonly kind: 'absent' }
  /** A secret named value's value is not in it, and was not touched. */
  | { readonly kind: 'body'; readonly body: ResourceBody }
  /** @property reason one phrase: `it holds credentials as text` */
  | { readonly kind: 'withheld'; readonly reason: string };

/** What the resource holds after it was written, or put back. */
export interface DoneRecord {
  readonly record: 'done';
  readonly address: Address;
  readonly state: ResourceState;
  readonly etag?: string;
  readonly digest?: string;
}

export interface EndRecord {
  readonly record: 'end';
  readonly at: string;
  readonly outcome: PushResult['outcome'];
}

/** A later rollback has put back all that it could. */
export interface RolledBackRecord {
  readonly record: 'rolled-back';
  readonly at: string;
  readonly outcome: PushResult['outcome'];
}

/** One line, with its end. Secrets print themselves as asterisks, and what is secret is left out altogether. */
export function renderRecord(record: JournalRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** The body without the value of a secret; `whyWithheld` says whether the rest may be kept in a file. */
export function keptBody(body: ResourceBody): ResourceBody {
  if (body.kind !== 'named-value') return body;
  const { kind, displayName, secret, tags, value, keyVault } = body;
  return { kind, displayName, secret, tags, ...(value === undefined || secret ? {} : { value }), ...(keyVault === undefined ? {} : { keyVault }) };
}

/** undefined for a line that is no record. */
export function parseRecord(line: string): JournalRecord | undefined {
  const value = parseJsonObject(line);
  switch (value?.['record']) {
    case 'begin':
      return beginRecord(value);
    case 'intent':
      return intentRecord(value);
    case 'done':
      return doneRecord(value);
    case 'end':
    case 'rolled-back':
      return endRecord(value, value['record']);
    default:
      return undefined;
  }
}

function beginRecord({ version, at, pid, target }: JsonObject): BeginRecord | undefined {
  if (version !== JOURNAL_VERSION || typeof at !== 'string' || typeof pid !== 'number' || !isJsonObject(target)) return undefined;
  const { environment, cloud, subscription, resourceGroup, service } = target;
  if (typeof environment !== 'string' || typeof cloud !== 'string') return undefined;
  if (typeof subscription !== 'string' || typeof resourceGroup !== 'string' || typeof service !== 'string') return undefined;
  return { record: 'begin', version, at, pid, target: { environment, cloud, subscription, resourceGroup, service } };
}

const ACTIONS: readonly PlannedAction[] = ['create', 'update', 'replace', 'delete'];
const STATES: readonly ResourceState[] = ['written', 'not-written', 'restored', 'edited', 'not-restored', 'unknown'];
const OUTCOMES: readonly PushResult['outcome'][] = ['pushed', 'rolled-back', 'failed'];

function intentRecord(record: JsonObject): IntentRecord | undefined {
  const { address, layer, needs } = record;
  const action = ACTIONS.find((known) => known === record['action']);
  const previous = previousOf(record['previous']);
  if (!isAddress(address) || action === undefined || typeof layer !== 'string' || !isLayer(layer) || !isTexts(needs) || previous === undefined) return undefined;
  return { record: 'intent', address, action, layer, needs, previous, ...given(record['previousEtag'], (previousEtag) => ({ previousEtag })), ...given(record['previousDigest'], (previousDigest) => ({ previousDigest })), ...given(record['digest'], (digest) => ({ digest })), ...(record['hidesSecret'] === true ? { hidesSecret: true } : {}), ...(record['drifted'] === true ? { drifted: true } : {}) };
}

function previousOf(value: Json | undefined): Previous | undefined {
  if (!isJsonObject(value)) return undefined;
  const { kind, body, reason } = value;
  if (kind === 'absent') return { kind };
  if (kind === 'withheld' && typeof reason === 'string') return { kind, reason };
  const read = kind === 'body' ? bodyOf(body) : undefined;
  return read && { kind: 'body', body: read };
}

function bodyOf(value: Json | undefined): ResourceBody | undefined {
  if (!isJsonObject(value)) return undefined;
  const { kind } = value;
  switch (kind) {
    case 'policy':
    case 'fragment': {
      const { format, value: content } = value;
      if ((format !== 'xml' && format !== 'rawxml') || typeof content !== 'string') return undefined;
      return kind === 'policy' ? { kind, format, value: content } : { kind, format, value: content, ...given(value['description'], (description) => ({ description })) };
    }
    case 'backend':
      return isJsonObject(value['properties']) ? { kind, properties: value['properties'] } : undefined;
    case 'named-value':
      return namedValueOf(value);
    default:
      return undefined;
  }
}

function namedValueOf(value: JsonObject): NamedValueBody | undefined {
  const { displayName, secret, tags, keyVault } = value;
  if (typeof displayName !== 'string' || typeof secret !== 'boolean' || !isTexts(tags)) return undefined;
  const body: NamedValueBody = { kind: 'named-value', displayName, secret, tags, ...given(value['value'], (value) => ({ value })) };
  if (keyVault === undefined) return body;
  if (!isJsonObject(keyVault) || typeof keyVault['secretIdentifier'] !== 'string') return undefined;
  return { ...body, keyVault: { secretIdentifier: keyVault['secretIdentifier'], ...given(keyVault['identityClientId'], (identityClientId) => ({ identityClientId })) } };
}

function doneRecord(record: JsonObject): DoneRecord | undefined {
  const { address } = record;
  const state = STATES.find((known) => known === record['state']);
  return isAddress(address) && state !== undefined ? { record: 'done', address, state, ...given(record['etag'], (etag) => ({ etag })), ...given(record['digest'], (digest) => ({ digest })) } : undefined;
}

function endRecord({ at, outcome: name }: JsonObject, record: 'end' | 'rolled-back'): EndRecord | RolledBackRecord | undefined {
  const outcome = OUTCOMES.find((known) => known === name);
  return typeof at === 'string' && outcome !== undefined ? { record, at, outcome } : undefined;
}

function isAddress(value: Json | undefined): value is Address {
  return typeof value === 'string' && parseAddress(value) !== undefined;
}

function isTexts(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** What is made of a text, where there is one. */
function given<T extends object>(value: Json | undefined, make: (text: string) => T): T | Record<never, never> {
  return typeof value === 'string' ? make(value) : {};
}
