/** Is one policy document valid: its markup, its C# syntax, its structure and its policies against the catalogue. */
import { compareDiagnostics, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import { CheckContext, type CheckOptions } from './check-context.js';
import { checkSize } from './check-size.js';
import type { CheckCodeName } from './codes.js';
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
  const misunderstood = new Set(context.diagnostics.filter(({ code }) => WRONG_AS_A_WHOLE.has(code)).map(({ path }) => path));
  const syntax = syntaxDiagnostics(document).filter(({ code, path }) => code !== 'unescaped-ampersand' || !misunderstood.has(path));
  return [...syntax, ...context.diagnostics].sort(compareDiagnostics);
}

/** C# without its `@( )` is one mistake: its operators are not reported as characters of XML besides. */
const WRONG_AS_A_WHOLE: ReadonlySet<string> = new Set<CheckCodeName>(['invalid-value', 'literal-for-expression']);
