/** Types and namespaces by name, as a name at the head, behind a namespace or behind a type means them. Source: C# specification, 7.8. */
import { UNKNOWN, isNamespace, typeNamed, typesInScope } from '../../../catalog/expressions/type-library.js';
import type { NamedType, Type, TypeDefinition } from '../../../catalog/expressions/type.js';
import type { BoundNamespace, BoundType } from './bound.js';
import type { Scope } from './scope.js';

/** What a name that no variable has stands for; undefined when it is unknown. */
export function typeOrNamespace(name: string, typeArguments: readonly Type[], scope: Scope): BoundType | BoundNamespace | undefined {
  const parameter = typeArguments.length === 0 ? scope.typeParameter(name) : undefined;
  if (parameter !== undefined) return { kind: 'type', type: parameter };
  const [found, ...others] = typesInScope(name, typeArguments.length);
  // Which of two imported types the gateway takes is not known (reference/expressions.md §1): nothing is said of what is made of them.
  if (found !== undefined) return { kind: 'type', type: others.length > 0 ? UNKNOWN : constructed(found, typeArguments) };
  return typeArguments.length === 0 && isNamespace(name) ? { kind: 'namespace', name } : undefined;
}

export function inNamespace(namespace: string, name: string, typeArguments: readonly Type[]): BoundType | BoundNamespace | undefined {
  const full = namespace === '' ? name : `${namespace}.${name}`;
  const found = typeNamed(full, typeArguments.length);
  if (found !== undefined) return { kind: 'type', type: constructed(found, typeArguments) };
  return typeArguments.length === 0 && isNamespace(full) ? { kind: 'namespace', name: full } : undefined;
}

/** A type declared inside another one or inside one of its bases. */
export function nestedType(outer: Type, name: string, typeArguments: readonly Type[]): BoundType | undefined {
  for (let type = outer.kind === 'named' ? outer : undefined; type !== undefined; type = type.definition.base) {
    const found = typeNamed(`${type.definition.name}.${name}`, typeArguments.length);
    if (found !== undefined) return { kind: 'type', type: constructed(found, [...type.typeArguments, ...typeArguments]) };
  }
  return undefined;
}

/** How many type arguments the type of this name takes, when there is one that takes another number than was written. */
export function otherArity(name: string, written: number): number | undefined {
  for (let arity = 0; arity <= MOST_TYPE_ARGUMENTS; arity++) if (arity !== written && typesInScope(name, arity).length > 0) return arity;
  return undefined;
}

const MOST_TYPE_ARGUMENTS = 8;

function constructed(definition: TypeDefinition, typeArguments: readonly Type[]): NamedType {
  return { kind: 'named', definition, typeArguments };
}
