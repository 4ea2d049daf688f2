/** How much the findings of a rule matter, for all files or for some. */
import type { Severity } from '../model/severity.js';

export type RuleLevel = 'off' | Severity;
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

/** Levels for some files, which go over those for all. */
export interface FileLevels {
  readonly files: ReadonlySet<string>;
  readonly rules: RuleLevels;
}

/** Levels by rule id. Ids are checked by `checkRuleIds`. */
export class ConfiguredLevels {
  readonly #general: ReadonlyMap<string, RuleLevel>;
  readonly #overrides: readonly { readonly files: ReadonlySet<string>; readonly rules: ReadonlyMap<string, RuleLevel> }[];

  /** @param overrides a later one goes over an earlier one */
  constructor(rules: RuleLevels, overrides: readonly FileLevels[] = []) {
    this.#general = new Map(Object.entries(rules));
    this.#overrides = overrides.map(({ files, rules: levels }) => ({ files, rules: new Map(Object.entries(levels)) }));
  }

  /** undefined where nothing is configured: the rule's own severities hold. */
  of(id: string, file: string): RuleLevel | undefined {
    return this.#overrides.findLast(({ files, rules }) => rules.has(id) && files.has(file))?.rules.get(id) ?? this.#general.get(id);
  }

  /** Whether it is off wherever one looks. */
  isOffEverywhere(id: string): boolean {
    return this.#general.get(id) === 'off' && this.#overrides.every(({ rules }) => (rules.get(id) ?? 'off') === 'off');
  }
}
