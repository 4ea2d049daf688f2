/** Keys, tokens and passwords that stand in a policy itself: by their own form, by the code around them, by the place they stand in. */
import type { WrittenValue } from '../analysis/attributes-and-texts.js';
import { constantText } from '../analysis/constant-text.js';
import { isCredentialHeader, isSecretName } from '../analysis/credential-names.js';
import { secretsInCode } from '../analysis/secret-code.js';
import { looksLikeBase64Key, looksLikePassword, looksRandom } from '../analysis/secret-shapes.js';
import { type FoundSecret, secretsInText } from '../analysis/secret-text.js';
import { knownLiteral } from '../check/element-content.js';
import { isOpaque } from '../check/opaque-text.js';
import type { PolicyValue } from '../model/value.js';
import type { Place } from '../model/walk.js';

/** What looks like a secret that works; spans are of the value's text. What stands in for one in an example does not count. */
export function literalSecrets(place: Place, { value, attribute }: WrittenValue): FoundSecret[] {
  const byForm = value.kind === 'expression' ? secretsInCode(value) : secretsInText(value.text);
  if (byForm.length > 0) return byForm;
  const text = constantText(value);
  if (text === undefined || text === '' || isOpaque(text)) return [];
  const role = roleOf(place, attribute);
  return role?.accepts(text) === true ? [{ kind: role.kind, text, span: wholeOf(value) }] : [];
}

/** Whether a text that stands here is a secret whatever it looks like: a password, the key of tokens, the value of a credential's header. */
export function isSecretPlace(place: Place, { attribute }: WrittenValue): boolean {
  return roleOf(place, attribute)?.isCertain === true;
}

interface Role {
  readonly kind: string;
  readonly accepts: (text: string) => boolean;
  readonly isCertain: boolean;
}

/** What stands here, when it is something secret. */
function roleOf({ element, parent }: Place, attribute: string | undefined): Role | undefined {
  switch (element.name) {
    case 'authentication-basic':
    case 'authentication-certificate':
      return attribute === 'password' ? { kind: 'a password', accepts: looksLikePassword, isCertain: true } : undefined;
    case 'value':
      return attribute === undefined && parent !== undefined && CARRIERS.has(parent.element.name) ? namedRole(knownLiteral(parent.element, 'name')) : undefined;
    case 'set-variable':
      return attribute === 'value' ? namedRole(knownLiteral(element, 'name')) : undefined;
    case 'key':
      return attribute === undefined && KEY_LISTS.has(parent?.element.name ?? '') ? { kind: 'the key of tokens', accepts: looksLikeBase64Key, isCertain: true } : undefined;
    default:
      return undefined;
  }
}

const CARRIERS: ReadonlySet<string> = new Set(['set-header', 'set-query-parameter']);
const KEY_LISTS: ReadonlySet<string> = new Set(['issuer-signing-keys', 'decryption-keys']);

function namedRole(name: string | undefined): Role | undefined {
  return name !== undefined && isSecretName(name) ? { kind: `the value of ${name}`, accepts: looksRandom, isCertain: isCredentialHeader(name) } : undefined;
}

function wholeOf({ text }: PolicyValue): FoundSecret['span'] {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}
