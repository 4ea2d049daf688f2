/** Levels of rules given on the command line, over those of the configuration. */
import { SEVERITIES } from '../model/severity.js';
import { UsageError } from '../model/usage-error.js';
import type { RuleLevel } from '../project/define-config.js';
import type { ResolvedConfig } from '../project/loaded-project.js';

const LEVELS: readonly RuleLevel[] = ['off', ...SEVERITIES];

/**
 * @param settings each `id=level`
 * @throws UsageError for one that is not written so
 */
export function withRuleLevels(config: ResolvedConfig, settings: readonly string[]): ResolvedConfig {
  if (settings.length === 0) return config;
  const given = Object.fromEntries(settings.map(ruleLevel));
  const overrides = config.overrides.map(({ files, rules }) => ({ files, rules: Object.fromEntries(Object.entries(rules).filter(([id]) => !Object.hasOwn(given, id))) }));
  return { ...config, rules: { ...config.rules, ...given }, overrides };
}

function ruleLevel(setting: string): readonly [id: string, level: RuleLevel] {
  const [id = '', text, ...rest] = setting.split('=');
  const level = LEVELS.find((known) => known === text);
  if (id === '' || level === undefined || rest.length > 0) {
    throw new UsageError(`--rule '${setting}' is not of the form id=level; levels are ${LEVELS.join(', ')}`);
  }
  return [id, level];
}
