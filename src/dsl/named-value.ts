/** Named values: what policies write as `{{name}}`. */
import type { NamedValue as NamedValueModel } from '../model/resources.js';
import { UsageError } from '../model/usage-error.js';
import type { AuthoredResource } from './authored.js';
import { callSite } from './call-site.js';
import { checkProperties, resourceName } from './documents.js';
import { refuseUnknownProperties } from './known-properties.js';
import { describe } from './policy.js';

export type NamedValue = Extract<AuthoredResource, { kind: 'named-value' }>;

/** Where the value comes from: one of the three. */
export type NamedValueProperties = NamedValueSource & {
  /** What policies write between the braces. Default: the name. */
  readonly displayName?: string;
  readonly tags?: readonly string[];
};

type NamedValueSource =
  | { readonly value: string; readonly secret?: never; readonly keyVault?: never }
  /** Stored in APIM, hidden: never in the project. `environmentVariable`: where `push` takes it from. */
  | { readonly secret: true | { readonly environmentVariable: string }; readonly value?: never; readonly keyVault?: never }
  /** `secretIdentifier`: the secret's URL, without a version to follow its changes. `identityClientId`: a user-assigned identity. */
  | { readonly keyVault: { readonly secretIdentifier: string; readonly identityClientId?: string }; readonly value?: never; readonly secret?: never };

/**
 * A named value. It stands wherever a property takes text, and in cs templates, where it becomes the string literal `"{{name}}"`.
 * @param name the resource's name
 * @example
 * export const apiKey = namedValue('aoai-api-key', { keyVault: { secretIdentifier: 'https://contoso.vault.azure.net/secrets/aoai-api-key' } });
 */
export function namedValue(name: string, properties: NamedValueProperties): NamedValue {
  checkProperties(namedValue, properties, ['value', 'secret', 'keyVault', 'displayName', 'tags'], '{ value: … }, { secret: true } or { keyVault: … }');
  const { displayName = name, tags } = properties;
  if (!/^[\w.-]{1,256}$/u.test(displayName)) {
    throw new UsageError(`namedValue has the display name ${JSON.stringify(displayName)}; APIM takes letters, digits, '.', '-' and '_' alone`);
  }
  return {
    kind: 'named-value',
    name: resourceName(namedValue, name),
    displayName,
    source: sourceOf(properties),
    ...(tags === undefined ? {} : { tags }),
    callSite: callSite(namedValue, namedValue.name),
  };
}

function sourceOf({ value, secret, keyVault }: NamedValueProperties): NamedValueModel['source'] {
  const given = [value, secret, keyVault].filter((source) => source !== undefined);
  if (given.length !== 1) throw new UsageError('namedValue takes one of value, secret and keyVault');
  if (value !== undefined) return { kind: 'plain', value };
  if (keyVault !== undefined) {
    const untyped: unknown = keyVault;
    if (typeof untyped !== 'object' || untyped === null) throw new UsageError(`namedValue takes keyVault: { secretIdentifier: … }, not ${describe(untyped)}`);
    refuseUnknownProperties('keyVault of namedValue', keyVault, ['secretIdentifier', 'identityClientId']);
    return { kind: 'key-vault', ...keyVault };
  }
  if (secret !== true && (typeof secret !== 'object' || Object.is(secret, null))) throw new UsageError(`namedValue takes secret: true, or where push takes the value from, not ${describe(secret)}`);
  if (secret === true) return { kind: 'secret' };
  refuseUnknownProperties('secret of namedValue', secret, ['environmentVariable']);
  return { kind: 'secret', ...secret };
}
