/** What an expression is for conversions, operators and overload resolution: its type or, without one, what it could become. */
import type { Method, Type } from '../../../catalog/expressions/type.ts';

/**
 * The value of a constant expression. Its C# type says what it is: a `bigint` or whole `number` is an integer, the code unit of a `char` or the
 * number behind an enum member; a `number` of type `double`, `float` or `decimal` is what it says.
 */
export type ConstantValue = string | number | bigint | boolean | null;

/** An expression as conversions, operators and overload resolution see it. */
export type Operand =
  | ValueOperand
  | NullOperand
  /** A bare `default` (C# 7.1; the gateway's compiler refuses it, what follows is checked as if it had a value). */
  | { readonly kind: 'default' }
  | LambdaOperand
  | MethodGroupOperand
  | { readonly kind: 'throw' }
  /** `out var x` (no type) or `out int x`. */
  | { readonly kind: 'out-var'; readonly type?: Type };

/** A value, variable or property; a call of a `void` method has the type System.Void. */
export interface ValueOperand {
  readonly kind: 'value';
  readonly type: Type;
  /** Absent when it is no constant. */
  readonly constant?: ConstantValue;
  /** `$"…"`, which also becomes a FormattableString. */
  readonly isInterpolated?: true;
}
/** The literal `null`. */
export interface NullOperand {
  readonly kind: 'null';
}
export interface LambdaOperand {
  readonly kind: 'lambda';
  /** Absent for `delegate { … }`, which fits every list of parameters. */
  readonly parameterCount: number | undefined;
  /** Present when they are written out. */
  readonly parameterTypes?: readonly Type[];
  readonly isAnonymousMethod: boolean;
  readonly bodyKind: 'expression' | 'block';
  /** Binds the body with these parameter types and reports nothing; the binder remembers the answer for the same types. */
  bind(parameterTypes: readonly Type[]): LambdaBody;
}
export interface MethodGroupOperand {
  readonly kind: 'method-group';
  /** The type the methods are called on; absent for static methods and local functions. */
  readonly receiver?: Type;
  readonly methods: readonly Method[];
  readonly typeArguments: readonly Type[];
  /** The method that a delegate with these parameters would call; absent when none or several fit. Made by method-group.ts. */
  resolve(parameterTypes: readonly Type[]): Method | undefined;
}

export interface LambdaBody {
  /** Of `return x;` each x; of an expression body the expression. Empty when the block returns nothing. */
  readonly returns: readonly Operand[];
  /** False when the body has a mistake of its own. */
  readonly compiles: boolean;
  /** The body may stand where nothing is returned: a block without a returned value, or an expression that may be a statement. */
  readonly isVoidStatement: boolean;
  /** The end of the block can be reached, so that it fits no delegate with a result. */
  readonly canFallThrough: boolean;
}

/** An argument as written: `name: ref x`. */
export interface ArgumentOperand {
  readonly name?: string;
  readonly modifier?: 'ref' | 'out';
  readonly operand: Operand;
}
