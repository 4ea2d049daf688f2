/** Resources as the service answers them. Source: reference/management-api.md §1.1, §2.3. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.js';
import { parseXml } from '../../syntax/xml/parse-xml.js';
import type { FragmentBody, NamedValueBody, PolicyBody, ResourceBody } from '../resource-body.js';
import type { ResourceKey } from '../resource-key.js';
import type { LiveResource } from './arm.js';
import { operationState, type OperationState } from './operation-state.js';

const PROVISIONING: Readonly<Record<OperationState, LiveResource['provisioning']>> = { done: 'settled', failed: 'failed', running: 'in-progress' };

/** @returns undefined for an answer that does not hold what such a resource has */
export function liveResource(key: ResourceKey, answer: JsonObject, etag: string): LiveResource | undefined {
  const { properties } = answer;
  if (!isJsonObject(properties)) return undefined;
  const body = resourceBody(key.kind, properties);
  if (body === undefined) return undefined;
  return { key, etag, body, provisioning: PROVISIONING[operationState(answer)], ...keyVaultStatus(properties) };
}

/** @returns undefined where the properties do not hold the whole of it, as in lists of fragments on some versions */
export function resourceBody(kind: ResourceKey['kind'], properties: JsonObject): ResourceBody | undefined {
  switch (kind) {
    case 'policy':
      return policyBody(properties);
    case 'fragment':
      return fragmentBody(properties);
    case 'backend':
      return { kind, properties: without(properties, 'provisioningState') };
    case 'named-value':
      return namedValueBody(properties);
  }
}

function policyBody({ value, format }: JsonObject): PolicyBody | undefined {
  return typeof value === 'string' ? { kind: 'policy', format: formatOf(value, format), value } : undefined;
}

function fragmentBody({ value, format, description }: JsonObject): FragmentBody | undefined {
  if (typeof value !== 'string') return undefined;
  return { kind: 'fragment', format: formatOf(value, format), value, ...(typeof description === 'string' && description !== '' ? { description } : {}) };
}

/** What the service says of the format is not trusted where it says xml: §4, 2. */
function formatOf(value: string, stated: Json | undefined): 'xml' | 'rawxml' {
  return stated === 'rawxml' ? 'rawxml' : parseXml(value).encoding;
}

function namedValueBody({ displayName, secret, tags, value, keyVault }: JsonObject): NamedValueBody | undefined {
  if (typeof displayName !== 'string') return undefined;
  const isSecret = secret === true;
  return {
    kind: 'named-value',
    displayName,
    secret: isSecret,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
    ...(typeof value === 'string' && !isSecret && !isJsonObject(keyVault) ? { value } : {}),
    ...(isJsonObject(keyVault) && typeof keyVault['secretIdentifier'] === 'string'
      ? { keyVault: { secretIdentifier: keyVault['secretIdentifier'], ...(typeof keyVault['identityClientId'] === 'string' ? { identityClientId: keyVault['identityClientId'] } : {}) } }
      : {}),
  };
}

function keyVaultStatus({ keyVault }: JsonObject): Pick<LiveResource, 'keyVaultStatus'> {
  const status = isJsonObject(keyVault) ? keyVault['lastStatus'] : undefined;
  if (!isJsonObject(status) || typeof status['code'] !== 'string') return {};
  return { keyVaultStatus: { code: status['code'], message: typeof status['message'] === 'string' ? status['message'] : '' } };
}

function without(object: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
