/**
 * The questions one asks of the types that expressions meet: .NET Framework 4.7.2, Newtonsoft.Json 13 and APIM's own. The table is read when first
 * asked, each type and each member when it is wanted. Source: schemas/expressions.
 */
import { CORE_TYPES, type CoreTypeName } from './core-types.js';
import { LibraryType } from './library-type.js';
import { TypeIndex } from './type-index.js';
import { CONTEXT, EXTENSION_METHODS, IMPORTED_NAMESPACES, MEMBERS, NAMESPACES, typeNames } from './type-table.generated.js';
import type { Method, NamedType, TypeDefinition, UnknownType } from './type.js';

export { CORE_TYPES, isCoreTypeName, type CoreTypeName } from './core-types.js';

/** What nothing is known of. There is one. */
export const UNKNOWN: UnknownType = { kind: 'unknown' };

let loadedIndex: TypeIndex | undefined;
const types: LibraryType[] = [];
let namespaces: ReadonlySet<string> | undefined;
const coreTypes = new Map<string, NamedType>();
const extensions = new Map<string, readonly Method[]>();
/** By name and number of type parameters. */
const inScope = new Map<string, readonly TypeDefinition[]>();

/**
 * A type by its full name, containing types with dots: `System.Collections.Generic.Dictionary.KeyCollection`. The same type is the same object each time.
 * @param arity number of its own type parameters; without it the type with the fewest is given
 */
export function typeNamed(fullName: string, arity?: number): TypeDefinition | undefined {
  const found = index().find(fullName).map(typeAt);
  return arity === undefined ? found[0] : found.find((type) => type.arity === arity);
}

/**
 * What a name without a namespace means: APIM's own type, else the types of that name in the imported namespaces. Several are ambiguous
 * (`Formatting`), none is unknown.
 */
export function typesInScope(simpleName: string, arity: number): readonly TypeDefinition[] {
  const key = `${simpleName} ${arity}`;
  const known = inScope.get(key);
  if (known !== undefined) return known;
  const own = typeNamed(simpleName, arity);
  const found = own !== undefined ? [own] : IMPORTED_NAMESPACES.flatMap((namespace) => typeNamed(`${namespace}.${simpleName}`, arity) ?? []);
  if (found.length > 0) inScope.set(key, found);
  return found;
}

/** Whether it names a namespace in which, at any depth, there is a type: `System`, `System.Net`. */
export function isNamespace(name: string): boolean {
  return (namespaces ??= new Set(NAMESPACES)).has(name);
}

/** The extension methods of that name in the imported namespaces, as their static classes declare them. */
export function extensionMethods(name: string): readonly Method[] {
  const known = extensions.get(name);
  if (known !== undefined) return known;
  const containers = Object.entries(EXTENSION_METHODS).filter(([, names]) => names.includes(` ${name} `));
  const found = containers.flatMap(([container]) => typeNamed(container, 0)?.members.get(name) ?? []).filter((member): member is Method => member.kind === 'method' && member.isExtension);
  extensions.set(name, found);
  return found;
}

/** The type that a keyword names. */
export function coreType(keyword: CoreTypeName): NamedType {
  const known = coreTypes.get(keyword);
  if (known !== undefined) return known;
  const type = withoutArguments(CORE_TYPES[keyword]);
  coreTypes.set(keyword, type);
  return type;
}

/** The type of `context`. */
export function contextType(): NamedType {
  return withoutArguments(CONTEXT);
}

function withoutArguments(name: string): NamedType {
  const definition = typeNamed(name, 0);
  if (definition === undefined) throw new Error(`the type library lacks ${name}`);
  return { kind: 'named', definition, typeArguments: [] };
}

function index(): TypeIndex {
  return (loadedIndex ??= new TypeIndex(typeNames(), MEMBERS));
}

/** @param number in the table; signatures name types so */
export function typeAt(number: number): TypeDefinition {
  const known = types[number];
  if (known !== undefined) return known;
  const type = new LibraryType(index().entry(number), typeAt);
  types[number] = type;
  return type;
}
