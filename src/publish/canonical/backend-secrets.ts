/** What is secret in a backend's properties. Source: reference/management-api.md §1.1. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.js';
import { COVER, isNamedElsewhere, maskedText } from './mask-secrets.js';

/** By path; what stands below counts as well. References to named values, `{{name}}`, are none. */
const SECRET_PATHS: readonly (readonly string[])[] = [
  ['credentials', 'header'],
  ['credentials', 'query'],
  ['credentials', 'authorization', 'parameter'],
  ['proxy', 'password'],
];

/** A part of the properties with each secret covered. */
export function maskedBackendPart(value: Json, path: readonly string[]): Json {
  if (typeof value === 'string') return maskedString(value, path);
  if (isJsonObject(value)) return maskedObject(value, path);
  return Array.isArray(value) ? value.map((item: Json) => maskedBackendPart(item, path)) : value;
}

function maskedObject(object: JsonObject, path: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, maskedBackendPart(value, [...path, key])]));
}

function maskedString(text: string, path: readonly string[]): string {
  const isSecret = SECRET_PATHS.some((secret) => secret.every((step, index) => path[index] === step));
  return isSecret && !isNamedElsewhere(text) ? COVER : maskedText(text);
}
