/** The type of what stands in an attribute, as far as that is plain. */
import { parsedExpression } from '../../model/parsed-expression.js';
import type { PolicyValue } from '../../model/value.js';
import type { Expression, ParsedCode } from '../../syntax/csharp/ast.js';
import { descendants } from '../syntax-search.js';
import { obviousType } from './obvious-type.js';

/** Source: reference/expressions.md §3, "set-variable": a literal is always a string. */
export function valueType(value: PolicyValue): string | undefined {
  if (value.kind !== 'expression') return 'string';
  const [first, ...others] = returned(parsedExpression(value).code).map((expression) => expression && obviousType(expression));
  return others.every((type) => type === first) ? first : undefined;
}

/** What the code returns; undefined in a place where it returns nothing. */
function returned(code: ParsedCode): (Expression | undefined)[] {
  if (code.form === 'expression') return [code.expression];
  const nodes = [...descendants(code.block)];
  // A return in a function is not the code's.
  if (nodes.some(({ kind }) => kind === 'LambdaExpression' || kind === 'AnonymousMethodExpression' || kind === 'LocalFunctionStatement')) return [undefined];
  return nodes.flatMap((node) => (node.kind === 'ReturnStatement' ? [node.expression] : []));
}
