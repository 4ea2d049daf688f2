/** Runs the lint rules over a project. */
import { compareDiagnostics, diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { Project } from '../model/project.js';
import type { Severity } from '../model/severity.js';
import { DocumentFacts } from './document-facts.js';
import { ProjectFacts } from './project-facts.js';
import type { Rule, RuleFinding } from './rule.js';
import { RULES } from './rules.js';

export type RuleLevel = 'off' | Severity;

export interface LintOptions {
  /** Levels by rule id; a rule without one runs at its own severities. Ids are checked by `checkRuleIds`. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
}

/** What the rules that are not off find in the project's documents and resources, in the order it is reported. */
export function lintProject(project: Pick<Project, 'documents' | 'resources'>, { rules }: LintOptions): Diagnostic[] {
  const levels = new Map(Object.entries(rules));
  const enabled = RULES.filter(({ id }) => levels.get(id) !== 'off');
  const facts = new ProjectFacts(project);
  const found: Diagnostic[] = [];
  const report = (rule: Rule, findings: readonly RuleFinding[]): void => {
    for (const finding of findings) found.push(ruleDiagnostic(rule, finding, levels.get(rule.id)));
  };
  for (const document of project.documents) {
    const documentFacts = new DocumentFacts(document, facts);
    for (const rule of enabled) if ('check' in rule) report(rule, rule.check(documentFacts));
  }
  for (const rule of enabled) if ('checkProject' in rule) report(rule, rule.checkProject(facts));
  return found.sort(compareDiagnostics);
}

function ruleDiagnostic(rule: Rule, { place, step = '', severity, ...finding }: RuleFinding, level: RuleLevel | undefined): Diagnostic {
  const configured = level === 'off' ? undefined : level;
  return diagnostic({
    ...finding,
    code: rule.id,
    severity: configured ?? severity ?? rule.severity,
    path: place === undefined ? '' : `${place.path}${step}`,
    docsUrl: `rules/${rule.id}.md`,
  });
}
