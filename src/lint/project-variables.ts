/** Which variables the policies of a project set, read from each document once for all rules. */
import { variableWrites } from '../analysis/flow/variable-writes.js';
import type { PolicyDocument } from '../model/document.js';
import { walkElements } from '../model/walk.js';

export class ProjectVariables {
  readonly #documents: readonly PolicyDocument[];
  readonly #names = new Map<PolicyDocument, ReadonlySet<string>>();
  #inScopes: ReadonlySet<string> | undefined;
  #setters: ReadonlyMap<string, number> | undefined;

  constructor(documents: readonly PolicyDocument[]) {
    this.#documents = documents;
  }

  /** The names that a document sets. */
  setBy(document: PolicyDocument): ReadonlySet<string> {
    const known = this.#names.get(document);
    if (known !== undefined) return known;
    const names = new Set([...walkElements(document)].flatMap((place) => variableWrites(place, () => undefined).map(({ name }) => name)));
    this.#names.set(document, names);
    return names;
  }

  /** The names that a document, or one that runs at a scope of the same project, sets. */
  setBesides(document: PolicyDocument): ReadonlySet<string> {
    this.#inScopes ??= new Set(this.#documents.filter(({ scope }) => scope !== undefined).flatMap((one) => [...this.setBy(one)]));
    if (document.scope !== undefined) return this.#inScopes;
    return this.#inScopes.size === 0 ? this.setBy(document) : new Set([...this.#inScopes, ...this.setBy(document)]);
  }

  /** The names that other documents set. */
  setOutside(document: PolicyDocument): ReadonlySet<string> {
    this.#setters ??= countSetters(this.#documents.map((one) => this.setBy(one)));
    const own = this.setBy(document);
    return new Set([...this.#setters].flatMap(([name, setters]) => (setters > (own.has(name) ? 1 : 0) ? [name] : [])));
  }
}

/** By name, how many documents set it. */
function countSetters(documents: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const setters = new Map<string, number>();
  for (const names of documents) for (const name of names) setters.set(name, (setters.get(name) ?? 0) + 1);
  return setters;
}
