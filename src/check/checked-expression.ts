/** What the compiler says of an expression, each checked once. */
import type { Type } from '../catalog/expressions/type.js';
import { parsedExpression } from '../model/parsed-expression.js';
import type { ExpressionValue } from '../model/value.js';
import { checkExpression, type ExpressionFindings } from './expressions/check-expression.js';
import { type WantedType, wantedTypeAt } from './expressions/wanted-type.js';

/** Expressions recur in documents, and checks and rules ask for the same one. */
const known = new Map<string, ExpressionFindings>();
const MOST_KNOWN = 10_000;

/** @param wanted what the place of the expression wants */
export function checkedExpression(value: ExpressionValue, { what, type }: WantedType): ExpressionFindings {
  const key = `${type === undefined ? '' : what}\0${value.form}\0${value.code}`;
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  if (known.size >= MOST_KNOWN) known.clear();
  const findings = checkExpression(parsedExpression(value).code, type);
  known.set(key, findings);
  return findings;
}

/** The type of what a set-variable stores. */
export function storedType(value: ExpressionValue): Type {
  return checkedExpression(value, wantedTypeAt({ element: 'set-variable', parent: undefined, attribute: 'value' })).type;
}
