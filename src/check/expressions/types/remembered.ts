/** Remembers conversions, which are asked for again and again: what one definition converts to another does not change. */
import type { Type, TypeDefinition } from '../../../catalog/expressions/type.js';
import type { Conversion } from './conversion.js';

type FindConversion = (from: Type, to: Type) => Conversion | undefined;

/** The same question, looked into once for each pair of types without type arguments. Its answer must follow from the two types alone. */
export function remembered(find: FindConversion): FindConversion {
  const bySource = new WeakMap<TypeDefinition, Map<TypeDefinition, Conversion | 'none'>>();
  return (from, to) => {
    if (from.kind !== 'named' || to.kind !== 'named' || from.typeArguments.length > 0 || to.typeArguments.length > 0) return find(from, to);
    let byTarget = bySource.get(from.definition);
    if (byTarget === undefined) bySource.set(from.definition, (byTarget = new Map<TypeDefinition, Conversion | 'none'>()));
    let known = byTarget.get(to.definition);
    if (known === undefined) byTarget.set(to.definition, (known = find(from, to) ?? 'none'));
    return known === 'none' ? undefined : known;
  };
}
