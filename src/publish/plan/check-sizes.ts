/** Whether what is sent is within the service's limits. Source: reference/management-api.md §2.5. */
import type { Diagnostic } from '../../model/diagnostic.js';
import type { ServiceFacts } from '../arm/arm.js';
import type { DesiredResource } from '../desired/desired-resource.js';
import type { ResourceBody } from '../resource-body.js';
import { addressOf } from '../resource-key.js';
import { preflightFinding, startOf } from './preflight-finding.js';

const KIB = 1024;
const LONGEST_VALUE = 4096;

export interface SentResource {
  readonly desired: DesiredResource;
  readonly after: ResourceBody;
}

export function checkSizes(sent: readonly SentResource[], { sku }: ServiceFacts): Diagnostic[] {
  return sent.flatMap(({ desired, after }) => {
    switch (after.kind) {
      case 'policy':
        return sku === 'Consumption' ? tooLarge(desired, after.value, 16 * KIB, 'a policy in the Consumption tier') : tooLarge(desired, after.value, 256 * KIB, 'a policy');
      case 'fragment':
        return tooLarge(desired, after.value, 32 * KIB, 'a policy fragment');
      case 'named-value':
        return tooLong(desired, after.secretValue?.reveal() ?? after.value ?? '');
      case 'backend':
        return [];
    }
  });
}

function tooLarge({ key, origin }: DesiredResource, text: string, limit: number, what: string): Diagnostic[] {
  const bytes = Buffer.byteLength(text);
  if (bytes <= limit) return [];
  return [preflightFinding({
    code: 'document-too-large',
    message: `${addressOf(key)} comes to ${bytes} bytes, and ${what} takes ${limit}; API Management refuses it`,
    at: startOf(origin),
    hint: 'move parts into policy fragments',
  })];
}

function tooLong({ key, origin }: DesiredResource, value: string): Diagnostic[] {
  if (value.length <= LONGEST_VALUE) return [];
  return [preflightFinding({
    code: 'value-too-long',
    message: `the value of ${addressOf(key)} has ${value.length} characters, and a named value takes ${LONGEST_VALUE}; API Management refuses it`,
    at: startOf(origin),
    hint: 'split it, or keep it in Key Vault',
  })];
}
