/** Loads what a command was called with. */
import { checkRuleIds } from '../lint/configured-levels.js';
import { UsageError } from '../model/usage-error.js';
import { loadConfig } from '../project/load-config.js';
import { loadProject } from '../project/load-project.js';
import type { LoadedProject, ResolvedConfig } from '../project/loaded-project.js';
import { withRuleLevels } from './rule-levels.js';
import type { Terminal } from './terminal.js';

export interface InputOptions {
  readonly config: string | undefined;
  readonly rule: readonly string[];
  readonly 'stdin-filename': string | undefined;
  readonly 'ignore-unknown'?: boolean;
}

/**
 * The project of the paths; what policy files print goes to standard error.
 * @param adjust what the command's own options change in the configuration
 * @throws UsageError as loadConfig and loadProject do
 */
export async function loadInput(
  paths: readonly string[],
  options: InputOptions,
  { cwd, readInput, writeBytesToError }: Terminal,
  adjust: (config: ResolvedConfig) => ResolvedConfig = (config) => config,
): Promise<LoadedProject> {
  const loaded = await loadConfig({ cwd, ...(options.config === undefined ? {} : { configFile: options.config }), onOutput: writeBytesToError });
  checkConfiguredRules(loaded);
  const config = adjust(withRuleLevels(loaded, options.rule));
  checkRuleIds(config.rules);
  const stdin = paths.includes('-') ? { text: readInput(), filename: options['stdin-filename'] ?? 'stdin.xml' } : undefined;
  return loadProject(paths, { cwd, config, unknown: options['ignore-unknown'] === true ? 'ignore' : 'refuse', onOutput: writeBytesToError, ...(stdin === undefined ? {} : { stdin }) });
}

/** Says which file names a rule that there is not. */
function checkConfiguredRules({ rules, overrides, file }: ResolvedConfig): void {
  try {
    for (const levels of [rules, ...overrides.map((override) => override.rules)]) checkRuleIds(levels);
  } catch (error) {
    throw error instanceof UsageError && file !== undefined ? new UsageError(`${file}: ${error.message}`, { cause: error }) : error;
  }
}
