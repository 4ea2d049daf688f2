/** Runs the lint rules over a project. */
import { hintFor } from '../check/authored-hint.js';
import type { AzureCloud } from '../model/azure-cloud.js';
import { compareDiagnostics, diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { Project } from '../model/project.js';
import { DocumentFacts } from './document-facts.js';
import { ProjectFacts } from './project-facts.js';
import type { Rule, RuleFinding } from './rule.js';
import { ConfiguredLevels, type FileLevels, type RuleLevel, type RuleLevels } from './rule-level.js';
import { RULES } from './rules.js';

export type { RuleLevel } from './rule-level.js';

export interface LintOptions {
  /** Levels by rule id; a rule without one runs at its own severities. Ids are checked by `checkRuleIds`. */
  readonly rules: RuleLevels;
  /** Levels for findings in some files; a later one goes over an earlier one. */
  readonly overrides?: readonly FileLevels[];
  /** The cloud that the policies run in. */
  readonly cloud?: AzureCloud | undefined;
}

/** What the rules that are not off find in the project's documents and resources, in the order it is reported. */
export function lintProject(project: Pick<Project, 'documents' | 'resources' | 'isPart'>, { rules, overrides, cloud }: LintOptions): Diagnostic[] {
  const levels = new ConfiguredLevels(rules, overrides);
  const enabled = RULES.filter(({ id }) => !levels.isOffEverywhere(id));
  const facts = new ProjectFacts(project, cloud);
  const found: Diagnostic[] = [];
  const report = (rule: Rule, findings: readonly RuleFinding[]): void => {
    for (const finding of findings) {
      const level = levels.of(rule.id, finding.at.file);
      if (level !== 'off') found.push(ruleDiagnostic(rule, finding, level));
    }
  };
  for (const document of project.documents) {
    const documentFacts = new DocumentFacts(document, facts);
    for (const rule of enabled) if ('check' in rule) report(rule, rule.check(documentFacts));
  }
  for (const rule of enabled) if ('checkProject' in rule) report(rule, rule.checkProject(facts));
  return found.sort(compareDiagnostics);
}

function ruleDiagnostic(rule: Rule, { place, step = '', severity, ...finding }: RuleFinding, level: Exclude<RuleLevel, 'off'> | undefined): Diagnostic {
  return diagnostic({
    ...finding,
    hint: place === undefined ? finding.hint : hintFor(place.document, finding.hint),
    code: rule.id,
    severity: level ?? severity ?? rule.severity,
    path: place === undefined ? '' : `${place.path}${step}`,
    docsUrl: `rules/${rule.id}.md`,
  });
}
