/** What people need to know about each code that is documented, of rules and of checks alike. */
import { CHECK_CODES, type CheckCode } from '../check/codes.js';
import type { Severity } from '../model/severity.js';
import { ADOPTION_CODES, type AdoptionCode } from './adoption-codes.js';
import { type Preset, PRESETS } from './preset.js';
import type { RuleCategory } from './rule.js';
import { RULES } from './rules.js';

export interface CodeDescription {
  readonly code: string;
  /** A check finds what is not valid, a rule what is valid and does something else than it seems to; adoption is about suppressions and the baseline. */
  readonly kind: 'rule' | 'check' | 'adoption';
  /** Usual severity. */
  readonly severity: Severity;
  /** The problem, one sentence. */
  readonly summary: string;
  /** What APIM does about it. */
  readonly why: string;
  /** Of a rule. */
  readonly category?: RuleCategory;
  /** The presets that hold it; checks are always made. */
  readonly presets: readonly Preset[];
  /** The page, relative to the docs folder, with the heading of a section: `checks.md#unknown-policy`. */
  readonly docs: string;
}

const NOT_FOR_APIM = 'APIM does not look at suppressions and baselines.';

/** Rules first, each kind in alphabetical order. Codes of markup, C# and loading have messages that say all there is; they are not among them. */
export const CODE_DESCRIPTIONS: readonly CodeDescription[] = [
  ...RULES.map(
    ({ id, severity, summary, why, category, preset }): CodeDescription => ({ code: id, kind: 'rule', severity, summary, why, category, presets: presetsFrom(preset), docs: `rules/${id}.md` }),
  ),
  ...Object.entries<CheckCode>(CHECK_CODES).map(
    ([code, { severity, summary, consequence }]): CodeDescription => ({ code, kind: 'check', severity, summary, why: consequence, presets: PRESETS, docs: `checks.md#${code}` }),
  ),
  ...Object.entries<AdoptionCode>(ADOPTION_CODES).map(
    ([code, { severity, summary, preset }]): CodeDescription => ({ code, kind: 'adoption', severity, summary, why: NOT_FOR_APIM, presets: presetsFrom(preset), docs: `adopting.md#${code}` }),
  ),
];

function presetsFrom(first: Preset = 'recommended'): readonly Preset[] {
  return PRESETS.slice(PRESETS.indexOf(first));
}
