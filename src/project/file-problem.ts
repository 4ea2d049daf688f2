/** What is wrong with a whole file, as a diagnostic. */
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { Position } from '../syntax/text/position.js';

/** A reason why a file cannot be used, before it is known how the file is shown. */
export interface FileProblem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** The file's start when absent. */
  readonly at?: Position;
}

export const FILE_START: Position = { line: 1, column: 1, offset: 0 };

/** @param file as shown: relative to the working directory, with `/` */
export function fileDiagnostic(file: string, problem: FileProblem): Diagnostic {
  const at = problem.at ?? FILE_START;
  return diagnostic({
    code: problem.code,
    severity: 'error',
    message: problem.message,
    at: { file, range: { start: at, end: at } },
    hint: problem.hint,
  });
}
