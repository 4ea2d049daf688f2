/** Which of the configured services is meant. */
import { UsageError } from '../model/usage-error.js';
import { closestName } from '../syntax/text/closest-name.js';
import type { ResolvedConfig } from './loaded-project.js';
import type { ResolvedEnvironment } from './resolved-environment.js';

/**
 * The environment of that name; without a name, the only one there is.
 * @throws UsageError when there is none of that name, none at all, or more than one to choose from
 */
export function chooseEnvironment({ environments, file }: Pick<ResolvedConfig, 'environments' | 'file'>, name?: string): ResolvedEnvironment {
  const names = environments.map((environment) => environment.name);
  const shown = names.map((known) => `'${known}'`).join(', ');
  const [first, ...others] = environments;
  if (first === undefined) {
    const where = file === undefined ? 'there is no configuration' : `${file} has no environments`;
    throw new UsageError(`${where}: say which service is meant, in 'environments' of aoai-policy.config, as in environments: { dev: { subscription, resourceGroup, service } }`);
  }
  if (name === undefined) {
    if (others.length > 0) throw new UsageError(`there are several environments, ${shown}: name one with --env`);
    return first;
  }
  const chosen = environments.find((environment) => environment.name === name);
  if (chosen !== undefined) return chosen;
  const near = closestName(name, names);
  throw new UsageError(`there is no environment '${name}'; ${near === undefined ? `there ${others.length === 0 ? 'is' : 'are'} ${shown}` : `did you mean '${near}'?`}`);
}
