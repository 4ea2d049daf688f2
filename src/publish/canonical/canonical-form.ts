/** The content of a resource as one text, equal for contents that mean the same. */
import type { Json } from '../../model/json.js';
import { policyValue } from '../../model/policy-value.js';
import type { PolicyValue } from '../../model/value.js';
import type { Place } from '../../model/walk.js';
import type { NamedValueBody, ResourceBody } from '../resource-body.js';
import { maskedBackend } from './backend-secrets.js';
import { canonicalBackend } from './canonical-backend.js';
import { type CanonicalNode, canonicalTree } from './canonical-tree.js';
import { canonicalValue } from './canonical-value.js';
import { maskedNamedText, maskedPolicyValue } from './mask-secrets.js';

/**
 * @param secrets `covered`: so that nothing can be found out about them; contents that differ in them alone have one form. The value of a secret
 *   named value is never in it.
 */
export function canonicalForm(body: ResourceBody, secrets: 'kept' | 'covered'): string {
  return JSON.stringify([body.kind, FORM_VERSION, ...parts(body, secrets === 'covered')]);
}

/** Goes up when one content gets another form: digests of other versions say nothing. */
const FORM_VERSION = 1;

function parts(body: ResourceBody, covers: boolean): readonly Json[] {
  switch (body.kind) {
    case 'policy':
      return [treeForm(treeOf(body), covers)];
    case 'fragment':
      return [treeForm(treeOf(body), covers), body.description ?? ''];
    case 'backend':
      return [canonicalBackend(covers ? maskedBackend(body.properties) : body.properties)];
    case 'named-value':
      return [namedValueForm(body, covers)];
  }
}

const trees = new WeakMap<ResourceBody, readonly CanonicalNode[]>();

/** Read once for each body. */
export function treeOf(body: Extract<ResourceBody, { readonly value: string; readonly format: string }>): readonly CanonicalNode[] {
  const known = trees.get(body) ?? canonicalTree(body.value);
  trees.set(body, known);
  return known;
}

function treeForm(nodes: readonly CanonicalNode[], covers: boolean): readonly Json[] {
  const keyOf = covers ? coveredKey : (_place: Place | undefined, _attribute: string | undefined, _value: PolicyValue, key: string): string => key;
  const formOf = (node: CanonicalNode): Json => {
    if (node.kind === 'text') return keyOf(node.parent, undefined, node.value, node.key);
    const attributes = node.attributes.flatMap(({ name, value, key }) => [name, keyOf(node.place, name, value, key)]);
    return [node.place.element.name, attributes, node.children.map(formOf)];
  };
  return nodes.map(formOf);
}

function coveredKey(place: Place | undefined, attribute: string | undefined, value: PolicyValue, key: string): string {
  const masked = maskedPolicyValue(place, attribute, value);
  return masked === value.text ? key : canonicalValue(policyValue(masked, value.originOf), attribute === undefined ? 'text' : 'attribute');
}

function namedValueForm(body: NamedValueBody, covers: boolean): Json {
  const { displayName, tags, value, keyVault } = body;
  const secret = isSecret(body);
  return {
    displayName,
    secret,
    tags: [...tags].sort(),
    ...(value === undefined || secret ? {} : { value: covers ? maskedNamedText(displayName, value) : value }),
    ...(keyVault === undefined ? {} : { keyVault: { secretIdentifier: keyVault.secretIdentifier, identityClientId: keyVault.identityClientId ?? '' } }),
  };
}

/** One in Key Vault is secret whatever it says. Source: reference/management-api.md §2.7, 27. */
export function isSecret({ secret, keyVault }: NamedValueBody): boolean {
  return secret || keyVault !== undefined;
}
