/** Runs the lint rules over a project. */
import { compareDiagnostics, diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { Project } from '../model/project.js';
import type { Severity } from '../model/severity.js';
import { DocumentFacts } from './document-facts.js';
import type { Rule } from './rule.js';
import { RULES } from './rules.js';

export type RuleLevel = 'off' | Severity;

export interface LintOptions {
  /** Levels by rule id; a rule without one runs at its own severities. Ids are checked by `checkRuleIds`. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
}

/** What the rules that are not off find in the project's documents, in the order it is reported. */
export function lintProject(project: Pick<Project, 'documents'>, { rules }: LintOptions): Diagnostic[] {
  const levels = new Map(Object.entries(rules));
  const enabled = RULES.filter(({ id }) => levels.get(id) !== 'off');
  const found = project.documents.flatMap((document) => {
    const facts = new DocumentFacts(document);
    return enabled.flatMap((rule) => ruleDiagnostics(rule, facts, levels.get(rule.id)));
  });
  return found.sort(compareDiagnostics);
}

function ruleDiagnostics(rule: Rule, facts: DocumentFacts, level: RuleLevel | undefined): Diagnostic[] {
  const configured = level === 'off' ? undefined : level;
  return rule.check(facts).map(({ place, step = '', severity, ...finding }) =>
    diagnostic({
      ...finding,
      code: rule.id,
      severity: configured ?? severity ?? rule.severity,
      path: `${place.path}${step}`,
      docsUrl: `rules/${rule.id}.md`,
    }),
  );
}
