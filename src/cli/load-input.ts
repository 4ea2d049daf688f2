/** Loads what a command was called with. */
import { checkRuleIds } from '../lint/configured-levels.js';
import type { PolicyDocument } from '../model/document.js';
import { UsageError } from '../model/usage-error.js';
import { loadConfig } from '../project/load-config.js';
import { loadProject } from '../project/load-project.js';
import type { LoadedProject, ResolvedConfig } from '../project/loaded-project.js';
import { optimizeLater } from './optimize-later.js';
import { withRuleLevels } from './rule-levels.js';
import type { RunObserver } from './run-observer.js';
import type { Terminal } from './terminal.js';

export interface InputOptions {
  readonly config: string | undefined;
  readonly rule: readonly string[];
  readonly 'stdin-filename': string | undefined;
  readonly 'ignore-unknown'?: boolean;
}

export interface LoadInputAbout {
  /** What the command's own options change in the configuration. */
  readonly adjust?: (config: ResolvedConfig) => ResolvedConfig;
  readonly observer?: RunObserver | undefined;
  /** Work on a document of a policy file that can be done while other files still run. */
  readonly onDocument?: (document: PolicyDocument, config: ResolvedConfig) => void;
}

/**
 * The project of the paths; what policy files print goes to standard error.
 * @throws UsageError as loadConfig and loadProject do
 */
export async function loadInput(
  paths: readonly string[],
  options: InputOptions,
  { cwd, readInput, writeBytesToError }: Terminal,
  { adjust = (config) => config, observer, onDocument = () => undefined }: LoadInputAbout = {},
): Promise<LoadedProject> {
  const scripts = { cwd, onOutput: writeBytesToError, ...(observer === undefined ? {} : { onRead: observer.onRead }) };
  const loaded = await loadConfig({ ...scripts, ...(options.config === undefined ? {} : { configFile: options.config }) });
  checkConfiguredRules(loaded);
  const config = adjust(withRuleLevels(loaded, options.rule));
  checkRuleIds(config.rules);
  observer?.onConfig(config);
  const stdin = paths.includes('-') ? { text: readInput(), filename: options['stdin-filename'] ?? 'stdin.xml' } : undefined;
  return loadProject(paths, { ...scripts, config, onFound: optimizeLater, onDocument: (document) => onDocument(document, config), unknown: options['ignore-unknown'] === true ? 'ignore' : 'refuse', ...(stdin === undefined ? {} : { stdin }) });
}

/** Says which file names a rule that there is not. */
function checkConfiguredRules({ rules, overrides, file }: ResolvedConfig): void {
  try {
    for (const levels of [rules, ...overrides.map((override) => override.rules)]) checkRuleIds(levels);
  } catch (error) {
    throw error instanceof UsageError && file !== undefined ? new UsageError(`${file}: ${error.message}`, { cause: error }) : error;
  }
}
