/** Values as they may be shown: what is secret in them is covered. */
import { constantText } from '../../analysis/constant-text.js';
import { isSecretName } from '../../analysis/credential-names.js';
import { looksRandom } from '../../analysis/secret-shapes.js';
import { secretsInText } from '../../analysis/secret-text.js';
import { isSecretPlace, literalSecrets } from '../../lint/literal-secrets.js';
import { namedValueReferences } from '../../model/named-value-reference.js';
import type { Secret } from '../../model/secret.js';
import type { PolicyValue } from '../../model/value.js';
import type { Place } from '../../model/walk.js';
import type { Span } from '../../syntax/text/position.js';

/** Stands where a secret is. */
export const COVER = '(secret)';

/**
 * A value of a policy without the secrets that stand in it as text: what looks like one, and all that is written where a password stands.
 * Named values, `{{name}}`, stay.
 * @param place the element of the attribute or text; undefined at the top of a document
 * @param attribute undefined for text
 */
export function maskedPolicyValue(place: Place | undefined, attribute: string | undefined, value: PolicyValue): string {
  if (place === undefined || value.text === '') return value.text;
  const written = { value, attribute, step: '' };
  if (isSecretPlace(place, written)) {
    const constant = constantText(value);
    if (constant !== undefined && !isNamedElsewhere(constant)) return COVER;
  }
  return covered(value.text, literalSecrets(place, written).map(({ span }) => span));
}

/** The value of a named value that is no secret by kind, without what looks like one. */
export function maskedNamedText(name: string, text: string): string {
  return !isNamedElsewhere(text) && (isSecretName(name) || looksRandom(text)) ? COVER : maskedText(text);
}

/** Whether nothing secret can stand in a text where secrets stand: it is empty, or named values alone, behind a word such as Bearer. */
export function isNamedElsewhere(text: string): boolean {
  return /^\s*(?:[A-Za-z]+\s+)?$/u.test(textBesidesNames(text));
}

function textBesidesNames(text: string): string {
  return namedValueReferences(text).reverse().reduce((rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end), text);
}

/** A text without what is a secret by its form: keys, tokens, connection strings. */
export function maskedText(text: string): string {
  return covered(text, secretsInText(text).map(({ span }) => span));
}

/** Shorter ones are parts of every other word. */
const SHORTEST_KNOWN = 4;

/** A text without the secrets that are known, as they are and as they are written in C# and JSON. */
export function withoutKnown(text: string, known: readonly Secret[]): string {
  let masked = text;
  for (const secret of known) {
    const value = secret.reveal();
    if (value.length < SHORTEST_KNOWN) continue;
    masked = masked.replaceAll(value, COVER).replaceAll(JSON.stringify(value).slice(1, -1), COVER);
  }
  return masked;
}

function covered(text: string, spans: readonly Span[]): string {
  let masked = '';
  let done = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < done) continue;
    masked += text.slice(done, start) + COVER;
    done = end;
  }
  return masked + text.slice(done);
}
