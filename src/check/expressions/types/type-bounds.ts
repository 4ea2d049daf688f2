/** What is known of the type parameters while the type arguments of a call are found: bounds, and in the end the types (ECMA-334 §11.6.3.9–§11.6.3.12). */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { NamedType, Type } from '../../../catalog/expressions/type.js';
import { typeConversion } from './conversions.js';
import { isUnknown, sameType } from './identity.js';
import { isReferenceType, nullableUnderlying } from './kinds.js';
import { constructionsOf, interfacesOf } from './supertypes.js';

type Direction = 'exact' | 'lower' | 'upper';
/** What a bound of an argument of a generic type is, when the whole is a lower or upper bound, by the variance of the parameter. */
const BY_VARIANCE: Readonly<Record<'lower' | 'upper', Readonly<Record<'in' | 'out', Direction>>>> = {
  lower: { out: 'lower', in: 'upper' },
  upper: { out: 'upper', in: 'lower' },
};

interface Bounds {
  readonly exact: Type[];
  readonly lower: Type[];
  readonly upper: Type[];
  /** Something that is not known bounds it. */
  isUncertain: boolean;
}

export class BoundSet {
  readonly #bounds: readonly Bounds[];
  readonly #fixed: (Type | undefined)[];

  constructor(count: number) {
    this.#bounds = Array.from({ length: count }, () => ({ exact: [], lower: [], upper: [], isUncertain: false }));
    this.#fixed = new Array<Type | undefined>(count).fill(undefined);
  }

  exact(from: Type, to: Type): void {
    this.#infer('exact', from, to);
  }
  lower(from: Type, to: Type): void {
    this.#infer('lower', from, to);
  }

  /** By ordinal; those that are not fixed are undefined. */
  known(): readonly (Type | undefined)[] {
    return this.#fixed;
  }
  fixed(): readonly Type[] {
    return this.#fixed.map((type) => type ?? UNKNOWN);
  }
  isFixed(ordinal: number): boolean {
    return this.#fixed[ordinal] !== undefined;
  }
  areAllFixed(): boolean {
    return this.#fixed.every((type) => type !== undefined);
  }
  unfixed(): readonly number[] {
    return this.#fixed.flatMap((type, ordinal) => (type === undefined ? [ordinal] : []));
  }
  has(ordinal: number): boolean {
    const bounds = this.#bounds[ordinal];
    return bounds !== undefined && (bounds.isUncertain || bounds.exact.length + bounds.lower.length + bounds.upper.length > 0);
  }

  /** The type parameters of the method that a type mentions. */
  mentionedIn(type: Type): readonly number[] {
    return [...new Set(ordinalsIn(type))].filter((ordinal) => ordinal < this.#fixed.length);
  }
  unfixedIn(type: Type): readonly number[] {
    return this.mentionedIn(type).filter((ordinal) => !this.isFixed(ordinal));
  }

  /** Settles a type parameter on the one bound that fits all others; false when there is none. */
  fix(ordinal: number): boolean {
    const bounds = this.#bounds[ordinal];
    if (bounds === undefined) return false;
    const type = bounds.isUncertain ? UNKNOWN : bestBound(bounds);
    if (type === undefined) return false;
    this.#fixed[ordinal] = type;
    return true;
  }

  #infer(direction: Direction, from: Type, to: Type): void {
    if (isUnknown(from)) {
      for (const ordinal of this.unfixedIn(to)) this.#markUncertain(ordinal);
      return;
    }
    if (to.kind === 'type-parameter') {
      if (to.owner === 'method' && !this.isFixed(to.ordinal)) this.#add(direction, to.ordinal, from);
      return;
    }
    if (this.unfixedIn(to).length === 0) return;
    if (direction === 'upper') this.#inferUpper(from, to);
    else if (to.kind === 'array') this.#inferArray(direction, from, to.element, to.rank);
    else if (to.kind === 'named') this.#inferNamed(direction, from, to);
  }

  #inferArray(direction: 'exact' | 'lower', from: Type, element: Type, rank: number): void {
    if (from.kind === 'array' && from.rank === rank) this.#infer(direction === 'lower' && isReferenceType(from.element) ? 'lower' : 'exact', from.element, element);
  }

  #inferNamed(direction: 'exact' | 'lower', from: Type, to: NamedType): void {
    const target = nullableUnderlying(to);
    if (target !== undefined) {
      const source = nullableUnderlying(from);
      if (source !== undefined) this.#infer(direction, source, target);
      return;
    }
    if (direction === 'exact') {
      if (from.kind === 'named' && from.definition === to.definition) this.#inferEach(from, to, () => 'exact');
      return;
    }
    const [element] = to.typeArguments;
    if (from.kind === 'array' && element !== undefined && to.typeArguments.length === 1 && isListOf(from, to)) {
      this.#infer(isReferenceType(from.element) ? 'lower' : 'exact', from.element, element);
      return;
    }
    const source = only(constructionsOf(from, to.definition));
    if (source !== undefined) this.#inferEach(source, to, (argument, index) => directionOf('lower', argument, to, index));
  }

  /** A type to which what is found must convert: the parameter of a delegate that takes it. */
  #inferUpper(from: Type, to: Type): void {
    if (to.kind === 'array') {
      const element = elementOf(from, to.rank);
      if (element !== undefined) this.#infer(isReferenceType(element) ? 'upper' : 'exact', element, to.element);
      return;
    }
    if (to.kind !== 'named' || from.kind !== 'named') return;
    const [source, target] = [nullableUnderlying(from), nullableUnderlying(to)];
    if (source !== undefined && target !== undefined) this.#infer('upper', source, target);
    else {
      const construction = only(constructionsOf(to, from.definition));
      if (construction !== undefined) this.#inferEach(from, construction, (argument, index) => directionOf('upper', argument, from, index));
    }
  }

  #inferEach(from: NamedType, to: NamedType, direction: (argument: Type, index: number) => Direction): void {
    from.typeArguments.forEach((argument, index) => {
      const target = to.typeArguments[index];
      if (target !== undefined) this.#infer(direction(argument, index), argument, target);
    });
  }

  #add(direction: Direction, ordinal: number, type: Type): void {
    const bounds = this.#bounds[ordinal];
    if (bounds !== undefined && !bounds[direction].some((each) => sameType(each, type))) bounds[direction].push(type);
  }

  #markUncertain(ordinal: number): void {
    const bounds = this.#bounds[ordinal];
    if (bounds !== undefined) bounds.isUncertain = true;
  }
}

function directionOf(whole: 'lower' | 'upper', argument: Type, generic: NamedType, index: number): Direction {
  const variance = generic.definition.typeParameters[index]?.variance;
  return variance === undefined || !isReferenceType(argument) ? 'exact' : BY_VARIANCE[whole][variance];
}

function isListOf(array: Type, list: NamedType): boolean {
  return list.typeArguments.length === 1 && interfacesOf(array, list.definition).length > 0;
}

/** The element of an array, or of the one list type that an array could be. */
function elementOf(type: Type, rank: number): Type | undefined {
  if (type.kind === 'array') return type.rank === rank ? type.element : undefined;
  if (type.kind !== 'named' || rank !== 1) return undefined;
  const [element] = type.typeArguments;
  return element !== undefined && type.typeArguments.length === 1 && isListOf({ kind: 'array', element, rank: 1 }, type) ? element : undefined;
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function ordinalsIn(type: Type): readonly number[] {
  switch (type.kind) {
    case 'type-parameter':
      return type.owner === 'method' ? [type.ordinal] : [];
    case 'named':
      return type.typeArguments.flatMap(ordinalsIn);
    case 'array':
      return ordinalsIn(type.element);
    case 'anonymous':
      return type.properties.flatMap((property) => ordinalsIn(property.type));
    default:
      return [];
  }
}

/** The bound that is the same as every exact one, that every lower one converts to, that converts to every upper one and to which the other such ones convert. */
function bestBound({ exact, lower, upper }: Bounds): Type | undefined {
  const all = [...exact, ...lower, ...upper];
  const distinct = all.filter((type, index) => all.findIndex((each) => sameType(each, type)) === index);
  const possible = distinct.filter((type) => exact.every((bound) => sameType(bound, type)) && lower.every((bound) => converts(bound, type)) && upper.every((bound) => converts(type, bound)));
  return only(possible.filter((type) => possible.every((other) => converts(other, type))));
}

function converts(from: Type, to: Type): boolean {
  return typeConversion(from, to) !== undefined;
}
