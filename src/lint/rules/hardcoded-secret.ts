/** A key, token or password that stands in the policy itself. */
import { constantText } from '../../analysis/constant-text.js';
import { isSecretName } from '../../analysis/credential-names.js';
import { secretsInCode } from '../../analysis/secret-code.js';
import { looksLikeBase64Key, looksLikePassword, looksRandom } from '../../analysis/secret-shapes.js';
import { type FoundSecret, secretsInText } from '../../analysis/secret-text.js';
import { knownLiteral } from '../../check/element-content.js';
import { isOpaque } from '../../check/opaque-text.js';
import type { PolicyValue } from '../../model/value.js';
import type { Place } from '../../model/walk.js';
import { attributesAndTexts, type WrittenValue } from '../../analysis/attributes-and-texts.js';
import { policyText } from '../policy-text.js';
import { defineRule } from '../rule.js';

export const hardcodedSecret = defineRule({
  id: 'hardcoded-secret',
  category: 'security',
  severity: 'warning',
  summary: 'A key, token or password stands in the policy.',
  why: 'Everyone who may read the policy, its repository or an export of the service has the secret, and it can only be changed by changing the policy.',
  check: ({ places }) => places.flatMap((place) => attributesAndTexts(place).flatMap((written) => secretsIn(place, written).map(({ kind, text, span }) => ({
    at: written.value.originOf(span),
    place,
    step: written.step,
    message: `${placeText(place, written)} holds ${kind} as text (${masked(text)}): everyone who may read the policy or its history has it`,
    hint: 'replace it at its source, since it counts as known; keep the new one in a secret named value, best from Key Vault, and write {{name}}',
  })))),
});

function secretsIn(place: Place, { value, attribute }: WrittenValue): FoundSecret[] {
  const byForm = value.kind === 'expression' ? secretsInCode(value) : secretsInText(value.text);
  if (byForm.length > 0) return byForm;
  const text = constantText(value);
  if (text === undefined || text === '' || isOpaque(text)) return [];
  const role = roleOf(place, attribute);
  return role?.accepts(text) === true ? [{ kind: role.kind, text, span: wholeOf(value) }] : [];
}

interface Role {
  readonly kind: string;
  readonly accepts: (text: string) => boolean;
}

/** What stands here, when it is something secret. */
function roleOf({ element, parent }: Place, attribute: string | undefined): Role | undefined {
  switch (element.name) {
    case 'authentication-basic':
    case 'authentication-certificate':
      return attribute === 'password' ? { kind: 'a password', accepts: looksLikePassword } : undefined;
    case 'value':
      return attribute === undefined && parent !== undefined && CARRIERS.has(parent.element.name) ? namedRole(knownLiteral(parent.element, 'name')) : undefined;
    case 'set-variable':
      return attribute === 'value' ? namedRole(knownLiteral(element, 'name')) : undefined;
    case 'key':
      return attribute === undefined && KEY_LISTS.has(parent?.element.name ?? '') ? { kind: 'the key of tokens', accepts: looksLikeBase64Key } : undefined;
    default:
      return undefined;
  }
}

const CARRIERS: ReadonlySet<string> = new Set(['set-header', 'set-query-parameter']);
const KEY_LISTS: ReadonlySet<string> = new Set(['issuer-signing-keys', 'decryption-keys']);

function namedRole(name: string | undefined): Role | undefined {
  return name !== undefined && isSecretName(name) ? { kind: `the value of ${name}`, accepts: looksRandom } : undefined;
}

function wholeOf({ text }: PolicyValue): FoundSecret['span'] {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

function placeText(place: Place, { attribute }: WrittenValue): string {
  return attribute === undefined ? policyText(place) : `${attribute} of ${place.element.name}`;
}

/** Enough to find it, too little to use it. */
function masked(secret: string): string {
  const shown = secret.length < 16 ? '' : `${secret.slice(0, 4)}…, `;
  return `${shown}${secret.length} characters`;
}
