/**
 * What apiops keeps of a resource in a JSON file: `{ "properties": { … } }` with the names of the wire. Source: Azure/apiops, SampleArtifacts
 * (`namedValueInformation.json` of a secret has `"secret": true` and no value).
 */
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../model/json.js';
import type { FragmentBody, NamedValueBody } from '../resource-body.js';

/** Keys in order, nulls and what is empty left out, so that two pulls of one content give one text. */
export function informationText(properties: JsonObject): string {
  return `${JSON.stringify({ properties: tidied(properties) ?? {} }, undefined, 2)}\n`;
}

/** A secret's value is never in it: it is the service's, or Key Vault's, and named. */
export function namedValueProperties({ displayName, secret, tags, value, keyVault }: NamedValueBody): JsonObject {
  return {
    displayName,
    secret,
    tags,
    ...(keyVault === undefined ? {} : { keyVault: { ...keyVault } }),
    ...(secret || keyVault !== undefined || value === undefined ? {} : { value }),
  };
}

/** undefined when the XML says all. */
export function fragmentProperties({ description }: FragmentBody): JsonObject | undefined {
  return description === undefined || description === '' ? undefined : { description };
}

function tidied(value: Json): Json | undefined {
  if (value === null) return undefined;
  if (isJsonList(value)) return value.length === 0 ? undefined : value.map((item) => tidied(item) ?? null);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, part]): [string, Json][] => {
    const kept = tidied(part);
    return kept === undefined ? [] : [[key, kept]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
