/** The configured environments as they are printed: secrets do not belong in a configuration, and are not shown when they are in one. */
import { looksRandom } from '../analysis/secret-shapes.js';
import { secretsInText } from '../analysis/secret-text.js';
import type { NamedValueOverride } from '../project/environment-config.js';
import type { ResolvedEnvironment } from '../project/resolved-environment.js';

const MASK = '***';

/** By name, defaults filled in. */
export function shownEnvironments(environments: readonly ResolvedEnvironment[]): Readonly<Record<string, Omit<ResolvedEnvironment, 'name'>>> {
  return Object.fromEntries(environments.map(({ name, namedValues, ...environment }) => {
    const shown = Object.entries(namedValues).map(([id, override]) => [id, masked(override)] as const);
    return [name, { ...environment, namedValues: Object.fromEntries(shown) }];
  }));
}

function masked(override: NamedValueOverride): NamedValueOverride {
  const { value } = override;
  return value !== undefined && (looksRandom(value) || secretsInText(value).length > 0) ? { value: MASK } : override;
}
