/** The sorts of conversion that C# knows (ECMA-334 §10). */
import type { Method } from '../../../catalog/expressions/type.js';

export type ConversionKind =
  | 'identity' | 'numeric' | 'constant' | 'enum' | 'nullable' | 'null' | 'reference' | 'boxing' | 'unboxing' | 'user-defined' | 'lambda' | 'method-group' | 'tuple'
  /** `throw` and a bare `default` become anything. */
  | 'anything'
  /** Something about the types is not known: said to exist, so that nothing is reported. */
  | 'unknown';

export interface Conversion {
  readonly kind: ConversionKind;
  /** The operator of a user-defined conversion, the method that a method group stands for. */
  readonly method?: Method;
}

export const IDENTITY: Conversion = { kind: 'identity' };
export const NUMERIC: Conversion = { kind: 'numeric' };
export const CONSTANT: Conversion = { kind: 'constant' };
export const ENUM: Conversion = { kind: 'enum' };
export const NULLABLE: Conversion = { kind: 'nullable' };
export const NULL: Conversion = { kind: 'null' };
export const REFERENCE: Conversion = { kind: 'reference' };
export const BOXING: Conversion = { kind: 'boxing' };
export const UNBOXING: Conversion = { kind: 'unboxing' };
export const TUPLE: Conversion = { kind: 'tuple' };
export const ANYTHING: Conversion = { kind: 'anything' };
export const UNCERTAIN: Conversion = { kind: 'unknown' };
