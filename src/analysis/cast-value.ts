/** What a cast makes of a value: the number in another type, or what was in the box. */
import type { CastExpression } from '../syntax/csharp/ast.js';
import { type AssumedValue, isText, NO_NUMBER_TEXT, THROWS, UNKNOWN } from './assumed-value.js';
import { castNumber, numberKind } from './dotnet/convert.js';
import type { Overflow } from './dotnet/operators.js';
import { isChar, isDouble, isInteger } from './dotnet/value.js';
import { isObjectTyped } from './expression-form.js';
import { typeName } from './integer-type.js';
import { withoutParentheses } from './unwrap.js';

/** A boxed value of another type throws (reference/expressions.md §3). */
export function castValue({ type, expression }: CastExpression, value: AssumedValue, overflow: Overflow): AssumedValue {
  if (value === THROWS || value === UNKNOWN) return value;
  const name = typeName(type)?.replace(/^System\./, '');
  if (name === undefined) return UNKNOWN;
  const kind = numberKind(name);
  if (kind === undefined) return castReference(name.toLowerCase(), value);
  if (value === null || value === NO_NUMBER_TEXT || !(isInteger(value) || isDouble(value) || isChar(value))) return THROWS;
  if (value.kind === kind) return value;
  if (isObjectTyped(expression)) return THROWS;
  // A local may be declared as object.
  return withoutParentheses(expression).kind === 'IdentifierName' ? UNKNOWN : (castNumber(value, kind, overflow) ?? UNKNOWN);
}

function castReference(name: string, value: AssumedValue): AssumedValue {
  if (name === 'object') return value;
  if (name === 'string') return isText(value) || value === null ? value : THROWS;
  if (name === 'bool' || name === 'boolean') return typeof value === 'boolean' ? value : THROWS;
  return UNKNOWN;
}
