/** Methods named without being called, which become a delegate: `Select(int.Parse)` (ECMA-334 §10.8). */
import type { Method, Type } from '../../../catalog/expressions/type.js';
import type { MethodGroupOperand } from './operand.js';
import { resolveOverload } from './resolve-overload.js';

/** @param receiver the type the methods are called on; undefined for static methods and local functions */
export function methodGroup(receiver: Type | undefined, methods: readonly Method[], typeArguments: readonly Type[]): MethodGroupOperand {
  const resolve = (parameterTypes: readonly Type[]): Method | undefined => {
    const name = methods[0]?.name ?? '';
    const choice = resolveOverload(methods, parameterTypes.map((type) => ({ operand: { kind: 'value', type } })), { name, typeArguments });
    return choice.kind === 'chosen' ? choice.member : undefined;
  };
  return receiver === undefined ? { kind: 'method-group', methods, typeArguments, resolve } : { kind: 'method-group', receiver, methods, typeArguments, resolve };
}
