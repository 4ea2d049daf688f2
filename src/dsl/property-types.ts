/** The types that the properties of builders are made of. */
import type { ExpressionForm } from '../syntax/csharp/ast.js';
import type { CallSite } from './authored.js';

/**
 * A policy expression, as cs`…` makes it. `Value` is the type that cs<…>`…` states for what it gives; never, which every property
 * takes, when it states none.
 */
export interface Expression<Value = never> {
  readonly kind: 'expression';
  readonly form: ExpressionForm;
  readonly code: string;
  readonly callSite: CallSite;
  /** For the compiler alone; no expression has it. */
  readonly gives?: Value | undefined;
}

/** A named value of the API Management instance: as APIM writes it, `{{aoai-key}}`, or as namedValue(…) made it. */
export type NamedValueReference = `{{${string}}}` | NamedValueObject;

/** What namedValue(…) makes, as far as a property needs it. */
export interface NamedValueObject {
  readonly kind: 'named-value';
  readonly displayName: string;
}

/** A fixed value, or a named value that holds it. No policy expression may stand here. */
export type Literal<T extends string | number | boolean> = T | NamedValueReference;

/** A value, a policy expression that yields it, or a named value that holds it. */
export type Dynamic<T extends string | number | boolean> = T | Expression<Widened<T>> | NamedValueReference;

/** A text, or whatever an expression gives: what API Management keeps as it is. */
export type Kept = Dynamic<string> | Expression<unknown>;

/** An expression gives a string, not one of some words. */
type Widened<T extends string | number | boolean> = T extends string ? string : T extends number ? number : boolean;

/** One item, or several in a list. */
export type OneOrMore<T> = T | readonly T[];
