/** What an expression stands for once its names are resolved: a value as the type rules see it, or a type or namespace in front of a dot. */
import type { Type } from '../../../catalog/expressions/type.js';
import type { Expression } from '../../../syntax/csharp/ast.js';
import type { ConstantValue, LambdaOperand, MethodGroupOperand, Operand, ValueOperand } from '../types/operand.js';

export type Bound =
  | BoundValue | BoundLambda | BoundMethods | BoundType | BoundNamespace
  | Exclude<Operand, { readonly kind: 'value' | 'lambda' | 'method-group' }>;

export interface BoundValue extends ValueOperand {
  /** Absent: nothing can be assigned to it. */
  readonly target?: AssignmentTarget;
}

/** A variable, or what can be assigned to all the same, or why it cannot although it looks like it. */
export type AssignmentTarget =
  | { readonly kind: 'variable' }
  | { readonly kind: 'property' }
  | { readonly kind: 'refused'; readonly roslyn: string; readonly reason: string; readonly hint?: string };

export interface BoundLambda extends LambdaOperand {
  /** Makes what its body holds count, and checks that its values convert to what is wanted, as far as both are known. */
  complete(parameterTypes: readonly Type[] | undefined, returnType: Type | undefined): void;
}

export interface BoundMethods extends MethodGroupOperand {
  readonly name: string;
  /** What the methods are called on; also the first argument of extension methods. */
  readonly on: Bound | undefined;
  readonly node: Expression;
}

export interface BoundType {
  readonly kind: 'type';
  readonly type: Type;
}
export interface BoundNamespace {
  readonly kind: 'namespace';
  readonly name: string;
}

export function value(type: Type, constant?: ConstantValue): BoundValue {
  return constant === undefined ? { kind: 'value', type } : { kind: 'value', type, constant };
}

export function variable(type: Type): BoundValue {
  return { kind: 'value', type, target: { kind: 'variable' } };
}
