/** The files in schemas/expressions. */
import { readdirSync, readFileSync } from 'node:fs';

/** A member as C# declares it, with what is known besides where something is. */
export type MemberText = string | { readonly declaration: string; readonly mayBeNull?: true; readonly source?: string; /** The only ones that a method takes. */ readonly typeArguments?: readonly string[] };

export interface TypeText {
  /** `sealed class System.Tuple<T1, T2>`, arguments of containing types first. */
  readonly type: string;
  /** Own parameters of a type within a generic one. */
  readonly arity?: number;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly underlying?: string;
  /** Absent when they are not known. */
  readonly members?: readonly MemberText[];
}

/** What test/oracle/reference-assemblies writes of an assembly. */
interface AssemblyTypes {
  readonly types: readonly TypeText[];
  readonly namesOnly: readonly string[];
}

/** What APIM lets expressions use of a type; the name has type parameters or not. */
export interface AllowedType {
  readonly name: string;
  readonly members: 'all' | readonly string[];
  readonly except?: readonly string[];
  readonly certainty?: 'inferred';
}

export interface ExpressionFiles {
  readonly assemblies: readonly (AssemblyTypes & { readonly name: string })[];
  /** The name of the type of `context` and APIM's own types. */
  readonly context: { readonly context: string; readonly types: readonly TypeText[] };
  readonly allowed: { readonly types: readonly AllowedType[]; readonly assemblies: readonly { readonly name: string }[] };
  readonly values: {
    readonly importedNamespaces: readonly string[];
    readonly returnTypes: readonly string[];
    readonly setVariableTypes: readonly string[];
  };
}

export function readExpressionFiles(folder: URL): ExpressionFiles {
  const assemblies = new URL('assemblies/', folder);
  return {
    assemblies: readdirSync(assemblies).sort().map((file) => ({ ...read<AssemblyTypes>(new URL(file, assemblies)), name: file.replace(/\.json$/u, '') })),
    context: read(new URL('context.json', folder)),
    allowed: read(new URL('allowed-types.json', folder)),
    values: read(new URL('values.json', folder)),
  };
}

function read<T>(file: URL): T {
  return JSON.parse(readFileSync(file, 'utf8'));
}
