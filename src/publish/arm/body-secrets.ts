/** What of a body nobody may see. */
import { isJsonObject, type Json } from '../../model/json.js';
import type { ResourceBody } from '../resource-body.js';

/** Of a backend: all texts below these. Source: reference/management-api.md §1.1. */
const SECRET_PROPERTIES = ['credentials', 'proxy'];

/** The secrets themselves, to be replaced in what the service says about the write. */
export function bodySecrets(body: ResourceBody): readonly string[] {
  switch (body.kind) {
    case 'named-value':
      return body.secretValue === undefined ? [] : [body.secretValue.reveal()];
    case 'backend':
      return SECRET_PROPERTIES.flatMap((name) => texts(body.properties[name] ?? null)).filter((text) => !/^https?:\/\/[^?@]*$/iu.test(text));
    case 'policy':
    case 'fragment':
      return [];
  }
}

function texts(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return isJsonObject(value) ? Object.values(value).flatMap(texts) : [];
}
