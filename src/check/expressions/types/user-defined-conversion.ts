/** Conversions that types define themselves, as JToken, XAttribute and DateTimeOffset do (ECMA-334 §10.5; the lifting is Roslyn's). */
import type { Method, NamedType, Type, TypeDefinition } from '../../../catalog/expressions/type.js';
import type { Conversion } from './conversion.js';
import { nullableOf } from './core.js';
import { hasStandardExplicit } from './standard-explicit-conversion.js';
import { sameType, sameTypes } from './identity.js';
import { canBeNull, isInterface, isNonNullableValueType, isNullable, keywordOf, nullableUnderlying, withoutNullable } from './kinds.js';
import { narrows } from './numeric.js';
import type { Operand } from './operand.js';
import { remembered } from './remembered.js';
import { standardConversion } from './standard-conversion.js';
import { substituteMember } from './substitute.js';

/** An operator that applies, with the types it converts from and to once lifted. */
interface Applicable {
  readonly method: Method;
  readonly from: Type;
  readonly to: Type;
}

interface Operators {
  readonly implicit: readonly Method[];
  /** Implicit and explicit. */
  readonly all: readonly Method[];
}
const NONE: readonly Method[] = [];
const operators = new WeakMap<TypeDefinition, Operators>();

/** The user-defined implicit conversion of an operand of type `from`; absent when no operator, or no single best one, applies. */
export function userDefinedImplicit(operand: Operand | undefined, from: Type, to: Type): Conversion | undefined {
  return isNumber(operand) ? findImplicit(operand, from, to) : implicitOfType(from, to);
}

/** Whether it may convert otherwise than other operands of its type do. */
function isNumber(operand: Operand | undefined): boolean {
  return operand?.kind === 'value' && (typeof operand.constant === 'number' || typeof operand.constant === 'bigint');
}

const implicitOfType = remembered((from, to) => findImplicit(undefined, from, to));
const explicitOfType = remembered((from, to) => findExplicit(undefined, from, to));

function findImplicit(operand: Operand | undefined, from: Type, to: Type): Conversion | undefined {
  if (isInterface(from) || isInterface(to)) return undefined;
  const applicable = operatorsBetween(from, to, 'implicit').flatMap((method): Applicable[] => {
    const source = method.parameters[0]?.type;
    if (source === undefined) return [];
    const target = method.returnType;
    if (encompasses(operand, from, source) && encompasses(undefined, target, to)) return [{ method, from: source, to: target }];
    if (!isNullable(from) || !isNonNullableValueType(source) || !canBeNull(to)) return [];
    const liftedTo = isNonNullableValueType(target) ? nullableOf(target) : target;
    const liftedFrom = nullableOf(source);
    return encompasses(undefined, from, liftedFrom) && encompasses(undefined, liftedTo, to) ? [{ method, from: liftedFrom, to: liftedTo }] : [];
  });
  if (applicable.length === 0) return undefined;
  const source = applicable.map((each) => each.from).find((type) => sameType(type, from)) ?? mostEncompassed(applicable.map((each) => each.from));
  const target = applicable.map((each) => each.to).find((type) => sameType(type, to)) ?? mostEncompassing(applicable.map((each) => each.to));
  return chosen(applicable, source, target);
}

/** The user-defined conversion that a cast uses, explicit or implicit. */
export function userDefinedExplicit(operand: Operand | undefined, from: Type, to: Type): Conversion | undefined {
  return isNumber(operand) ? findExplicit(operand, from, to) : explicitOfType(from, to);
}

function findExplicit(operand: Operand | undefined, from: Type, to: Type): Conversion | undefined {
  if (isInterface(from) || isInterface(to)) return undefined;
  const applicable = operatorsBetween(from, to, 'all').flatMap((method) => explicitlyApplicable(operand, from, to, method));
  if (applicable.length === 0) return undefined;
  return chosen(applicable, explicitSource(operand, from, applicable), explicitTarget(to, applicable));
}

function explicitlyApplicable(operand: Operand | undefined, from: Type, to: Type, method: Method): Applicable[] {
  const source = method.parameters[0]?.type;
  if (source === undefined) return [];
  const target = method.returnType;
  const takes = isRelated(operand, from, source) || isRelated(undefined, nullableUnderlying(from) ?? from, source);
  const gives = isRelated(undefined, target, to) || isRelated(undefined, target, nullableUnderlying(to) ?? to);
  if (!takes || !gives) return [];
  const isLifted = isNullable(from) && isNonNullableValueType(source) && canBeNull(to);
  const lift = (type: Type, does: boolean): Type => (does && isNonNullableValueType(type) ? nullableOf(type) : type);
  return [{ method, from: lift(source, isNullable(from)), to: lift(target, isLifted || isNullable(to)) }];
}

function explicitSource(operand: Operand | undefined, from: Type, applicable: readonly Applicable[]): Type | undefined {
  const sources = applicable.map((each) => each.from);
  const exact = sources.find((type) => sameType(type, from));
  if (exact !== undefined) return exact;
  const wider = sources.filter((type) => encompasses(operand, from, type));
  return wider.length > 0 ? mostEncompassed(wider) : mostEncompassing(sources);
}

function explicitTarget(to: Type, applicable: readonly Applicable[]): Type | undefined {
  const targets = applicable.map((each) => each.to);
  const exact = targets.find((type) => sameType(type, to));
  if (exact !== undefined) return exact;
  const narrower = targets.filter((type) => encompasses(undefined, type, to));
  return narrower.length > 0 ? mostEncompassing(narrower) : mostEncompassed(targets);
}

/** The operators that source and target and their base classes declare, with their type arguments. */
function operatorsBetween(from: Type, to: Type, which: 'implicit' | 'all'): readonly Method[] {
  const ofSource = operatorsOf(withoutNullable(from), which);
  const ofTarget = operatorsOf(withoutNullable(to), which);
  if (ofSource.length === 0) return ofTarget;
  const further = ofTarget.filter((method) => !ofSource.some((other) => isSame(other, method)));
  return further.length === 0 ? ofSource : [...ofSource, ...further];
}

function operatorsOf(type: Type, which: 'implicit' | 'all'): readonly Method[] {
  if (type.kind !== 'named' || keywordOf(type) !== undefined) return NONE;
  const declared = declaredOperators(type.definition)[which];
  return type.typeArguments.length === 0 ? declared : declared.map((method) => substituteMember(method, { type: type.typeArguments }));
}

/** Those of a definition and its bases, in terms of its own type parameters. */
function declaredOperators(definition: TypeDefinition): Operators {
  const known = operators.get(definition);
  if (known !== undefined) return known;
  const inherited = definition.base === undefined ? undefined : operatorsOfBase(definition.base);
  const own = (name: string): Method[] => (definition.members.get(name) ?? []).filter((member) => member.kind === 'method');
  const implicit = [...own('op_Implicit'), ...inherited?.implicit ?? []];
  const found = { implicit, all: [...own('op_Implicit'), ...own('op_Explicit'), ...inherited?.all ?? []] };
  operators.set(definition, found);
  return found;
}

function operatorsOfBase(base: NamedType): Operators {
  const { implicit, all } = declaredOperators(base.definition);
  const constructed = (method: Method): Method => substituteMember(method, { type: base.typeArguments });
  return { implicit: implicit.map(constructed), all: all.map(constructed) };
}

function isSame(a: Method, b: Method): boolean {
  return (a.original ?? a) === (b.original ?? b) && sameType(a.returnType, b.returnType) && sameTypes(a.parameters.map((each) => each.type), b.parameters.map((each) => each.type));
}

/** Whether `to` encompasses `from`: a standard implicit conversion exists, and neither is an interface. */
function encompasses(operand: Operand | undefined, from: Type, to: Type): boolean {
  if (isInterface(from) || isInterface(to)) return false;
  return standardConversion(from, to) !== undefined || (operand !== undefined && narrows(operand, to));
}

/** Whether one encompasses the other, or a standard explicit conversion leads from one to the other. */
function isRelated(operand: Operand | undefined, from: Type, to: Type): boolean {
  if (isInterface(from) || isInterface(to)) return false;
  return encompasses(operand, from, to) || hasStandardExplicit(from, to);
}

/** The type that converts to all others. */
function mostEncompassed(types: readonly Type[]): Type | undefined {
  return only(types.filter((type) => types.every((other) => sameType(type, other) || encompasses(undefined, type, other))));
}
/** The type that all others convert to. */
function mostEncompassing(types: readonly Type[]): Type | undefined {
  return only(types.filter((type) => types.every((other) => sameType(type, other) || encompasses(undefined, other, type))));
}
function only(types: readonly Type[]): Type | undefined {
  const [first] = types;
  return first !== undefined && types.every((type) => sameType(type, first)) ? first : undefined;
}

function chosen(applicable: readonly Applicable[], from: Type | undefined, to: Type | undefined): Conversion | undefined {
  if (from === undefined || to === undefined) return undefined;
  const exact = applicable.filter((each) => sameType(each.from, from) && sameType(each.to, to));
  const fewest = Math.min(...exact.map(liftings));
  const [method, ...others] = exact.filter((each) => liftings(each) === fewest).map((each) => each.method);
  return method === undefined || others.length > 0 ? undefined : { kind: 'user-defined', method };
}

/** How many of the operator's two types became `T?` to apply. */
function liftings({ method, from, to }: Applicable): number {
  const declared = method.parameters[0]?.type ?? from;
  return (sameType(declared, from) ? 0 : 1) + (sameType(method.returnType, to) ? 0 : 1);
}
