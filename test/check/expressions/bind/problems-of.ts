/** What the checker says of C#, a line for each problem. */
import { checkExpression } from '../../../../src/check/expressions/check-expression.js';
import { displayType } from '../../../../src/check/expressions/types/display.js';
import type { ParsedCode } from '../../../../src/syntax/csharp/ast.js';
import { parseCode } from '../../../../src/syntax/csharp/parse-code.js';

/** The code of `@(…)`, or of `@{…}` when it is statements. */
export function parsed(code: string): ParsedCode {
  return parseCode(code, /;$|^(?:if|try|object)\b/u.test(code) ? 'block' : 'expression').code;
}

/** `CS1503 "x"`: the compiler's id and the code it stands at, in the order of the text. */
export function problemsOf(code: string): string[] {
  return checkExpression(parsed(code)).problems.map(({ roslyn, span }) => `${roslyn} ${JSON.stringify(code.slice(span.start, span.end))}`);
}

export function typeOf(code: string): string {
  return displayType(checkExpression(parsed(code)).type);
}
