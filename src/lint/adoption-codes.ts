/** What is found about the means of adoption themselves, comments that suppress and the baseline; docs/adopting.md explains them. */
import type { Severity } from '../model/severity.js';
import type { Preset } from './preset.js';

export interface AdoptionCode {
  readonly severity: Severity;
  readonly summary: string;
  /** The first preset that has it; `recommended` when absent. */
  readonly preset?: Preset;
}

export const ADOPTION_CODES = {
  'malformed-suppression': { severity: 'warning', summary: 'A comment that is to suppress findings names no rule, or is not written as one.' },
  'stale-baseline': { severity: 'warning', summary: 'The baseline lists findings that are gone.' },
  'unexplained-suppression': { severity: 'warning', summary: 'A comment suppresses a finding and does not say why.', preset: 'strict' },
  'unknown-suppressed-rule': { severity: 'warning', summary: 'A comment suppresses a rule that there is not.' },
  'unused-suppression': { severity: 'warning', summary: 'A comment suppresses a rule that finds nothing there, or a finding that no comment can suppress.' },
} as const satisfies Readonly<Record<string, AdoptionCode>>;

export type AdoptionCodeName = keyof typeof ADOPTION_CODES;
