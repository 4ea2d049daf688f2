/** What an expression gives when the caller leaves out a header or query parameter that it is made of. */
import { parsedExpression } from '../model/parsed-expression.js';
import type { ExpressionValue } from '../model/value.js';
import type { Place } from '../model/walk.js';
import { type AssumedValue, type Assumption, THROWS, UNKNOWN } from './assumed-value.js';
import { isReachedWithout } from './reached-without.js';
import { runAssumed } from './run-assumed.js';
import { stepsBefore } from './steps-before.js';
import { type ThrowingPart, throwingPart } from './throwing-part.js';
import { readsIn, type Source, sourcesOfValue } from './value-sources.js';
import { variablesAfter } from './variables-after.js';

export interface ValueWithout {
  /** What is left out. */
  readonly source: Source;
  /** THROWS or the value. */
  readonly value: AssumedValue;
  /** What throws. */
  readonly part: ThrowingPart | undefined;
}

/** An expression is made of few; following more would take time without bound. */
const MOST_SOURCES = 8;

/** For each of the expression's headers and query parameters without which its policy is reached all the same, where the value can be told. */
export function valuesWithout(place: Place, expression: ExpressionValue): ValueWithout[] {
  if (readsIn(expression).length === 0) return [];
  const { code, problems } = parsedExpression(expression);
  const steps = stepsBefore(place);
  if (steps === undefined || problems.some(({ severity }) => severity === 'error')) return [];
  // An error may have come before any of the variables was set.
  const isOnError = place.section === 'on-error';
  const sources = sourcesOfValue(expression, isOnError ? [] : steps);
  if (sources.length > MOST_SOURCES) return [];
  return sources.flatMap((source) => {
    const { variables, holds } = variablesAfter(steps, { ...source, state: 'missing' });
    const assumption: Assumption | undefined = holds ? { ...source, state: 'missing' } : undefined;
    const known = isOnError ? new Map<string, AssumedValue>() : variables;
    const value = runAssumed(code, assumption, known);
    if (value === UNKNOWN || !isReachedWithout(place, source)) return [];
    return [{ source, value, part: value === THROWS ? throwingPart(code, assumption, known) : undefined }];
  });
}
