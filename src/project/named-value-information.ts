/** Named values of an apiops folder: `named values/<id>/namedValueInformation.json`. Source: reference/management-api.md §1.1, NamedValueCreateContract. */
import { isPlaceholder } from '../analysis/secret-shapes.js';
import type { NamedValue } from '../model/resources.js';
import type { InformationFile } from './information-file.js';

/** With findings in the file when it does not say what kind of value it is; the name is declared all the same. */
export function namedValueOf(file: InformationFile, name: string): NamedValue {
  const displayName = file.text('displayName') ?? name;
  const tags = file.texts('tags');
  return { kind: 'named-value', name, displayName, source: sourceOf(file, displayName), ...(tags === undefined ? {} : { tags }), origin: file.origin };
}

/** Extracted secrets come without a value, or with a word that stands for one; those of Key Vault with what came of fetching them, which is not for writing. */
function sourceOf(file: InformationFile, displayName: string): NamedValue['source'] {
  const secretIdentifier = file.text('keyVault', 'secretIdentifier');
  if (secretIdentifier !== undefined) {
    const identityClientId = file.text('keyVault', 'identityClientId');
    return { kind: 'key-vault', secretIdentifier, ...(identityClientId === undefined ? {} : { identityClientId }) };
  }
  const value = file.text('value');
  if (file.flag('secret') === true) {
    if (value !== undefined && value !== '' && !isPlaceholder(value)) {
      file.report(
        ['properties', 'value'],
        `the secret ${displayName} stands here in plain text, for everybody who reads the repository`,
        "take it out, replace the key, and say where push takes the value from: 'namedValues' of the environment, with environmentVariable or secretIdentifier",
      );
    }
    return { kind: 'secret' };
  }
  if (value === undefined && file.diagnostics.length === 0) file.report(['properties'], `the named value ${displayName} has no value, and is neither a secret nor in Key Vault`);
  return { kind: 'plain', value: value ?? '' };
}
