/** What stands for the type that declares local functions: the gateway does not look at their use. */
import type { TypeDefinition } from '../../../catalog/expressions/type.js';

export const LOCAL_FUNCTIONS: TypeDefinition = {
  name: '', arity: 0, kind: 'class', isStatic: true, isAbstract: true, isSealed: true, typeParameters: [], base: undefined, interfaces: [], members: new Map(), hasMembers: false,
  underlying: undefined, allowed: { kind: 'none' },
};
