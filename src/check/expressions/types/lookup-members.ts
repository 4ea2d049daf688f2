/** Looking up members of a type by name, as `a.b`, `a[i]`, `new T()` and a delegate's call do. */
import type { Member, Method, NamedType, Property, Type, TypeDefinition } from '../../../catalog/expressions/type.js';
import { isNamed, sameType } from './identity.js';
import { isDelegate, isOpaque } from './kinds.js';
import { substituteMember } from './substitute.js';
import { baseType, isDerivedFrom, memberTypes } from './supertypes.js';

const NONE: readonly Member[] = [];
const cache = new WeakMap<TypeDefinition | NamedType, Map<string, readonly Member[]>>();
const introducers = new WeakMap<Member, TypeDefinition>();

/** Whether the library knows every member of the type; where it does not, a member that is not found is no mistake. */
export function membersAreKnown(type: Type): boolean {
  return !isOpaque(type) && memberTypes(type).every((each) => each.definition.hasMembers);
}

/**
 * The members of this name that a value of the type has (static ones included), in terms of its type arguments: all overloads, without those that a more
 * derived type overrides or hides. Several that are no methods come from unrelated interfaces and are ambiguous. An array has the members of System.Array;
 * the properties of an anonymous type are in the type itself and not found here.
 */
export function lookupMembers(type: Type, name: string): readonly Member[] {
  if (type.kind !== 'named') {
    const base = baseType(type);
    return base === undefined ? NONE : lookupMembers(base, name);
  }
  return type.typeArguments.length === 0 ? membersOfDefinition(type.definition, name) : membersOfConstruction(type, name);
}

function membersOfDefinition(definition: TypeDefinition, name: string): readonly Member[] {
  return remembered(definition, name, () => collect(definition, name));
}

function membersOfConstruction(type: NamedType, name: string): readonly Member[] {
  return remembered(type, name, () => membersOfDefinition(type.definition, name).map((member) => substituteMember(member, { type: type.typeArguments })));
}

function remembered(holder: TypeDefinition | NamedType, name: string, find: () => readonly Member[]): readonly Member[] {
  let byName = cache.get(holder);
  if (byName === undefined) cache.set(holder, (byName = new Map<string, readonly Member[]>()));
  let members = byName.get(name);
  if (members === undefined) byName.set(name, (members = find()));
  return members;
}

function collect(definition: TypeDefinition, name: string): readonly Member[] {
  const self: NamedType = {
    kind: 'named', definition, typeArguments: definition.typeParameters.map((parameter, ordinal) => ({ kind: 'type-parameter', name: parameter.name, ordinal, owner: 'type' })),
  };
  const found: Member[] = [];
  for (const level of memberTypes(self)) {
    for (const declared of level.definition.members.get(name) ?? NONE) {
      const member = level === self ? declared : substituteMember(declared, { type: level.typeArguments });
      if (!found.some((nearer) => hides(nearer, member))) found.push(member);
    }
  }
  return found;
}

/** Whether a member of a more derived type hides one of a base: by its name or, for methods and indexers, by its signature. */
function hides(nearer: Member, farther: Member): boolean {
  if (!isDerivedFrom(nearer.declaringType, farther.declaringType)) return false;
  return !isOverloadable(nearer) || !isOverloadable(farther) || sameSignature(nearer, farther);
}

function isOverloadable(member: Member): member is Method | Property {
  return member.kind === 'method' || (member.kind === 'property' && member.parameters.length > 0);
}

function sameSignature(a: Method | Property, b: Method | Property): boolean {
  return a.kind === b.kind && arity(a) === arity(b) && a.parameters.length === b.parameters.length
    && a.parameters.every((parameter, index) => {
      const other = b.parameters[index];
      return other !== undefined && isByReference(parameter.modifier) === isByReference(other.modifier) && sameType(parameter.type, other.type);
    });
}

function isOverride(member: Method | Property): boolean {
  return member.kind === 'method' && member.isOverride;
}
function arity(member: Method | Property): number {
  return member.kind === 'method' ? member.typeParameters.length : 0;
}
function isByReference(modifier: 'ref' | 'out' | 'params' | undefined): boolean {
  return modifier === 'ref' || modifier === 'out';
}

/** The type that first declared the method: an override counts as a member of the base it overrides. */
export function introducedBy(member: Method | Property): TypeDefinition {
  const declared = member.original ?? member;
  const known = introducers.get(declared);
  if (known !== undefined) return known;
  let introducer = declared.declaringType;
  for (let base = isOverride(declared) ? introducer.base : undefined; base !== undefined; base = base.definition.base) {
    const { typeArguments } = base;
    const overridden = (base.definition.members.get(declared.name) ?? NONE)
      .some((each) => isOverloadable(each) && sameSignature(declared, substituteMember(each, { type: typeArguments })));
    if (overridden) introducer = base.definition;
  }
  introducers.set(declared, introducer);
  return introducer;
}

/** The indexers of the type; none for an array, whose elements the language itself reads. */
export function indexersOf(type: Type): readonly Property[] {
  return lookupMembers(type, 'Item').filter((member): member is Property => member.kind === 'property' && member.parameters.length > 0);
}

/** The public constructors; a struct also has the one without parameters. */
export function constructorsOf(type: NamedType): readonly Method[] {
  const declared = (type.definition.members.get('.ctor') ?? NONE).filter((member): member is Method => member.kind === 'method' && !member.isStatic);
  const own = declared.map((constructor) => substituteMember(constructor, { type: type.typeArguments }));
  if (type.definition.kind !== 'struct' || own.some((constructor) => constructor.parameters.length === 0)) return own;
  return [{
    kind: 'method', name: '.ctor', declaringType: type.definition, isStatic: false, isExtension: false, isOverride: false, typeParameters: [], parameters: [], returnType: type,
  }, ...own];
}

/** What calling a value of the delegate type takes and gives; of `Expression<D>` that of D. */
export function delegateInvoke(type: Type): Method | undefined {
  if (type.kind === 'named' && isNamed(type, 'System.Linq.Expressions.Expression', 1)) {
    const [quoted] = type.typeArguments;
    return quoted === undefined ? undefined : delegateInvoke(quoted);
  }
  if (!isDelegate(type)) return undefined;
  const [invoke] = lookupMembers(type, 'Invoke');
  return invoke?.kind === 'method' ? invoke : undefined;
}
