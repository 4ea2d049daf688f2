/** What is anywhere in the code, looked for once: most expressions have nothing of it, and need not be walked again for it. */
import { descendants } from '../../../analysis/syntax-search.js';
import type { ParsedCode } from '../../../syntax/csharp/ast.js';

export interface CodeSurvey {
  /** `out var x`, `is T x`. */
  readonly hasDesignations: boolean;
  readonly hasStatements: boolean;
  /** Labels, jumps to them and local functions, which are not followed as they run. */
  readonly hasUnfollowed: boolean;
}

export function surveyCode(code: ParsedCode): CodeSurvey {
  const kinds = new Set<string>();
  for (const { kind } of descendants(code)) kinds.add(kind);
  return {
    hasDesignations: kinds.has('SingleDesignation'),
    hasStatements: kinds.has('Block'),
    hasUnfollowed: ['GotoStatement', 'LabeledStatement', 'LocalFunctionStatement'].some((kind) => kinds.has(kind)),
  };
}
