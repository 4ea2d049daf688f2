/** The C# tree of an expression value, parsed once. */
import type { ParsedCode } from '../syntax/csharp/ast.js';
import { parseCode } from '../syntax/csharp/parse-code.js';
import type { SyntaxProblem } from '../syntax/text/syntax-problem.js';
import type { ExpressionValue } from './value.js';

export interface ParsedExpression {
  readonly code: ParsedCode;
  /** Spans are offsets into the value's `code`. */
  readonly problems: readonly SyntaxProblem[];
}

const parsed = new WeakMap<ExpressionValue, ParsedExpression>();

/** Parses the value's C#, or gives what an earlier call parsed. */
export function parsedExpression(value: ExpressionValue): ParsedExpression {
  const known = parsed.get(value);
  if (known !== undefined) return known;
  const result = parseCode(value.code, value.form);
  parsed.set(value, result);
  return result;
}
