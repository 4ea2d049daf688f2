/** Named values as the management API takes them. Source: reference/management-api.md §1.1, NamedValueCreateContract. */
import type { NamedValue } from '../../model/resources.js';
import { Secret } from '../../model/secret.js';
import type { NamedValueOverride } from '../../project/environment-config.js';
import type { NamedValueBody } from '../resource-body.js';

export interface DesiredNamedValue {
  readonly body: NamedValueBody;
  /** Of a secret: the environment variable that is to hold its value and does not. */
  readonly unsetVariable?: string;
}

type Source = NamedValue['source'] | { readonly kind: 'known-secret'; readonly value: string };

/**
 * @param override where the value comes from in the environment; a value that the project keeps secret stays secret
 * @param environmentVariables those of the process. One that is empty counts as not set: CI services hand over secrets that do not exist as empty texts.
 */
export function namedValueBody(
  { displayName, source: declared, tags = [] }: NamedValue,
  override: NamedValueOverride | undefined,
  environmentVariables: Readonly<Record<string, string | undefined>>,
): DesiredNamedValue {
  const about = { kind: 'named-value', displayName, tags } as const;
  const source = override === undefined ? declared : overridden(declared, override);
  switch (source.kind) {
    case 'plain':
      return { body: { ...about, secret: false, value: source.value } };
    case 'known-secret':
      return { body: { ...about, secret: true, secretValue: new Secret(source.value) } };
    case 'key-vault': {
      const { secretIdentifier, identityClientId } = source;
      return { body: { ...about, secret: true, keyVault: { secretIdentifier, ...(identityClientId === undefined ? {} : { identityClientId }) } } };
    }
    case 'secret': {
      const { environmentVariable } = source;
      const value = environmentVariable === undefined ? undefined : environmentVariables[environmentVariable];
      if (value !== undefined && value !== '') return { body: { ...about, secret: true, secretValue: new Secret(value) } };
      return { body: { ...about, secret: true }, ...(environmentVariable === undefined ? {} : { unsetVariable: environmentVariable }) };
    }
  }
}

function overridden(declared: NamedValue['source'], override: NamedValueOverride): Source {
  if (override.value !== undefined) return { kind: declared.kind === 'plain' ? 'plain' : 'known-secret', value: override.value };
  if (override.environmentVariable !== undefined) return { kind: 'secret', environmentVariable: override.environmentVariable };
  const { secretIdentifier, identityClientId } = override;
  return { kind: 'key-vault', secretIdentifier, ...(identityClientId === undefined ? {} : { identityClientId }) };
}
