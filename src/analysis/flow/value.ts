/** What is known of an expression's value, and what evaluating it has proved. */
import type { LiteralExpression } from '../../syntax/csharp/ast.js';
import { commonFacts, type Facts, type Known, type Reached, NO_FACTS, newFacts, withFact, withFacts } from './facts.js';

export interface Value {
  /** What holds once it has been evaluated; undefined: it never comes to an end. */
  readonly after: Reached;
  /** What holds when it is true, and when it is false; for what is no boolean the same as `after`. */
  readonly whenTrue: Reached;
  readonly whenFalse: Reached;
  /** The value is null when, and only when, this path is. */
  readonly path?: string;
  /** Paths that are not null when the value is not. */
  readonly presentIf: readonly string[];
  readonly known: Known | undefined;
  /** The chain of members that it is: `context.Request.Headers`, `variable answer.Body`. */
  readonly member?: string;
  /** The variable whose stored object it is, before any cast. */
  readonly stored?: string;
  /** The text that stands for a path that is null: `GetValueOrDefault("X", "none")`. */
  readonly textWhenNull?: { readonly path: string; readonly text: string };
  /** Of a literal. */
  readonly constant?: LiteralExpression['value'];
}

/** A value of which nothing is known. */
export function unknownValue(after: Reached): Value {
  return { after, whenTrue: after, whenFalse: after, presentIf: [], known: undefined };
}

export function presentValue(after: Reached): Value {
  return { ...unknownValue(after), known: 'present' };
}

/** A boolean. */
export function truthValue(whenTrue: Reached, whenFalse: Reached): Value {
  return { ...presentValue(commonFacts(whenTrue, whenFalse)), whenTrue, whenFalse };
}

/** The same value at a place where other things are known. */
export function valueAt(value: Value, after: Reached): Value {
  return { ...value, after, whenTrue: after, whenFalse: after };
}

/** The value of a local variable: what it proved when it was true or false still holds. */
export function recalled(value: Value, facts: Facts): Value {
  const holding = (reached: Reached): Reached => newFacts(value.after ?? NO_FACTS, reached).reduce<Reached>((after, [path, known]) => withFact(after, path, known), facts);
  return { ...value, after: facts, whenTrue: holding(value.whenTrue), whenFalse: holding(value.whenFalse) };
}

/** After a cast it is no plain object any more. */
export function withoutStored({ stored: _, ...value }: Value): Value {
  return value;
}

/** The paths that are there when the value is not null. */
export function pathsOf({ path, presentIf }: Value): readonly string[] {
  return path === undefined ? presentIf : [path, ...presentIf];
}

/** The value of one or the other, whichever way is taken. */
export function eitherValue(one: Value, other: Value): Value {
  if (one.after === undefined) return other;
  if (other.after === undefined) return one;
  return {
    after: commonFacts(one.after, other.after),
    whenTrue: commonFacts(one.whenTrue, other.whenTrue),
    whenFalse: commonFacts(one.whenFalse, other.whenFalse),
    presentIf: one.known === 'null' ? provedPaths(other) : other.known === 'null' ? provedPaths(one) : pathsOf(one).filter((path) => pathsOf(other).includes(path)),
    known: one.known === other.known ? one.known : undefined,
    ...(one.path !== undefined && one.path === other.path ? { path: one.path } : {}),
  };
}

/** When the other way gives null, a value that is not null has come this way, and what was proved on it holds. */
function provedPaths(value: Value): readonly string[] {
  const proved = [...(value.after ?? [])].flatMap(([path, known]) => (known === 'present' ? [path] : []));
  return [...pathsOf(value), ...proved];
}

export function literalValue({ value, type }: LiteralExpression, facts: Reached): Value {
  if (type === 'default') return unknownValue(facts);
  const known = { ...presentValue(facts), constant: value };
  if (value === null) return { ...known, known: 'null' };
  if (value === true) return { ...known, whenFalse: undefined };
  return value === false ? { ...known, whenTrue: undefined } : known;
}

/** `value is T`, `value != null`: true when it is not null. */
export function presenceOf(value: Value): Value {
  const { after, path, known } = value;
  const whenNull = path === undefined ? after : withFact(after, path, 'null');
  return truthValue(known === 'null' ? undefined : withFacts(after, pathsOf(value), 'present'), known === 'present' && path !== undefined ? undefined : whenNull);
}

export function negated({ whenTrue, whenFalse }: Value): Value {
  return truthValue(whenFalse, whenTrue);
}
