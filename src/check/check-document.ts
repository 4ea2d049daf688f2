/** Is one policy document valid: its markup, its C# syntax, its structure and its policies against the catalogue. */
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import { CheckContext, type CheckOptions } from './check-context.js';
import { checkSize } from './check-size.js';
import { checkStructure } from './check-structure.js';
import { syntaxDiagnostics } from './syntax-diagnostics.js';

/**
 * All that is wrong with a document by itself, in the order of its text. Never throws; linear in the document.
 * @param document read from XML or authored; findings in authored documents stand at the builder's call
 */
export function checkDocument(document: PolicyDocument, options: CheckOptions = {}): Diagnostic[] {
  const context = new CheckContext(document, options);
  checkStructure(context);
  checkSize(context);
  return [...syntaxDiagnostics(document), ...context.diagnostics].sort(compareDiagnostics);
}
