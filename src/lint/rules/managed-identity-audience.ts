/** A managed identity's token that its receiver does not take. */
import { areAlternatives } from '../../analysis/execution-order.js';
import { AZURE_CLOUDS, type AzureCloud, cloudOfHost, OPENAI_AUDIENCES } from '../../model/azure-cloud.js';
import type { Origin } from '../../model/origin.js';
import type { Place } from '../../model/walk.js';
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { defineRule, type RuleFinding } from '../rule.js';

const CLOUD_NAMES: Readonly<Record<AzureCloud, string>> = { public: 'the public cloud', 'us-government': 'the US Government cloud', china: 'the China cloud' };

export const managedIdentityAudience = defineRule({
  id: 'managed-identity-audience',
  category: 'correctness',
  severity: 'warning',
  summary: 'The resource of authentication-managed-identity is none that the backend takes tokens for.',
  why: 'The identity gets no token, or one for another audience or cloud, and every call ends with 500 or 401.',
  check: ({ places, project: { cloud } }) => {
    const addresses = places.flatMap(addressAt);
    const named = new Map<AzureCloud, Address[]>(AZURE_CLOUDS.map((known) => [known, addresses.filter((address) => address.cloud === known && !isIdentity(address))]));
    return addresses.filter(isIdentity).flatMap((identity) => {
      const found = noAudience(identity) ?? cloudFinding(identity, named, cloud);
      // Of two identities that differ, the later one is reported.
      named.get(identity.cloud)?.push(identity);
      return found === undefined ? [] : [{ at: identity.at, place: identity.place, step: '/@resource', ...found }];
    });
  },
});

const IDENTITY = 'authentication-managed-identity';

/** A service of a cloud. */
interface Address {
  readonly place: Place;
  readonly host: string;
  readonly cloud: AzureCloud;
  readonly text: string;
  readonly at: Origin;
}

/** Where policies name services of Azure: the attribute, or the element's text. */
const ADDRESSES: ReadonlyMap<string, { readonly attribute: string | undefined }> = new Map([
  [IDENTITY, { attribute: 'resource' }],
  ['set-backend-service', { attribute: 'base-url' }],
  ['set-url', { attribute: undefined }],
]);

function addressAt(place: Place): Address[] {
  const address = ADDRESSES.get(place.element.name);
  if (address === undefined) return [];
  const written = attributesAndTexts(place).find(({ attribute }) => attribute === address.attribute);
  const text = written?.value.kind === 'literal' ? written.value.text.trim() : '';
  const host = /^https?:\/\/([\w.-]+)/i.exec(text)?.[1];
  const cloud = host === undefined ? undefined : cloudOfHost(host);
  if (host === undefined || cloud === undefined || written === undefined) return [];
  return [{ place, host, cloud, text, at: written.value.originOf({ start: 0, end: written.value.text.length }) }];
}

function isIdentity({ place }: Address): boolean {
  return place.element.name === IDENTITY;
}

type Finding = Pick<RuleFinding, 'message' | 'hint' | 'related'>;

/** The address of one's own resource, or a scope, where the audience of the service belongs. */
function noAudience({ text: resource, host, cloud }: Address): Finding | undefined {
  if (/\.default\/?$/i.test(resource)) {
    return { message: `resource "${resource}" is a scope, and APIM asks for an audience: the identity gets no token`, hint: 'leave ".default" out' };
  }
  if (/(?:^|\.)openai\.azure\.\w+$|.\.cognitiveservices\.azure\.\w+$/i.test(host)) {
    return { message: `resource "${resource}" is the address of one resource and no audience: the identity gets no token for it`, hint: `write resource="${OPENAI_AUDIENCES[cloud]}"` };
  }
  return undefined;
}

/** An audience of another cloud than the configured one, or than an address that the document names besides. */
function cloudFinding({ place, text, cloud }: Address, named: ReadonlyMap<AzureCloud, readonly Address[]>, configured: AzureCloud | undefined): Finding | undefined {
  if (configured !== undefined) return cloud === configured ? undefined : mismatch(text, cloud, configured, `the configured cloud is ${CLOUD_NAMES[configured]}`);
  for (const [otherCloud, addresses] of named) {
    const other = otherCloud === cloud ? undefined : addresses.find((address) => !areAlternatives(address.place, place));
    if (other === undefined) continue;
    const related = [{ message: `an address of ${CLOUD_NAMES[otherCloud]}`, at: other.at }];
    return { ...mismatch(text, cloud, otherCloud, `${other.host} is of ${CLOUD_NAMES[otherCloud]}`), related };
  }
  return undefined;
}

function mismatch(resource: string, cloud: AzureCloud, other: AzureCloud, because: string): Finding {
  return {
    message: `resource "${resource}" is an audience of ${CLOUD_NAMES[cloud]}, and ${because}: a token of one cloud is worth nothing in another`,
    hint: `for Azure OpenAI in ${CLOUD_NAMES[other]} write resource="${OPENAI_AUDIENCES[other]}"`,
  };
}
