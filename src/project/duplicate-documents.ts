/** Two documents that would be written to one file: only one of them could be built. */
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import type { Scope } from '../model/scope.js';

/**
 * One finding for each document after the first for its output. Paths are compared as Windows compares them.
 * @param pathOf where a document would be written; documents without a path have no rival
 */
export function duplicateDocuments(documents: readonly PolicyDocument[], pathOf: (document: PolicyDocument) => string | undefined): Diagnostic[] {
  const first = new Map<string, PolicyDocument>();
  return documents.flatMap((document) => {
    const path = pathOf(document);
    if (path === undefined) return [];
    const earlier = first.get(path.toLowerCase());
    if (earlier === undefined) {
      first.set(path.toLowerCase(), document);
      return [];
    }
    const { file, range } = earlier.origin;
    return diagnostic({
      code: 'duplicate-document',
      severity: 'error',
      message: `${documentTitle(document)} has a document already, in ${file}:${range.start.line}:${range.start.column}; both would be written to '${path}'`,
      at: document.origin,
      related: [{ message: 'the other document', at: earlier.origin }],
      hint: 'merge the two, or change the scope of one',
    });
  });
}

/** What the document is for; a file that does not say goes by its name. */
function documentTitle({ scope, name }: PolicyDocument): string {
  return scope === undefined ? `'${name}'` : scopeName(scope);
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
