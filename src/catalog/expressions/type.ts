/**
 * The types of C# expressions as the gateway's compiler sees them: .NET Framework, Newtonsoft.Json and APIM's own.
 * Source: schemas/expressions (made from reference assemblies), reference/expressions.md §2.
 */
export type Type = NamedType | ArrayType | TypeParameter | AnonymousType | DynamicType | UnknownType;

/** A class, struct, interface, enum or delegate with its type arguments; `int?` is System.Nullable<int>, `void` is System.Void. */
export interface NamedType {
  readonly kind: 'named';
  readonly definition: TypeDefinition;
  readonly typeArguments: readonly Type[];
  /** Names of the elements of a System.ValueTuple, where the code gives them. */
  readonly elementNames?: readonly (string | undefined)[];
}
export interface ArrayType {
  readonly kind: 'array';
  readonly element: Type;
  readonly rank: number;
}
/** `T`, numbered within its declaring type or method. */
export interface TypeParameter {
  readonly kind: 'type-parameter';
  readonly name: string;
  readonly ordinal: number;
  readonly owner: 'type' | 'method';
}
export interface AnonymousType {
  readonly kind: 'anonymous';
  readonly properties: readonly { readonly name: string; readonly type: Type }[];
}
export interface DynamicType {
  readonly kind: 'dynamic';
}
/** What nothing is known of: behind a mistake already reported, `{{a named value}}`, a type whose members the library does not hold. */
export interface UnknownType {
  readonly kind: 'unknown';
}

export type TypeDefinitionKind = 'class' | 'struct' | 'interface' | 'enum' | 'delegate';

export interface TypeDefinition {
  /** Namespace, containing types and name with dots and without arity: `System.Collections.Generic.Dictionary`. */
  readonly name: string;
  /** Number of type parameters of its own: 0 for `Dictionary<TKey, TValue>.KeyCollection`. */
  readonly arity: number;
  readonly kind: TypeDefinitionKind;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isSealed: boolean;
  /** Those of the containing types first; a NamedType has as many arguments. */
  readonly typeParameters: readonly TypeParameterDefinition[];
  /** Absent for `object` and interfaces. */
  readonly base: NamedType | undefined;
  /** All interfaces, inherited ones included, in terms of its own type parameters. */
  readonly interfaces: readonly NamedType[];
  /** Public members that this type itself declares; constructors under `.ctor`, indexers under `Item`, operators under `op_Addition` and the like. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
  /** `false` for a type of which only the name is known: its members, bases and interfaces are unknown. */
  readonly hasMembers: boolean;
  /** The integer type of an enum. */
  readonly underlying: NamedType | undefined;
  /** What APIM lets an expression use of it; `none` for a type that is not on the list. */
  readonly allowed: AllowedMembers;
}

export interface TypeParameterDefinition {
  readonly name: string;
  readonly variance?: 'in' | 'out';
  readonly constraints: TypeParameterConstraints;
}
export interface TypeParameterConstraints {
  readonly isClass: boolean;
  readonly isStruct: boolean;
  readonly hasConstructor: boolean;
  readonly types: readonly Type[];
}

/**
 * All members, all but some, only some, or none. `Create()` among the exceptions is the overload without parameters. `inferred`: no source says
 * it of the exceptions. Source: schemas/expressions/allowed-types.json.
 */
export type AllowedMembers =
  | { readonly kind: 'all'; readonly except: ReadonlySet<string>; readonly certainty?: 'inferred' }
  | { readonly kind: 'only'; readonly names: ReadonlySet<string> }
  | { readonly kind: 'none' };

export type Member = Method | Property | Field;

/** What is known of APIM's own members besides their types. */
interface ApimFacts {
  /** Null where there is nothing: `context.Response` in inbound. Absent also where no source tells. */
  readonly mayBeNull?: true;
  /** Known from Microsoft's tools, not from the reference page. */
  readonly undocumented?: true;
}

export interface Method extends ApimFacts {
  readonly kind: 'method';
  /** `.ctor` for a constructor. */
  readonly name: string;
  readonly declaringType: TypeDefinition;
  readonly isStatic: boolean;
  /** `this` before the first parameter. */
  readonly isExtension: boolean;
  /** Of a member of a base type, which alone counts when overloads are compared by where they are declared. */
  readonly isOverride: boolean;
  readonly typeParameters: readonly TypeParameterDefinition[];
  readonly parameters: readonly ParameterDefinition[];
  readonly returnType: Type;
  /** The method as declared, where type arguments are put in here. */
  readonly original?: Method;
}
/** A property, or an indexer when it has parameters. */
export interface Property extends ApimFacts {
  readonly kind: 'property';
  readonly name: string;
  readonly declaringType: TypeDefinition;
  readonly isStatic: boolean;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly parameters: readonly ParameterDefinition[];
  readonly type: Type;
  /** The property as declared, where type arguments are put in here. */
  readonly original?: Property;
}
export interface Field {
  readonly kind: 'field';
  readonly name: string;
  readonly declaringType: TypeDefinition;
  readonly isStatic: boolean;
  readonly isReadOnly: boolean;
  readonly type: Type;
  /** The value of a constant or an enum member; a `char` is its code unit, a `long` or `ulong` a bigint. */
  readonly constant?: string | number | bigint | boolean | null;
}

export interface ParameterDefinition {
  readonly name: string;
  readonly type: Type;
  readonly modifier?: 'ref' | 'out' | 'params';
  readonly isOptional: boolean;
}
