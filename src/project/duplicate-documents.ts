/** Two policy files that say what one scope's document is: only one of them could be built. */
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import type { Scope } from '../model/scope.js';
import { outputPath } from './output-path.js';

/** One finding for each document after the first of its scope. Scopes are compared as Windows compares file names. */
export function duplicateDocuments(documents: readonly PolicyDocument[]): Diagnostic[] {
  const first = new Map<string, PolicyDocument>();
  return documents.flatMap((document) => {
    if (document.scope === undefined) return [];
    const key = outputPath(document.scope).toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, document);
      return [];
    }
    const { file, range } = earlier.origin;
    return diagnostic({
      code: 'duplicate-document',
      severity: 'error',
      message: `${scopeName(document.scope)} has a document already, in ${file}:${range.start.line}:${range.start.column}; both would be written to '${outputPath(document.scope)}'`,
      at: document.origin,
      related: [{ message: 'the other document', at: earlier.origin }],
      hint: 'merge the two, or change the scope of one',
    });
  });
}

/** `API 'chat'`, as a person would say it. */
function scopeName(scope: Scope): string {
  switch (scope.kind) {
    case 'global':
      return 'the global scope';
    case 'workspace':
      return `workspace '${scope.workspace}'`;
    case 'product':
      return `product '${scope.product}'`;
    case 'api':
      return `API '${scope.api}'`;
    case 'operation':
      return `operation '${scope.operation}' of API '${scope.api}'`;
    case 'fragment':
      return `fragment '${scope.fragment}'`;
    case 'resolver':
      return `resolver '${scope.resolver}'`;
  }
}
