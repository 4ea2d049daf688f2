/** What is anywhere in the code, looked for once: most expressions have nothing of it, and need not be walked again for it. */
import type { ParsedCode } from '../../../syntax/csharp/ast.js';

export interface CodeSurvey {
  /** `out var x`, `is T x`. */
  readonly hasDesignations: boolean;
  readonly hasStatements: boolean;
  /** Labels, jumps to them and local functions, which are not followed as they run. */
  readonly hasUnfollowed: boolean;
}

export function surveyCode(code: ParsedCode): CodeSurvey {
  const kinds = new Set<unknown>();
  const pending: object[] = [code];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ('kind' in node) kinds.add(node.kind);
    for (const child of Object.values(node)) if (typeof child === 'object' && child !== null) pending.push(child);
  }
  return {
    hasDesignations: kinds.has('SingleDesignation'),
    hasStatements: kinds.has('Block'),
    hasUnfollowed: ['GotoStatement', 'LabeledStatement', 'LocalFunctionStatement'].some((kind) => kinds.has(kind)),
  };
}
