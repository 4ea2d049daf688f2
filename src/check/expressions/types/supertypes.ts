/** What a type derives from: its base classes and its interfaces. */
import type { NamedType, Type, TypeDefinition } from '../../../catalog/expressions/type.js';
import { special, wellKnown } from './core.js';
import { sameType } from './identity.js';
import { isInterface } from './kinds.js';
import { substitute } from './substitute.js';

/** The interfaces that `T[]` has besides those of System.Array. */
const ARRAY_INTERFACES = ['IList', 'ICollection', 'IEnumerable', 'IReadOnlyList', 'IReadOnlyCollection'].map((name) => `System.Collections.Generic.${name}`);
const interfacesOfDefinitions = new WeakMap<TypeDefinition, readonly NamedType[]>();

/** The direct base class; `object` ends the chain, an interface has none. */
export function baseType(type: Type): NamedType | undefined {
  switch (type.kind) {
    case 'named':
      return type.definition.base === undefined ? undefined : constructed(type.definition.base, type);
    case 'array':
      return wellKnown('System.Array');
    case 'anonymous':
    case 'type-parameter':
      return special('object');
    default:
      return undefined;
  }
}

/** All base classes, nearest first. */
export function baseTypes(type: Type): readonly NamedType[] {
  const bases: NamedType[] = [];
  for (let base = baseType(type); base !== undefined; base = baseType(base)) bases.push(base);
  return bases;
}

/** All interfaces that a value of the type has, those of its bases included. */
export function allInterfaces(type: Type): readonly NamedType[] {
  if (type.kind === 'named') return interfacesOfDefinition(type.definition).map((each) => constructed(each, type));
  if (type.kind !== 'array') return [];
  const generic = type.rank === 1 ? ARRAY_INTERFACES.map((name) => wellKnown(name, [type.element])) : [];
  return [...generic, ...interfacesOfDefinition(wellKnown('System.Array').definition)];
}

/** The constructions of one interface that a value of the type has; several for a JObject as IEnumerable<>. */
export function interfacesOf(type: Type, definition: TypeDefinition): readonly NamedType[] {
  if (type.kind !== 'named') return allInterfaces(type).filter((each) => each.definition === definition);
  const found = interfacesOfDefinition(type.definition).filter((each) => each.definition === definition);
  return type.typeArguments.length === 0 ? found : found.map((each) => constructed(each, type));
}

function interfacesOfDefinition(definition: TypeDefinition): readonly NamedType[] {
  const known = interfacesOfDefinitions.get(definition);
  if (known !== undefined) return known;
  const all: NamedType[] = [];
  const add = (candidate: NamedType): void => {
    if (!all.some((each) => each.definition === candidate.definition && sameType(each, candidate))) all.push(candidate);
  };
  for (const each of definition.interfaces) {
    add(each);
    for (const inherited of interfacesOfDefinition(each.definition)) add(constructed(inherited, each));
  }
  if (definition.base !== undefined) for (const inherited of allInterfaces(definition.base)) add(inherited);
  interfacesOfDefinitions.set(definition, all);
  return all;
}

/** A type written in terms of the parameters of `within`, with the arguments of `within`. */
function constructed(type: NamedType, within: NamedType): NamedType {
  if (within.typeArguments.length === 0 || type.typeArguments.length === 0) return type;
  return { ...type, typeArguments: type.typeArguments.map((argument) => substitute(argument, { type: within.typeArguments })) };
}

/** Whether a class or interface definition is a base or an interface of another. */
export function isDerivedFrom(definition: TypeDefinition, base: TypeDefinition): boolean {
  if (definition === base) return false;
  for (let each = definition.base; each !== undefined; each = each.definition.base) if (each.definition === base) return true;
  if (base.kind === 'interface') return interfacesOfDefinition(definition).some((each) => each.definition === base);
  return definition.kind === 'interface' && isObject(base);
}

function isObject(definition: TypeDefinition): boolean {
  return definition === special('object').definition;
}

/** The constructions of a generic type among a type, its bases and its interfaces: of `List<int>` as IEnumerable<> `IEnumerable<int>`. */
export function constructionsOf(type: Type, definition: TypeDefinition): readonly NamedType[] {
  if (type.kind === 'named' && type.definition === definition) return [type];
  if (definition.kind !== 'interface') return baseTypes(type).filter((each) => each.definition === definition).slice(0, 1);
  return interfacesOf(type, definition);
}

/** The types whose members a value of the type has, most derived first. */
export function memberTypes(type: Type): readonly NamedType[] {
  const self = type.kind === 'named' ? [type] : [];
  if (isInterface(type)) return [...self, ...allInterfaces(type), special('object')];
  return [...self, ...baseTypes(type)];
}
