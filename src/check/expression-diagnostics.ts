/** The mistakes that the C# parser found in a document's expressions, at their places in the file. */
import { deployPlaceholders } from '../model/deploy-placeholder.js';
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import { holdsMessage } from '../model/message-content.js';
import { parsedExpression } from '../model/parsed-expression.js';
import { rootPlaces } from '../model/walk.js';
import type { SyntaxProblem } from '../syntax/text/syntax-problem.js';
import { assignmentInCondition } from './assignment-in-condition.js';
import { fixInFile } from './fix-in-file.js';
import type { PlacedExpression } from './placed-expression.js';
import { typeDiagnostics } from './type-diagnostics.js';

/** The expressions that the gateway evaluates; those in a message in XML are sent as they stand. */
export function placedExpressions(document: PolicyDocument): PlacedExpression[] {
  const found: PlacedExpression[] = [];
  const pending = rootPlaces(document);
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { element } = place;
    for (const { name, value } of element.attributes) if (value.kind === 'expression') found.push({ value, place, step: `/@${name}` });
    for (const child of element.children) if (child.kind === 'text' && child.value.kind === 'expression') found.push({ value: child.value, place, step: '' });
    if (!holdsMessage(element.name)) pending.push(...place.children());
  }
  return found;
}

export function expressionDiagnostics({ value, place, step }: PlacedExpression): Diagnostic[] {
  const { problems } = parsedExpression(value);
  const assigned = problems.length === 0 ? assignmentInCondition({ value, place, step }) : undefined;
  if (assigned !== undefined) return [assigned];
  if (standsInPlaceholder(value.code, problems)) return [];
  const types = problems.some(isTorn) ? [] : typeDiagnostics({ value, place, step });
  const syntax = withoutConsequences(problems, value.code).map(({ span: { start, end }, fix, ...problem }) =>
    diagnostic({
      ...problem,
      at: value.originOf({ start: value.codeStart + start, end: value.codeStart + end }),
      path: `${place.path}${step}`,
      fix: fix === undefined ? undefined : fixInFile(fix, { value, place, step }),
    }),
  );
  return [...syntax, ...types];
}

/** Whether a mistake leaves pieces of code that mean nothing; a body without braces is whole. */
export function isTorn({ severity, code }: SyntaxProblem): boolean {
  return severity === 'error' && code !== 'unbraced-statement';
}

/** Whether a mistake is what a deployment tool puts code in place of: nothing is known of that code. */
function standsInPlaceholder(code: string, problems: readonly SyntaxProblem[]): boolean {
  const placeholders = deployPlaceholders(code).filter(({ style }) => style !== '{}');
  return placeholders.some(({ span }) => problems.some((problem) => problem.span.start >= span.start && problem.span.start < span.end));
}

/**
 * A string that is not closed takes the brackets behind it with it, and when it is its opening quote that is missing, what
 * was to be text is read as code: of a line with such a string only the first mistake is given.
 */
function withoutConsequences(problems: readonly SyntaxProblem[], code: string): readonly SyntaxProblem[] {
  const strings = problems.filter((problem) => problem.code === 'unclosed-string');
  if (strings.length === 0) return problems;
  const spoilt = new Set(strings.map(({ span }) => lineStart(code, span.start)));
  const given = new Set<number>();
  return problems.filter((problem) => {
    if (problem.code === 'unclosed-bracket') return false;
    const line = lineStart(code, problem.span.start);
    if (!spoilt.has(line)) return true;
    if (given.has(line)) return false;
    given.add(line);
    return true;
  });
}

function lineStart(code: string, offset: number): number {
  return offset === 0 ? 0 : code.lastIndexOf('\n', offset - 1) + 1;
}
