/** src/catalog/expressions/refusals.generated.ts, from schemas/expressions. */

interface KnownUse {
  readonly name: string;
  readonly certainty?: 'inferred';
  readonly write?: string;
}

/** @param refusals and `allowed`: the texts of the files of these names */
export function refusalTable(refusals: string, allowed: string): string {
  const { uses }: { uses: readonly KnownUse[] } = JSON.parse(refusals);
  const { types, assemblies }: { types: readonly { name: string }[]; assemblies: readonly { name: string }[] } = JSON.parse(allowed);
  // A namespace of an assembly that only Microsoft's tools allow, and the documented types in it.
  const doubtful = assemblies.map(({ name }) => `${name}.`);
  const documented = types.map(({ name }) => name).filter((name) => doubtful.some((prefix) => name.startsWith(prefix)));
  return [
    '/** Generated from schemas/expressions by `npm run generate`; do not edit. */',
    '',
    '/** What is known of uses that are not allowed, by type, member or namespace: what to write, and whether it is only inferred that APIM refuses them. */',
    'export const REFUSALS: Readonly<Record<string, { readonly write?: string; readonly isInferred?: true }>> = {',
    ...uses.map(({ name, write, certainty }) => `  ${quoted(name)}: { ${[...(certainty === undefined ? [] : ['isInferred: true']), ...(write === undefined ? [] : [`write: ${quoted(write)}`])].join(', ')} },`),
    '};',
    '',
    "/** Namespaces of assemblies that Microsoft's tools allow as a whole, and the types in them that the reference page lists. */",
    `export const ALLOWED_BY_TOOLS: readonly string[] = [${doubtful.map(quoted).join(', ')}];`,
    'export const DOCUMENTED_OF_TOOLS: ReadonlySet<string> = new Set([',
    ...documented.map((name) => `  ${quoted(name)},`),
    ']);',
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/gu, '\\$&')}'`;
}
