/** A key, token or password that stands in the policy itself. */
import { attributesAndTexts, type WrittenValue } from '../../analysis/attributes-and-texts.js';
import type { Place } from '../../model/walk.js';
import { literalSecrets } from '../literal-secrets.js';
import { policyText } from '../policy-text.js';
import { defineRule } from '../rule.js';

export const hardcodedSecret = defineRule({
  id: 'hardcoded-secret',
  category: 'security',
  severity: 'warning',
  summary: 'A key, token or password stands in the policy.',
  why: 'Everyone who may read the policy, its repository or an export of the service has the secret, and it can only be changed by changing the policy.',
  check: ({ places }) => places.flatMap((place) => attributesAndTexts(place).flatMap((written) => literalSecrets(place, written).map(({ kind, text, span }) => ({
    at: written.value.originOf(span),
    place,
    step: written.step,
    message: `${placeText(place, written)} holds ${kind} as text (${masked(text)}): everyone who may read the policy or its history has it`,
    hint: 'replace it at its source, since it counts as known; keep the new one in a secret named value, best from Key Vault, and write {{name}}',
  })))),
});

function placeText(place: Place, { attribute }: WrittenValue): string {
  return attribute === undefined ? policyText(place) : `${attribute} of ${place.element.name}`;
}

/** Enough to find it, too little to use it. */
function masked(secret: string): string {
  const shown = secret.length < 16 ? '' : `${secret.slice(0, 4)}…, `;
  return `${shown}${secret.length} characters`;
}
