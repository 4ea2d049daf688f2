/** Secrets that stand as text in what a service holds, where a named value should. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { isSecretName } from '../../analysis/credential-names.js';
import { looksLikePassword, looksRandom } from '../../analysis/secret-shapes.js';
import { secretsInText } from '../../analysis/secret-text.js';
import type { PolicyDocument } from '../../model/document.js';
import type { Json, JsonObject } from '../../model/json.js';
import { walkElements } from '../../model/walk.js';
import { maskedBackendPart } from '../canonical/backend-secrets.js';
import { maskedPolicyValue } from '../canonical/mask-secrets.js';
import type { NamedValueBody } from '../resource-body.js';

/** Places, `inbound/set-header[1]/value[1]`, in document order, each once. */
export function secretPlaces(document: PolicyDocument): readonly string[] {
  const places: string[] = [];
  for (const place of walkElements(document)) {
    for (const { value, attribute, step } of attributesAndTexts(place)) {
      if (maskedPolicyValue(place, attribute, value) !== value.text) places.push(`${place.path}${step}`);
    }
  }
  return [...new Set(places)];
}

/** Whether a value that everybody may read looks like one that nobody should. */
export function looksLikeSecret({ displayName, value = '' }: NamedValueBody): boolean {
  return secretsInText(value).length > 0 || looksRandom(value) || (isSecretName(displayName) && looksLikePassword(value));
}

/** Where in a backend's properties, `credentials/header/api-key/0`: its credentials, and what looks like one elsewhere. */
export function backendSecretPlaces(properties: JsonObject): readonly string[] {
  return secretLeaves(properties, []).map((path) => path.join('/'));
}

function secretLeaves(value: Json, path: readonly string[]): (readonly string[])[] {
  if (typeof value === 'string') return maskedBackendPart(value, path) === value ? [] : [path];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, part]) => secretLeaves(part, [...path, key])) : [];
}

/** What a push leaves as it is on the service when a file does not state it, but as a whole. Source: canonical/overlaid-body.ts. */
const LEFT_OUT_WHOLE: ReadonlySet<string> = new Set(['credentials', 'proxy']);

/** The properties without those of the credentials and the proxy that hold a secret. */
export function withoutCredentials(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([name, value]) => !LEFT_OUT_WHOLE.has(name) || secretLeaves(value, [name]).length === 0));
}
