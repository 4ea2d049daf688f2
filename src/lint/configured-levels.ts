/** Which codes a configuration may lower, raise or switch off, and doing it. */
import { CHECK_CODES } from '../check/codes.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { UsageError } from '../model/usage-error.js';
import { closestName } from '../syntax/text/closest-name.js';
import { ADOPTION_CODES, type AdoptionCode } from './adoption-codes.js';
import { PRESETS, type Preset } from './preset.js';
import { ConfiguredLevels, type FileLevels, type RuleLevel, type RuleLevels } from './rule-level.js';
import { RULES } from './rules.js';

const RULE_IDS: ReadonlySet<string> = new Set(RULES.map(({ id }) => id));

/** Checks that do not say for certain that the service refuses the document. What it does refuse cannot be switched off. */
const LENIENT_CHECKS: ReadonlySet<string> = new Set([
  ...Object.entries(CHECK_CODES).flatMap(([code, { severity }]) => (severity === 'error' ? [] : [code])),
  ...Object.keys(ADOPTION_CODES),
]);

/** The first preset that holds each rule, and each finding about the means of adoption. */
const FIRST_PRESETS: readonly (readonly [id: string, preset: Preset | undefined])[] = [
  ...RULES.map(({ id, preset }) => [id, preset] as const),
  ...Object.entries<AdoptionCode>(ADOPTION_CODES).map(([code, { preset }]) => [code, preset] as const),
];

/**
 * The levels that a configuration starts from: rules that are in none of the presets up to this one are off, all others run at their own
 * severities. What the configuration says of a rule goes over it.
 */
export function presetLevels(preset: Preset): RuleLevels {
  const rank = (name: Preset): number => PRESETS.indexOf(name);
  return Object.fromEntries(FIRST_PRESETS.filter(([, first = 'recommended']) => rank(first) > rank(preset)).map(([id]): [string, RuleLevel] => [id, 'off']));
}

/** Whether the level of a code can be set: it does not say for certain that the service refuses the document. */
export function isConfigurable(code: string): boolean {
  return RULE_IDS.has(code) || LENIENT_CHECKS.has(code);
}

/**
 * Refuses ids that stand for nothing, and those of checks that are always errors.
 * @param rules levels by id, as configured
 * @throws UsageError naming the first such id
 */
export function checkRuleIds(rules: RuleLevels): void {
  for (const id of Object.keys(rules)) {
    if (isConfigurable(id)) continue;
    if (Object.hasOwn(CHECK_CODES, id)) throw new UsageError(`the level of '${id}' cannot be set: API Management refuses such a document; remove the setting`);
    const near = closestName(id, [...RULE_IDS, ...LENIENT_CHECKS]);
    throw new UsageError(`there is no rule '${id}'; ${near === undefined ? `the rules are ${[...RULE_IDS].join(', ')}` : `did you mean '${near}'?`}`);
  }
}

/** Findings of checks at their configured levels, without those that are off. Findings of rules have theirs already. */
export function withConfiguredLevels(diagnostics: readonly Diagnostic[], rules: RuleLevels, overrides: readonly FileLevels[] = []): Diagnostic[] {
  const levels = new ConfiguredLevels(rules, overrides);
  return diagnostics.flatMap((found) => {
    const level = LENIENT_CHECKS.has(found.code) ? levels.of(found.code, found.file) : undefined;
    if (level === undefined) return [found];
    return level === 'off' ? [] : [{ ...found, severity: level }];
  });
}
