/** What a lint rule is: a pure function from facts to findings, and what people need to know about it. */
import type { Origin } from '../model/origin.js';
import type { Severity } from '../model/severity.js';
import type { Place } from '../model/walk.js';
import type { Fix } from '../syntax/text/fix.js';
import type { DocumentFacts } from './document-facts.js';
import type { Preset } from './preset.js';
import type { ProjectFacts } from './project-facts.js';

/** What a finding puts at risk. */
export type RuleCategory = 'correctness' | 'security' | 'reliability' | 'cost' | 'style';

/** One document at a time, or the project as a whole. */
export type Rule = DocumentRule | ProjectRule;

export interface DocumentRule extends AboutRule {
  readonly check: (facts: DocumentFacts) => readonly RuleFinding[];
}

/** A rule about resources, or about what several documents say together. */
export interface ProjectRule extends AboutRule {
  readonly checkProject: (facts: ProjectFacts) => readonly RuleFinding[];
}

interface AboutRule {
  /** Kebab-case, names the problem. Never changes and is never used again for something else. */
  readonly id: string;
  readonly category: RuleCategory;
  /** Usual severity; a finding may say another one, a configured level goes over both. */
  readonly severity: Severity;
  /** The problem, one sentence. */
  readonly summary: string;
  /** What the gateway does about it, one sentence. */
  readonly why: string;
  /** The first preset that has it. Left out: recommended, which every configuration starts from. */
  readonly preset?: Exclude<Preset, 'recommended'>;
}

export interface RuleFinding {
  readonly at: Origin;
  /** The element it is about; left out for a resource. */
  readonly place?: Place;
  /** Added to the place's path: `/@condition`. */
  readonly step?: string;
  readonly message: string;
  readonly hint: string;
  readonly related?: readonly { readonly message: string; readonly at: Origin }[];
  /** Left out: the rule's own. */
  readonly severity?: Severity;
  /** Of a document that was read from XML. */
  readonly fix?: Fix | undefined;
}

/** Returns what it is given: it is there for the type, and so that every rule is found by this name. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
