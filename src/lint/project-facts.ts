/** What rules know about the project: what it declares for its policies to name, and its documents by scope. */
import type { AzureCloud } from '../model/azure-cloud.js';
import type { PolicyDocument } from '../model/document.js';
import type { Project } from '../model/project.js';
import type { Backend, BackendPool, NamedValue, Resource } from '../model/resources.js';
import type { Scope } from '../model/scope.js';
import { ProjectVariables } from './project-variables.js';

/** Names are looked up as the management API does: letter case is ignored. A kind of which nothing is declared lives elsewhere. */
export class ProjectFacts {
  readonly documents: readonly PolicyDocument[];
  /** Whether files of the project are not known, and with them what they declare and use. */
  readonly isPart: boolean;
  /** Each once, though several files may export it; in the order they are written. */
  readonly resources: readonly Resource[];
  /** Backends and pools, which share one set of names. */
  readonly backends: Declared<Backend | BackendPool>;
  /** By display name, which is what policies write. */
  readonly namedValues: Declared<NamedValue>;
  /** The documents whose scope says that they are a fragment. */
  readonly fragments: Declared<PolicyDocument>;
  /** Undefined: the configuration does not say. */
  readonly cloud: AzureCloud | undefined;
  readonly variables: ProjectVariables;
  readonly #byScope = new Map<string, PolicyDocument>();

  /** @param cloud the configured one */
  constructor({ documents, resources, isPart = false }: Pick<Project, 'documents' | 'resources' | 'isPart'>, cloud?: AzureCloud) {
    this.isPart = isPart;
    this.cloud = cloud;
    this.documents = documents;
    this.variables = new ProjectVariables(documents);
    this.resources = distinct(resources);
    this.backends = new Declared(this.resources.filter((resource) => resource.kind !== 'named-value'), ({ name }) => name);
    this.namedValues = new Declared(this.resources.filter((resource) => resource.kind === 'named-value'), ({ displayName }) => displayName);
    this.fragments = new Declared(documents.filter(({ scope }) => scope?.kind === 'fragment'), ({ scope, name }) => (scope?.kind === 'fragment' ? scope.fragment : name));
    for (const document of documents) if (document.scope !== undefined) this.#byScope.set(scopeKey(document.scope), document);
  }

  /** The document of a scope, when the project has it. */
  documentOf(scope: Scope): PolicyDocument | undefined {
    return this.#byScope.get(scopeKey(scope));
  }
}

/** What a project declares of one kind, by name. */
export class Declared<T> {
  readonly #byKey = new Map<string, T>();
  /** As written. */
  readonly names: readonly string[];

  constructor(items: readonly T[], nameOf: (item: T) => string) {
    for (const item of items) if (!this.#byKey.has(nameKey(nameOf(item)))) this.#byKey.set(nameKey(nameOf(item)), item);
    this.names = items.map(nameOf);
  }

  /** Whether there is none: then the project leaves this kind to something else, and no name can be called unknown. */
  get isEmpty(): boolean {
    return this.#byKey.size === 0;
  }

  get(name: string): T | undefined {
    return this.#byKey.get(nameKey(name));
  }
}

/** What two names have in common that the management API takes for the same. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

function scopeKey(scope: Scope): string {
  return JSON.stringify(Object.entries(scope).map(([key, value]) => [key, nameKey(value)]).sort());
}

/** A file that exports what it imports brings the same resource again, from the same place. In the order of the files' text. */
function distinct(resources: readonly Resource[]): Resource[] {
  const byPlace = new Map(resources.map((resource): [string, Resource] => [JSON.stringify([resource.kind, resource.name, resource.origin.file, resource.origin.range.start.offset]), resource]));
  return [...byPlace.values()].sort(({ origin: a }, { origin: b }) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.range.start.offset - b.range.start.offset));
}
