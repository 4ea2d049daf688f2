/**
 * Reads the signatures of the type table. A type is its number in base 36, `!0` and `?0` are the type's and the method's own parameters:
 * `s<T>(4<?0> values,5 name=)5` is a static `string M<T>(IEnumerable<T> values, string name = …)`.
 */
import type { Field, Member, Method, ParameterDefinition, Property, Type, TypeDefinition, TypeParameterConstraints, TypeParameterDefinition } from './type.js';

export type TypeAt = (number: number) => TypeDefinition;

const BASE = 36;
const [ZERO, NINE, SMALL_A, SMALL_Z] = [0x30, 0x39, 0x61, 0x7a];
const AFTER_NAME: ReadonlySet<string | undefined> = new Set([',', ')', '=', undefined]);
const MODIFIERS: Readonly<Record<string, 'ref' | 'out' | 'params'>> = { '&': 'ref', '^': 'out', '*': 'params' };
const VARIANCES: Readonly<Record<string, 'in' | 'out'>> = { '-': 'in', '+': 'out' };
const UNBOUND: TypeParameterConstraints = { isClass: false, isStruct: false, hasConstructor: false, types: [] };

/** The first letter of a method. */
const METHODS: Readonly<Record<string, Pick<Method, 'isStatic' | 'isExtension' | 'isOverride'>>> = {
  m: { isStatic: false, isExtension: false, isOverride: false },
  o: { isStatic: false, isExtension: false, isOverride: true },
  s: { isStatic: true, isExtension: false, isOverride: false },
  x: { isStatic: true, isExtension: true, isOverride: false },
};
const PROPERTIES: Readonly<Record<string, Pick<Property, 'isStatic' | 'canRead' | 'canWrite'>>> = {
  r: { isStatic: false, canRead: true, canWrite: false },
  w: { isStatic: false, canRead: false, canWrite: true },
  p: { isStatic: false, canRead: true, canWrite: true },
  R: { isStatic: true, canRead: true, canWrite: false },
  W: { isStatic: true, canRead: false, canWrite: true },
  P: { isStatic: true, canRead: true, canWrite: true },
};
const FIELDS: Readonly<Record<string, Pick<Field, 'isStatic' | 'isReadOnly'>>> = {
  f: { isStatic: false, isReadOnly: false },
  g: { isStatic: false, isReadOnly: true },
  F: { isStatic: true, isReadOnly: false },
  G: { isStatic: true, isReadOnly: true },
  C: { isStatic: true, isReadOnly: true },
};

/** @param name of the member @param text its signature in the table */
export function readMember(name: string, text: string, declaringType: TypeDefinition, typeAt: TypeAt): Member {
  return new SignatureReader(text, declaringType.typeParameters, typeAt).member(name, declaringType);
}

/** The parameters of a type as its head has them: `+T,-U:0C;5`. */
export function readTypeParameters(text: string, typeAt: TypeAt): readonly TypeParameterDefinition[] {
  return text === '' ? [] : new SignatureReader(text, [], typeAt).ofType();
}

/** The types of a list, `1,5<!0>`, that stands in the head of a type. */
export function readTypes(text: string, owner: readonly TypeParameterDefinition[], typeAt: TypeAt): readonly Type[] {
  return text === '' ? [] : new SignatureReader(text, owner, typeAt).types();
}

class SignatureReader {
  private at = 0;
  private ofMethod: readonly string[] = [];
  private ofOwner: readonly string[];

  constructor(
    private readonly text: string,
    owner: readonly TypeParameterDefinition[],
    private readonly typeAt: TypeAt,
  ) {
    this.ofOwner = owner.map(({ name }) => name);
  }

  member(name: string, declaringType: TypeDefinition): Member {
    const letter = this.next();
    const method = METHODS[letter];
    if (method !== undefined) return this.method(name, declaringType, method);
    const property = PROPERTIES[letter];
    if (property !== undefined) return this.property(name, declaringType, property);
    const field = FIELDS[letter];
    if (field === undefined) throw new Error(`no member starts with ${letter}: ${this.text}`);
    const type = this.type();
    return { kind: 'field', name, declaringType, ...field, type, ...(letter === 'C' ? { constant: this.constant() } : {}) };
  }

  ofType(): TypeParameterDefinition[] {
    const marked = this.upTo(':').split(',');
    this.ofOwner = marked.map((name) => name.replace(/^[+-]/u, ''));
    const constraints = this.constraints();
    return this.ofOwner.map((name, index) => {
      const variance = VARIANCES[marked[index]?.charAt(0) ?? ''];
      return { name, ...(variance === undefined ? {} : { variance }), constraints: constraints.get(index) ?? UNBOUND };
    });
  }

  types(): Type[] {
    const types = [this.type()];
    while (this.skip(',')) types.push(this.type());
    return types;
  }

  private method(name: string, declaringType: TypeDefinition, traits: Pick<Method, 'isStatic' | 'isExtension' | 'isOverride'>): Method {
    if (this.skip('<')) {
      this.ofMethod = this.upTo('>').split(',');
      this.skip('>');
    }
    const parameters = this.parameters();
    const returnType = this.type();
    const constraints = this.constraints();
    const typeParameters = this.ofMethod.map((parameter, index) => ({ name: parameter, constraints: constraints.get(index) ?? UNBOUND }));
    return { kind: 'method', name, declaringType, ...traits, typeParameters, parameters, returnType, ...this.facts() };
  }

  private property(name: string, declaringType: TypeDefinition, traits: Pick<Property, 'isStatic' | 'canRead' | 'canWrite'>): Property {
    const parameters = this.text[this.at] === '(' ? this.parameters() : [];
    return { kind: 'property', name, declaringType, ...traits, parameters, type: this.type(), ...this.facts() };
  }

  private parameters(): ParameterDefinition[] {
    this.skip('(');
    const parameters: ParameterDefinition[] = [];
    while (!this.skip(')')) {
      const modifier = MODIFIERS[this.text[this.at] ?? ''];
      if (modifier !== undefined) this.at++;
      const type = this.type();
      this.skip(' ');
      const name = this.parameterName();
      parameters.push({ name, type, ...(modifier === undefined ? {} : { modifier }), isOptional: this.skip('=') });
      this.skip(',');
    }
    return parameters;
  }

  private type(): Type {
    let type: Type = this.parameterOrNamed();
    while (this.skip('[')) {
      let rank = 1;
      while (this.skip(',')) rank++;
      this.skip(']');
      type = { kind: 'array', element: type, rank };
    }
    return type;
  }

  private parameterOrNamed(): Type {
    if (this.skip('!')) return this.parameter('type', this.ofOwner);
    if (this.skip('?')) return this.parameter('method', this.ofMethod);
    const definition = this.typeAt(this.number());
    if (!this.skip('<')) return { kind: 'named', definition, typeArguments: [] };
    const typeArguments = this.types();
    this.skip('>');
    return { kind: 'named', definition, typeArguments };
  }

  private parameter(owner: 'type' | 'method', names: readonly string[]): Type {
    const ordinal = Number.parseInt(this.next(), BASE);
    return { kind: 'type-parameter', name: names[ordinal] ?? '', ordinal, owner };
  }

  /** `:0CN;5;7` for each parameter that is bound. */
  private constraints(): ReadonlyMap<number, TypeParameterConstraints> {
    const constraints = new Map<number, TypeParameterConstraints>();
    while (this.skip(':')) {
      const ordinal = Number.parseInt(this.next(), BASE);
      const isClass = this.skip('C');
      const isStruct = this.skip('S');
      const hasConstructor = this.skip('N');
      const types: Type[] = [];
      while (this.skip(';')) types.push(this.type());
      constraints.set(ordinal, { isClass, isStruct, hasConstructor, types });
    }
    return constraints;
  }

  private facts(): { readonly mayBeNull?: true; readonly undocumented?: true } {
    if (!this.skip('~')) return {};
    return { ...(this.skip('n') ? { mayBeNull: true } : {}), ...(this.skip('u') ? { undocumented: true } : {}) };
  }

  private constant(): NonNullable<Field['constant']> | null {
    const text = this.text.slice(this.at + 1);
    if (/^-?\d+n$/u.test(text)) return BigInt(text.slice(0, -1));
    if (/^-?Infinity$|^NaN$/u.test(text)) return Number(text);
    return JSON.parse(text);
  }

  private number(): number {
    let number = 0;
    for (let digit = digitAt(this.text, this.at); digit >= 0; digit = digitAt(this.text, ++this.at)) number = number * BASE + digit;
    return number;
  }

  private parameterName(): string {
    const start = this.at;
    while (!AFTER_NAME.has(this.text[this.at])) this.at++;
    return this.text.slice(start, this.at);
  }

  /** What stands before a character, or to the end. */
  private upTo(character: string): string {
    const start = this.at;
    const end = this.text.indexOf(character, start);
    this.at = end < 0 ? this.text.length : end;
    return this.text.slice(start, this.at);
  }

  private next(): string {
    return this.text[this.at++] ?? '';
  }

  private skip(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }
}

/** In base 36; -1 for what is no digit. */
function digitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= ZERO && code <= NINE) return code - ZERO;
  return code >= SMALL_A && code <= SMALL_Z ? code - SMALL_A + 10 : -1;
}
