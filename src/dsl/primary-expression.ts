/** Whether C# code can stand before `.x` or after an operator without parentheses. */
import type { Expression } from '../syntax/csharp/ast.js';
import { parseCode } from '../syntax/csharp/parse-code.js';

/** C# specification, 12.8 Primary expressions; `a?.b` aside, because `.c` behind it would become part of it. */
const PRIMARY: ReadonlySet<Expression['kind']> = new Set<Expression['kind']>([
  'LiteralExpression',
  'InterpolatedStringExpression',
  'IdentifierName',
  'GenericName',
  'PredefinedTypeExpression',
  'ParenthesizedExpression',
  'MemberAccessExpression',
  'ElementAccessExpression',
  'InvocationExpression',
  'ObjectCreationExpression',
  'ImplicitArrayCreationExpression',
  'TypeOfExpression',
  'DefaultExpression',
  'NameOfExpression',
]);

/** True for a primary expression; anything else, and what does not parse, is put in parentheses when it is interpolated. */
export function isPrimary(code: string): boolean {
  const { code: parsed, problems } = parseCode(code, 'expression');
  return problems.length === 0 && parsed.form === 'expression' && PRIMARY.has(parsed.expression.kind);
}
