/** What operators with two sides give and prove. */
import type { BinaryExpression } from '../../syntax/csharp/ast.js';
import type { Evaluator } from './evaluator.js';
import { commonFacts, type Reached, withFact, withFacts } from './facts.js';
import { negated, pathsOf, presenceOf, presentValue, truthValue, unknownValue, type Value } from './value.js';

export function binaryValue(evaluator: Evaluator, { operator, left, right, span }: BinaryExpression, facts: Reached): Value {
  const first = evaluator.evaluate(left, facts);
  switch (operator) {
    case '&&': {
      const second = evaluator.evaluate(right, first.whenTrue);
      return truthValue(second.whenTrue, commonFacts(first.whenFalse, second.whenFalse));
    }
    case '||': {
      const second = evaluator.evaluate(right, first.whenFalse);
      return truthValue(commonFacts(first.whenTrue, second.whenTrue), second.whenFalse);
    }
    case '??':
      if (first.path !== undefined) evaluator.record({ kind: 'null-test', path: first.path, span });
      return first.known === 'present' ? first : coalesced(first, evaluator.evaluate(right, whenNull(first)));
    default: {
      const second = evaluator.evaluate(right, first.after);
      if (operator !== '==' && operator !== '!=') return COMPARISONS.has(operator) ? ordered(first, second) : presentValue(second.after);
      const stored = typeof second.constant === 'string' ? first.stored : typeof first.constant === 'string' ? second.stored : undefined;
      if (stored !== undefined) evaluator.record({ kind: 'reference-comparison', name: stored, span });
      const tested = second.constant === null ? first.path : first.constant === null ? second.path : undefined;
      if (tested !== undefined) evaluator.record({ kind: 'null-test', path: tested, span });
      const equal = comparedValue(first, second);
      return operator === '==' ? equal : negated(equal);
    }
  }
}

const COMPARISONS: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);

/** `first == second`. */
export function comparedValue(first: Value, second: Value): Value {
  const { after } = second;
  if (second.known === 'null') return negated(presenceOf({ ...first, after }));
  if (first.known === 'null' && first.constant === null) return negated(presenceOf(second));
  const [text, constant] = first.textWhenNull === undefined ? [second.textWhenNull, first.constant] : [first.textWhenNull, second.constant];
  if (text !== undefined && typeof constant === 'string') return defaultCompared(text, constant, after);
  // What equals something that is not null is not null.
  const equal = second.known === 'present' ? provedPresent(first, after) : first.known === 'present' ? provedPresent(second, after) : after;
  const isOpposite = first.constant === false || second.constant === false;
  const boolean = typeof second.constant === 'boolean' ? first : typeof first.constant === 'boolean' ? second : undefined;
  if (boolean === undefined || boolean.known !== 'present') return truthValue(equal, after);
  return isOpposite ? negated(boolean) : boolean;
}

/** `GetValueOrDefault("X", "none") == "none"`. */
function defaultCompared({ path, text }: NonNullable<Value['textWhenNull']>, constant: string, after: Reached): Value {
  const present = withFact(after, path, 'present');
  return text === constant ? truthValue(after, present) : truthValue(present, after);
}

function provedPresent(value: Value, after: Reached): Reached {
  return value.known === 'null' ? undefined : withFacts(after, pathsOf(value), 'present');
}

/** A comparison with null is false. */
function ordered(first: Value, second: Value): Value {
  const { after } = second;
  const isFalse = first.known === 'null' || second.known === 'null';
  return truthValue(isFalse ? undefined : withFacts(after, [...first.presentIf, ...second.presentIf], 'present'), after);
}

function whenNull({ after, path }: Value): Reached {
  return path === undefined ? after : withFact(after, path, 'null');
}

/** `first ?? second`: `a?.b ?? false` is true only when `a` is there. */
function coalesced(first: Value, second: Value): Value {
  if (first.known === 'null') return second;
  const proved = withFacts(first.after, pathsOf(first), 'present');
  const joined = { ...unknownValue(commonFacts(proved, second.after)), known: second.known === 'present' ? ('present' as const) : undefined };
  const text = typeof second.constant === 'string' && first.path !== undefined ? { textWhenNull: { path: first.path, text: second.constant } } : {};
  if (second.constant === false) return { ...joined, whenTrue: proved };
  if (second.constant === true) return { ...joined, whenFalse: proved };
  return { ...joined, ...text, presentIf: second.known === 'null' ? pathsOf(first) : [] };
}
