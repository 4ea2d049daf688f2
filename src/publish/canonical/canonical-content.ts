/** All of a resource that counts, in a form in which contents that mean the same are equal. */
import type { Json, JsonObject } from '../../model/json.js';
import type { NamedValueBody, ResourceBody } from '../resource-body.js';
import { maskedBackendPart } from './backend-secrets.js';
import { canonicalBackend } from './canonical-backend.js';
import { type CanonicalNode, canonicalTree } from './canonical-tree.js';
import { COVER, maskedNamedText } from './mask-secrets.js';

export interface CanonicalContent {
  /** Of policies and fragments; empty for all else. */
  readonly tree: readonly CanonicalNode[];
  /** Everything besides. The value of a secret named value is not in it, only that there is one. */
  readonly properties: JsonObject;
  readonly mask: Mask;
}

/** Covers the secrets in a part of the properties. */
export type Mask = (part: Json, path: readonly string[]) => Json;

const known = new WeakMap<ResourceBody, CanonicalContent>();

/** Found once for each body. */
export function canonicalContent(body: ResourceBody): CanonicalContent {
  const content = known.get(body) ?? contentOf(body);
  known.set(body, content);
  return content;
}

const showsAll: Mask = (part) => part;

function contentOf(body: ResourceBody): CanonicalContent {
  switch (body.kind) {
    case 'policy':
      return { tree: canonicalTree(body.value), properties: {}, mask: showsAll };
    case 'fragment':
      return { tree: canonicalTree(body.value), properties: body.description === undefined || body.description === '' ? {} : { description: body.description }, mask: showsAll };
    case 'backend':
      return { tree: [], properties: canonicalBackend(body.properties), mask: maskedBackendPart };
    case 'named-value':
      return { tree: [], properties: namedValueProperties(body), mask: (part, path) => (path[0] === 'value' && typeof part === 'string' ? maskedNamedText(body.displayName, part) : part) };
  }
}

/** One in Key Vault is secret whatever it says. Source: reference/management-api.md §2.7, 27. */
function namedValueProperties({ displayName, secret, tags, value, keyVault }: NamedValueBody): JsonObject {
  const about = { displayName, secret: secret || keyVault !== undefined, ...(tags.length === 0 ? {} : { tags: [...tags].sort() }) };
  if (keyVault !== undefined) return { ...about, keyVault: { ...keyVault } };
  if (secret) return { ...about, value: COVER };
  return value === undefined ? about : { ...about, value };
}
