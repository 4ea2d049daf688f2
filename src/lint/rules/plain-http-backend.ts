/** A backend that is called without TLS. */
import { plainHttpHost, plainHttpUrls } from '../../analysis/plain-http-url.js';
import type { PolicyDocument } from '../../model/document.js';
import type { Resource } from '../../model/resources.js';
import { walkElements } from '../../model/walk.js';
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { defineRule, type RuleFinding } from '../rule.js';

/** Where policies say what the gateway calls: the attribute of the element, or its text. */
const ADDRESSES: ReadonlyMap<string, { readonly attribute: string | undefined }> = new Map([
  ['set-backend-service', { attribute: 'base-url' }],
  ['set-url', { attribute: undefined }],
]);

export const plainHttpBackend = defineRule({
  id: 'plain-http-backend',
  category: 'security',
  severity: 'warning',
  summary: 'The gateway calls a server over http without TLS.',
  why: 'Keys, tokens, prompts and answers cross the network in the clear, and whoever stands between can read and change them.',
  checkProject: ({ documents, resources }) => [...documents.flatMap(calledByPolicies), ...resources.flatMap(calledAsBackend)],
});

function calledByPolicies(document: PolicyDocument): RuleFinding[] {
  if (document.syntax !== undefined && !document.syntax.source.text.includes('http:')) return [];
  return [...walkElements(document)].flatMap((place) => {
    const { name } = place.element;
    const address = ADDRESSES.get(name);
    if (address === undefined) return [];
    const written = attributesAndTexts(place).filter(({ attribute }) => attribute === address.attribute);
    return written.flatMap(({ value, step }) => plainHttpUrls(value).map(({ host, span }) => ({ ...about(name, host), at: value.originOf(span), place, step })));
  });
}

function calledAsBackend(resource: Resource): RuleFinding[] {
  if (resource.kind !== 'backend') return [];
  const host = plainHttpHost(resource.url);
  return host === undefined ? [] : [{ ...about(`backend ${resource.name}`, host), at: resource.origin }];
}

function about(caller: string, host: string): Pick<RuleFinding, 'message' | 'hint'> {
  return {
    message: `${caller} calls ${host} over http without TLS: keys, tokens and prompts cross the network in the clear`,
    hint: 'write https://',
  };
}
