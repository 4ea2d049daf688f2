/** The text that an attribute's value always is. */
import type { PolicyValue } from '../model/value.js';
import { parsedExpression } from '../model/parsed-expression.js';
import type { Expression } from '../syntax/csharp/ast.js';
import { writtenText } from './constant.js';
import { NO_LOCALS } from './locals.js';

/**
 * The text of a literal, or what an expression gives for every request. Named values and placeholders are in it as written.
 * @returns undefined when requests decide
 */
export function constantText(value: PolicyValue): string | undefined {
  if (value.kind === 'literal') return value.text.trim();
  if (value.kind !== 'expression') return undefined;
  const returned = returnedExpression(value);
  if (returned === undefined) return undefined;
  return writtenText(returned, NO_LOCALS);
}

/** The expression of `@(…)`, or of a block that is one return. */
function returnedExpression(value: Extract<PolicyValue, { readonly kind: 'expression' }>): Expression | undefined {
  const { code } = parsedExpression(value);
  if (code.form === 'expression') return code.expression;
  const [only, ...more] = code.block.statements;
  return only?.kind === 'ReturnStatement' && more.length === 0 ? only.expression : undefined;
}
