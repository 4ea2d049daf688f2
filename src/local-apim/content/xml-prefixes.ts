/** The namespace prefixes that are declared at a place of an XML document. */

export class Prefixes {
  readonly #declared: ReadonlySet<string>;

  constructor(declared: ReadonlySet<string>) {
    this.#declared = declared;
  }

  /** Whether the name of an element or attribute has no prefix, or one that is declared. */
  isDeclared(name: string): boolean {
    const colon = name.indexOf(':');
    return colon === -1 || this.#declared.has(name.slice(0, colon));
  }

  with(prefixes: readonly string[]): Prefixes {
    return prefixes.length === 0 ? this : new Prefixes(new Set([...this.#declared, ...prefixes]));
  }
}

/** Those that need no declaration. */
export const NO_PREFIXES = new Prefixes(new Set(['xml', 'xmlns']));

/** What holds in an element with these attributes. */
export function withDeclared(outer: Prefixes, attributes: readonly { readonly name: string }[]): Prefixes {
  return outer.with(attributes.flatMap(({ name }) => (name.startsWith('xmlns:') ? [name.slice('xmlns:'.length)] : [])));
}
