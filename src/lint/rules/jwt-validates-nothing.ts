/** A validate-jwt that takes tokens which prove nothing about the caller. */
import { attributeOf, childrenNamed, hidesChildren, isPresent, knownLiteral } from '../../check/element-content.js';
import type { PolicyElement } from '../../model/document.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const jwtValidatesNothing = defineRule({
  id: 'jwt-validates-nothing',
  category: 'security',
  severity: 'warning',
  summary: 'validate-jwt does not ask for what would tell a token for this API from any other.',
  why: 'The gateway lets a call pass with a token that the caller wrote, or that was issued to it for something else.',
  check: ({ places }) => places.flatMap((place) => {
    const { element } = place;
    const found = element.name === 'validate-jwt' ? unsigned(element) ?? keyless(element) ?? forAnyone(element) : undefined;
    return found === undefined ? [] : [{ at: element.origin, place, ...found }];
  }),
});

type Lack = Pick<RuleFinding, 'message' | 'hint'> & Partial<RuleFinding>;

function unsigned(element: PolicyElement): Lack | undefined {
  if (knownLiteral(element, 'require-signed-tokens')?.toLowerCase() !== 'false') return undefined;
  return {
    at: attributeOf(element, 'require-signed-tokens')?.origin ?? element.origin,
    step: '/@require-signed-tokens',
    message: 'validate-jwt takes tokens without a signature: every caller can write one that says whatever the policy asks for',
    hint: 'remove require-signed-tokens="false"',
  };
}

/** Docs do not say what the gateway does without a key: that it needs one is our conclusion. */
function keyless(element: PolicyElement): Lack | undefined {
  if (hidesChildren(element) || isPresent(element, 'openid-config') || isPresent(element, 'issuer-signing-keys') || isPresent(element, 'issuer-signing-tokens')) return undefined;
  return {
    message: 'validate-jwt has neither openid-config nor issuer-signing-keys: there is no key to check the signature of a token with',
    hint: 'add <openid-config url="…/.well-known/openid-configuration" /> of whoever issues the tokens',
  };
}

/** An identity provider signs tokens for all of its applications; a key of one's own signs those of this API. */
function forAnyone(element: PolicyElement): Lack | undefined {
  if (!isPresent(element, 'openid-config') || hidesChildren(element) || attributeOf(element, 'output-token-variable-name') !== undefined) return undefined;
  if (['audiences', 'required-claims'].some((name) => childrenNamed(element, name).some(({ children }) => children.length > 0)) || hasStrayDemand(element)) return undefined;
  return {
    message: 'validate-jwt asks for no audience and no claim: it takes every token that the identity provider signed, for whatever application it was issued',
    hint: 'add <audiences> with the audience of this API, or <required-claims>',
  };
}

/** A demand that stands beside the list it belongs in: check reports it. */
function hasStrayDemand(element: PolicyElement): boolean {
  return ['audience', 'claim', 'required-claim'].some((name) => childrenNamed(element, name).length > 0);
}
