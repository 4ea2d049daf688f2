/** The content of a resource as one text, equal for contents that mean the same. */
import type { Json } from '../../model/json.js';
import { policyValue } from '../../model/policy-value.js';
import type { PolicyValue } from '../../model/value.js';
import type { Place } from '../../model/walk.js';
import type { ResourceBody } from '../resource-body.js';
import { canonicalContent } from './canonical-content.js';
import type { CanonicalNode } from './canonical-tree.js';
import { canonicalValue } from './canonical-value.js';
import { maskedPolicyValue } from './mask-secrets.js';

/** Goes up when one content gets another form: digests of other versions say nothing. */
const FORM_VERSION = 1;

/**
 * @param secrets `covered`: so that nothing can be found out about them; contents that differ in them alone have one form. The value of a secret
 *   named value is never in it.
 */
export function canonicalForm(body: ResourceBody, secrets: 'kept' | 'covered'): string {
  const { tree, properties, mask } = canonicalContent(body);
  const covers = secrets === 'covered';
  const shown = covers ? Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, mask(value, [name])])) : properties;
  return JSON.stringify([body.kind, FORM_VERSION, treeForm(tree, covers ? coveredKey : ownKey), shown]);
}

type KeyOf = (place: Place | undefined, attribute: string | undefined, value: PolicyValue, key: string) => string;

/** @param keyOf what a value comes to */
function treeForm(nodes: readonly CanonicalNode[], keyOf: KeyOf): readonly Json[] {
  return nodes.map((node) => {
    if (node.kind === 'text') return keyOf(node.parent, undefined, node.value, node.key);
    const attributes = node.attributes.flatMap(({ name, value, key }) => [name, keyOf(node.place, name, value, key)]);
    return [node.place.element.name, attributes, treeForm(node.children, keyOf)];
  });
}

const ownKey: KeyOf = (_place, _attribute, _value, key) => key;

const coveredKey: KeyOf = (place, attribute, value, key) => {
  const masked = maskedPolicyValue(place, attribute, value);
  return masked === value.text ? key : canonicalValue(policyValue(masked, value.originOf), attribute === undefined ? 'text' : 'attribute');
};
