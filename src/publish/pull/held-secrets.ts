/** Secrets that stand as text in what a service holds, where a named value should. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { isSecretName } from '../../analysis/credential-names.js';
import { looksLikePassword, looksRandom } from '../../analysis/secret-shapes.js';
import { secretsInText } from '../../analysis/secret-text.js';
import type { PolicyDocument } from '../../model/document.js';
import { isJsonObject, type Json, type JsonObject } from '../../model/json.js';
import { walkElements } from '../../model/walk.js';
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

export interface WithoutSecrets {
  readonly properties: JsonObject;
  /** Paths of what was left out, `credentials/header/api-key`. */
  readonly left: readonly string[];
}

/** What a backend authenticates with, each to be kept or left out as a whole, and where the secret is in it. Source: reference/management-api.md §1.1. */
const CREDENTIALS: readonly (readonly [path: string, secretOf: (credential: Json) => Json | undefined])[] = [
  ['credentials/header/*', (values) => values],
  ['credentials/query/*', (values) => values],
  ['credentials/authorization', (authorization) => (isJsonObject(authorization) ? authorization['parameter'] : undefined)],
  ['proxy', (proxy) => (isJsonObject(proxy) ? proxy['password'] : undefined)],
];

/** A backend's properties without the credentials that are more than references to named values. */
export function withoutCredentials(properties: JsonObject): WithoutSecrets {
  const left: string[] = [];
  const without = objectWithout(properties, [], left);
  return { properties: without, left };
}

function objectWithout(object: JsonObject, path: readonly string[], left: string[]): JsonObject {
  const kept = Object.entries(object).flatMap(([key, value]): [string, Json][] => {
    const own = [...path, key];
    if (isLiteralCredential(own, value)) {
      left.push(own.join('/'));
      return [];
    }
    return [[key, isJsonObject(value) ? objectWithout(value, own, left) : value]];
  });
  return Object.fromEntries(kept);
}

function isLiteralCredential(path: readonly string[], value: Json): boolean {
  return CREDENTIALS.some(([pattern, secretOf]) => {
    const steps = pattern.split('/');
    return steps.length === path.length && steps.every((step, index) => step === '*' || step === path[index]) && !namesOnly(secretOf(value));
  });
}

/** A scheme may stand before it: `Bearer {{key}}`. */
const REFERENCE = /^\s*(?:[A-Za-z]+\s+)?\{\{[^{}]+\}\}\s*$/u;

function namesOnly(value: Json | undefined): boolean {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.every((item) => item === null || item === undefined || item === '' || (typeof item === 'string' && REFERENCE.test(item)));
}
