/** The mistakes in the syntax of a document: those of its markup and those of its C#. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import { expressionDiagnostics, placedExpressions } from './expression-diagnostics.js';
import type { PlacedExpression } from './placed-expression.js';
import { readerDiagnostics } from './reader-diagnostics.js';
import { unclosedExpressions } from './unclosed-expressions.js';

export function syntaxDiagnostics(document: PolicyDocument): Diagnostic[] {
  const expressions = placedExpressions(document);
  const broken = expressions.flatMap((expression) => expressionDiagnostics(expression));
  return [...readerDiagnostics(document, () => startsOf(expressions)), ...unclosedExpressions(document), ...broken];
}

/** What keeps the structure of a document from being known for sure: mistakes in its XML, not those in its C#. */
export function readerErrors(document: PolicyDocument): Diagnostic[] {
  return readerDiagnostics(document, () => NONE).filter(({ severity }) => severity === 'error');
}

const NONE: ReadonlySet<number> = new Set();

/** The offsets of the expressions' `@` in the file. */
function startsOf(expressions: readonly PlacedExpression[]): Set<number> {
  return new Set(expressions.map(({ value }) => value.originOf({ start: value.codeStart - 2, end: value.codeStart }).range.start.offset));
}
