/** `plan --from dev --to prod`: what one service holds, as a plan for another. */
import { chooseEnvironment } from '../project/choose-environment.js';
import { loadConfig } from '../project/load-config.js';
import { makePlan } from '../publish/plan/make-plan.js';
import type { Plan } from '../publish/plan/plan.js';
import { asDesired } from '../publish/pull/as-desired.js';
import { readLiveResources } from '../publish/pull/read-live-resources.js';
import { isSecretText } from '../publish/resource-body.js';
import { addressIdentity, addressOf } from '../publish/resource-key.js';
import { connectEnvironment } from './connected-environment.js';
import type { Terminal } from './terminal.js';

export interface ComparisonOptions {
  readonly config: string | undefined;
  readonly verbose: boolean;
}

/**
 * What only the service of `to` has is in a note, because nothing would be deleted there.
 * @throws UsageError for environments that there are not; RemoteError
 */
export async function compareEnvironments({ from, to }: { readonly from: string; readonly to: string }, options: ComparisonOptions, terminal: Terminal): Promise<Plan> {
  const { cwd, writeBytesToError } = terminal;
  const config = await loadConfig({ cwd, ...(options.config === undefined ? {} : { configFile: options.config }), onOutput: writeBytesToError });
  const [source, target] = [chooseEnvironment(config, from), chooseEnvironment(config, to)];
  const [sourceArm, targetArm] = await Promise.all([connectEnvironment(source, options, terminal), connectEnvironment(target, options, terminal)]);
  const [wanted, held] = await Promise.all([readLiveResources(sourceArm), readLiveResources(targetArm)]);
  const { plan, diagnostics } = await makePlan(asDesired(wanted), targetArm, { state: undefined, isRecorded: false, prune: false });
  const known = new Set(wanted.resources.map(({ key }) => addressIdentity(addressOf(key))));
  const secrets = wanted.resources.filter(({ key, body }) => isSecretText(body) && held.resources.some((other) => addressIdentity(addressOf(other.key)) === addressIdentity(addressOf(key))));
  const extra = held.resources.map(({ key }) => addressOf(key)).filter((address) => !known.has(addressIdentity(address)));
  const notes = [
    ...plan.notes,
    ...diagnostics.map(({ message }) => message),
    ...(secrets.length === 0 ? [] : [`the values of secrets are not compared: ${secrets.map(({ key }) => addressOf(key)).join(', ')}`]),
    ...(extra.length === 0 ? [] : [`only ${to} has ${extra.join(', ')}`]),
  ];
  return { ...plan, notes };
}
