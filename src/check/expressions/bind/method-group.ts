/** A name that stands for methods: called, or made a delegate. */
import { methodGroup } from '../types/method-group.js';
import type { BoundMethods } from './bound.js';

/** @param group all but what follows from it */
export function methodGroupOf(group: Omit<BoundMethods, 'kind' | 'receiver' | 'resolve'>): BoundMethods {
  const receiver = group.on?.kind === 'value' ? group.on.type : undefined;
  return Object.assign(methodGroup(receiver, group.methods, group.typeArguments), group);
}
