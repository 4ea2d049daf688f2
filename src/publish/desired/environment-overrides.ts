/** What an environment says other than the project: for which resources, and whether it can be. */
import { didYouMean } from '../../lint/did-you-mean.js';
import { nameKey, type ProjectFacts } from '../../lint/project-facts.js';
import { diagnostic, type Diagnostic } from '../../model/diagnostic.js';
import type { Backend, BackendPool, NamedValue } from '../../model/resources.js';
import { configOrigin } from '../../project/config-origin.js';
import type { BackendOverride, NamedValueOverride } from '../../project/environment-config.js';
import type { ResolvedConfig } from '../../project/loaded-project.js';
import type { ResolvedEnvironment } from '../../project/resolved-environment.js';

/** Overrides by the name of what they are for; letter case does not tell names apart. */
export class EnvironmentOverrides {
  readonly #backends: ReadonlyMap<string, BackendOverride>;
  readonly #namedValues: ReadonlyMap<string, NamedValueOverride>;

  constructor({ backends, namedValues }: Pick<ResolvedEnvironment, 'backends' | 'namedValues'>) {
    this.#backends = byName(backends);
    this.#namedValues = byName(namedValues);
  }

  ofBackend({ name }: Backend | BackendPool): BackendOverride {
    return this.#backends.get(nameKey(name)) ?? {};
  }

  ofNamedValue({ name }: NamedValue): NamedValueOverride | undefined {
    return this.#namedValues.get(nameKey(name));
  }
}

function byName<Override>(overrides: Readonly<Record<string, Override>>): ReadonlyMap<string, Override> {
  return new Map(Object.entries(overrides).map(([name, override]) => [nameKey(name), override]));
}

interface OverrideFinding {
  readonly code: 'unknown-override' | 'override-does-not-fit' | 'secret-in-configuration';
  readonly path: readonly string[];
  readonly message: string;
  readonly hint: string;
}

/**
 * What cannot be: a name that the project does not declare, a property that the kind of resource does not have, and a secret in plain text.
 * @param isPart whether what is not declared may be declared in files that were not looked at
 */
export function checkOverrides({ name, backends, namedValues, endpoint }: ResolvedEnvironment, facts: ProjectFacts, config: Pick<ResolvedConfig, 'file' | 'directory'>, isPart: boolean): Diagnostic[] {
  const isLocal = endpoint !== undefined;
  const declaredValues = facts.resources.filter((resource) => resource.kind === 'named-value');
  const findings = [
    ...Object.entries(backends).flatMap(([id, override]): OverrideFinding[] => {
      const path = ['backends', id];
      const backend = facts.backends.get(id);
      if (backend === undefined) return isPart ? [] : [unknown(path, id, 'backend or pool', facts.backends.names)];
      return unfitting(path, override, backend);
    }),
    ...Object.entries(namedValues).flatMap(([id, override]): OverrideFinding[] => {
      const path = ['namedValues', id];
      const namedValue = declaredValues.find((declared) => nameKey(declared.name) === nameKey(id));
      if (namedValue === undefined) return isPart ? [] : [unknown(path, id, 'named value', declaredValues.map((declared) => declared.name))];
      // A local endpoint has no Key Vault to ask, and what is tried out there is no secret.
      return override.value !== undefined && namedValue.source.kind !== 'plain' && !isLocal ? [plainSecret(path, id)] : [];
    }),
  ];
  return findings.map(({ code, path, message, hint }) =>
    diagnostic({ code, severity: 'error', message: `environments.${name}.${path.join('.')} ${message}`, at: configOrigin(config, ['environments', name, ...path]), hint }));
}

function unknown(path: readonly string[], id: string, kind: string, known: readonly string[]): OverrideFinding {
  const message = `is for a ${kind} that the project does not declare, so that it would change nothing`;
  return { code: 'unknown-override', path, message, hint: didYouMean(id, known, 'declare it, or take the override out') };
}

function unfitting(path: readonly string[], override: BackendOverride, { kind, name }: Backend | BackendPool): OverrideFinding[] {
  const foreign = kind === 'pool' ? (['url', 'circuitBreaker'] as const) : (['services'] as const);
  return foreign.filter((property) => override[property] !== undefined).map((property) => ({
    code: 'override-does-not-fit',
    path: [...path, property],
    message: `does not fit: ${name} is a ${kind}, which has no ${property}`,
    hint: kind === 'pool' ? 'say it of the members of the pool' : 'say it of a pool',
  }));
}

function plainSecret(path: readonly string[], id: string): OverrideFinding {
  return {
    code: 'secret-in-configuration',
    path: [...path, 'value'],
    message: `writes in plain text what the project keeps secret: everybody who reads the configuration would have ${id}`,
    hint: 'write environmentVariable, from which push takes it, or secretIdentifier',
  };
}
