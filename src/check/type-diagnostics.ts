/** What the gateway's compiler says of the names and types in a document's expressions, at their places in the file. */
import { deployPlaceholders } from '../model/deploy-placeholder.js';
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { Severity } from '../model/severity.js';
import type { Span } from '../syntax/text/position.js';
import { checkedExpression } from './checked-expression.js';
import { CHECK_CODES, outcomeOf } from './codes.js';
import type { ExpressionCertainty } from './expressions/bind/problem.js';
import type { ExpressionFindings, ExpressionProblem } from './expressions/check-expression.js';
import { refusedMembers } from './expressions/refused-members.js';
import { displayType } from './expressions/types/display.js';
import { fitsPlace, type WantedType, wantedTypeAt } from './expressions/wanted-type.js';
import type { PlacedExpression } from './placed-expression.js';

/** Of an expression without mistakes of syntax. */
export function typeDiagnostics(placed: PlacedExpression): Diagnostic[] {
  const { value, place, step } = placed;
  const wanted = wantedTypeAt({ element: place.element.name, parent: place.parent?.element.name, attribute: step === '' ? undefined : step.slice('/@'.length) });
  const findings = checkedExpression(value, wanted);
  const placeholders = deployPlaceholders(value.code).filter(({ style }) => style !== '{}');
  const certain = [...findings.problems, ...refusedUses(findings)].filter(({ span, code }) => {
    const isToken = code === 'unknown-name' && DEPLOYMENT_TOKEN.test(value.code.slice(span.start, span.end));
    return !isToken && !placeholders.some((placeholder) => overlap(placeholder.span, span));
  });
  const found = certain.map((problem) => asDiagnostic(problem, severityOf(problem, wanted), placed));
  if (findings.problems.length > 0 || fitsPlace(findings.type, wanted)) return found;
  return [asDiagnostic(misfit(findings, wanted, value.code), severityOfMisfit(wanted), placed)];
}

/** `RETRY_COUNT`: no name that C# uses, but one that scripts put a value in place of. */
const DEPLOYMENT_TOKEN = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/u;

/** What APIM does not let expressions use: the first use of each type and member. */
function refusedUses({ usages }: ExpressionFindings): ExpressionProblem[] {
  const uses = refusedMembers(usages);
  return uses.filter(({ what }, index) => uses.findIndex((other) => other.what === what) === index).map(({ code, what, refusal, nameSpan, hint, certainty }) => ({
    code, roslyn: refusal, span: nameSpan, message: `${what} is not among what expressions may use`, ...(hint !== undefined && { hint }), ...(certainty !== undefined && { certainty }),
  }));
}

function misfit({ type, values }: ExpressionFindings, { what }: WantedType, code: string): ExpressionProblem {
  return {
    code: 'wrong-result-type', roslyn: '', span: values[0] ?? { start: 0, end: code.length },
    message: `the expression gives ${displayType(type)}, where ${what} is wanted`, hint: displayType(type) === 'string[]' ? JOIN : 'convert the value',
  };
}

const JOIN = 'join the texts: string.Join(",", …); a header as one text is Headers.GetValueOrDefault("…", "")';

function severityOf({ code, certainty }: ExpressionProblem, wanted: WantedType): Severity {
  if (code === 'wrong-result-type') return severityOfMisfit(wanted);
  return certainty === undefined ? CHECK_CODES[code].severity : SEVERITIES[certainty];
}

const SEVERITIES: Readonly<Record<ExpressionCertainty, Severity>> = { inferred: 'warning', disputed: 'info' };

function severityOfMisfit({ certainty }: WantedType): Severity {
  return certainty === 'inferred' ? 'warning' : 'error';
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function asDiagnostic({ code, roslyn, message, hint, span }: ExpressionProblem, severity: Severity, { value, place, step }: PlacedExpression): Diagnostic {
  const outcome = outcomeOf(code, severity) ?? 'APIM refuses the document';
  return diagnostic({
    code,
    severity,
    message: `${message}: ${outcome}${roslyn === '' ? '' : ` (${roslyn})`}`,
    ...(hint === undefined ? {} : { hint }),
    at: value.originOf({ start: value.codeStart + span.start, end: value.codeStart + span.end }),
    path: `${place.path}${step}`,
    docsUrl: `checks.md#${code}`,
  });
}
