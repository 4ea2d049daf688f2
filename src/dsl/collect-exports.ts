/** What of a policy file's exports is for the project: documents and resources. */
import { UsageError } from '../model/usage-error.js';
import type { AuthoredDocument, AuthoredResource } from './authored.js';
import { describe, isAuthoredElement } from './policy.js';

export interface CollectedExports {
  readonly documents: readonly AuthoredDocument[];
  readonly resources: readonly AuthoredResource[];
}

const RESOURCE_KINDS: ReadonlySet<unknown> = new Set<AuthoredResource['kind']>(['backend', 'pool', 'named-value']);

/**
 * The documents and resources among a module's exports, alone or in lists, each once. Other named exports are the author's own
 * business; the default export is there for the project, so it must be a document, a resource, or a list of them.
 * @throws UsageError when the default export is something else
 */
export function collectExports(exported: Readonly<Record<string, unknown>>): CollectedExports {
  const documents = new Set<AuthoredDocument>();
  const resources = new Set<AuthoredResource>();
  const collect = (value: unknown): boolean => {
    if (isDocument(value)) documents.add(value);
    else if (isResource(value)) resources.add(value);
    else return false;
    return true;
  };
  for (const [name, value] of Object.entries(exported)) {
    if (isEmptyObject(value)) continue;
    const items: readonly unknown[] = Array.isArray(value) ? value.flat(Infinity) : [value];
    for (const [index, item] of items.entries()) {
      if (collect(item) || name !== 'default') continue;
      throw new UsageError(Array.isArray(value) ? `item ${index + 1} of the default export is ${found(item)}` : `the default export is ${found(item)}`);
    }
  }
  return { documents: [...documents], resources: [...resources] };
}

/** What a file without import and export gives by default, an empty file for example: bundlers take it for CommonJS. */
function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Promise) && Object.keys(value).length === 0;
}

function isDocument(value: unknown): value is AuthoredDocument {
  return hasKind(value) && value.kind === 'document' && 'root' in value && isAuthoredElement(value.root) && 'scope' in value && 'callSite' in value;
}

function isResource(value: unknown): value is AuthoredResource {
  return hasKind(value) && RESOURCE_KINDS.has(value.kind) && 'name' in value && 'callSite' in value;
}

function hasKind(value: unknown): value is { readonly kind: unknown } {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** What stands there and what to do about it. */
function found(value: unknown): string {
  if (isAuthoredElement(value)) return `the policy ${value.name}, not a document: put it into a section, as in api('my-api', { inbound: [base(), …] })`;
  if (value instanceof Promise) return 'a promise, not a document: export what it resolves to, with await';
  return `${describe(value)}, not a document or resource: export what api(…), fragment(…), backend(…) or the like returns`;
}
