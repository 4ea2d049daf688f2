/** The documents that a policy file exports: one per scope, with its sections. */
import type { SectionName, Scope } from '../model/scope.js';
import { UsageError } from '../model/usage-error.js';
import type { AuthoredDocument, AuthoredElement, AuthoredNode, CallSite } from './authored.js';
import { callSite } from './call-site.js';
import { refuseUnknownProperties } from './known-properties.js';
import { authoredNodes, describe, type Policy, type SectionItem } from './policy.js';

/**
 * The sections of a document below the global scope. A section left out holds `base()` alone, as in the document that APIM
 * makes for a new API; an empty list is an empty section, which drops what broader scopes have there.
 */
export interface Sections {
  /** Runs before the request goes to the backend. */
  readonly inbound?: readonly SectionItem<'inbound'>[];
  /** Sends the request; without `base()` or `forwardRequest()` in it nothing is sent. */
  readonly backend?: readonly SectionItem<'backend'>[];
  /** Runs on the response before it goes to the caller. */
  readonly outbound?: readonly SectionItem<'outbound'>[];
  /** Runs instead of what is left when something fails. */
  readonly onError?: readonly SectionItem<'on-error'>[];
}

/**
 * The sections of the global document, which has no broader scope and therefore no `base()`. A section left out is empty;
 * `backend` left out holds `forwardRequest()`, as in the document that APIM starts with.
 */
export interface GlobalSections {
  readonly inbound?: readonly Policy<'inbound'>[];
  readonly backend?: readonly Policy<'backend'>[];
  readonly outbound?: readonly Policy<'outbound'>[];
  readonly onError?: readonly Policy<'on-error'>[];
}

type Builder = (...args: never[]) => unknown;

const SECTION_PROPERTIES = { inbound: 'inbound', backend: 'backend', outbound: 'outbound', onError: 'on-error' } as const satisfies Record<keyof Sections, SectionName>;

/** What stands in a section that the author left out. Source: reference/policy-documents.md, "Default documents". */
const DEFAULTS = {
  global: { inbound: undefined, backend: 'forward-request', outbound: undefined, 'on-error': undefined },
  inheriting: { inbound: 'base', backend: 'base', outbound: 'base', 'on-error': 'base' },
} as const satisfies Record<string, Record<SectionName, string | undefined>>;

/**
 * The policy of all APIs of the service.
 * @example
 * export default globalPolicy({ inbound: [cors({ allowedOrigins: ['https://chat.example.com'], allowedHeaders: ['*'] })] });
 */
export function globalPolicy(sections: GlobalSections = {}): AuthoredDocument {
  return sectioned(globalPolicy, { kind: 'global' }, sections, 'global');
}

/** The policy of a workspace. @param id the workspace's resource name */
export function workspace(id: string, sections: Sections = {}): AuthoredDocument {
  return sectioned(workspace, { kind: 'workspace', workspace: resourceName(workspace, id) }, sections, 'inheriting');
}

/** The policy of a product; it runs for calls with a key of that product. @param id the product's resource name */
export function product(id: string, sections: Sections = {}): AuthoredDocument {
  return sectioned(product, { kind: 'product', product: resourceName(product, id) }, sections, 'inheriting');
}

/**
 * The policy of an API.
 * @param id the API's resource name
 * @example
 * export default api('azure-openai', {
 *   inbound: [base(), setBackendService({ backendId: 'aoai-primary-backend' })],
 * });
 */
export function api(id: string, sections: Sections = {}): AuthoredDocument {
  return sectioned(api, { kind: 'api', api: resourceName(api, id) }, sections, 'inheriting');
}

/**
 * The policy of one operation of an API.
 * @param apiId the API's resource name
 * @param id the operation's resource name, for example `ChatCompletions_Create`
 */
export function operation(apiId: string, id: string, sections: Sections = {}): AuthoredDocument {
  return sectioned(operation, { kind: 'operation', api: resourceName(operation, apiId), operation: resourceName(operation, id) }, sections, 'inheriting');
}

/**
 * The document of a GraphQL resolver: its data source. It inherits nothing.
 * @param id the resolver's resource name
 * @param dataSource httpDataSource(…), sqlDataSource(…) or cosmosdbDataSource(…)
 */
export function resolver(id: string, dataSource: Policy<'resolver'>): AuthoredDocument {
  const [root] = authoredNodes([dataSource], resolver.name);
  if (root?.kind !== 'element') throw new UsageError(`resolver takes a data source such as httpDataSource(…), not ${describe(dataSource)}`);
  return { kind: 'document', scope: { kind: 'resolver', resolver: resourceName(resolver, id) }, root, callSite: callSite(resolver, resolver.name) };
}

/** An id given by the author. @throws UsageError when it is no text or empty */
export function resourceName(builder: Builder, id: unknown): string {
  if (typeof id === 'string' && id.trim() !== '') return id;
  throw new UsageError(`${builder.name} takes a resource name as its first argument, not ${id === '' ? 'an empty text' : describe(id)}`);
}

/** @param example what it takes, for the message */
export function checkProperties(builder: Builder, properties: unknown, known: readonly string[], example: string): void {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    throw new UsageError(`${builder.name} takes its properties as an object, ${example}, as its second argument, not ${describe(properties)}`);
  }
  refuseUnknownProperties(builder.name, properties, known);
}

function sectioned(builder: Builder, scope: Scope, sections: Sections, defaults: keyof typeof DEFAULTS): AuthoredDocument {
  if (typeof sections !== 'object' || sections === null || Array.isArray(sections)) {
    throw new UsageError(`${builder.name} takes its sections as an object, { inbound: [ … ] }, not ${describe(sections)}`);
  }
  const site = callSite(builder, builder.name);
  refuseUnknownSections(builder, sections);
  const properties: (keyof Sections)[] = ['inbound', 'backend', 'outbound', 'onError'];
  const children = properties.map((property): AuthoredElement => {
    const name = SECTION_PROPERTIES[property];
    const items = sections[property];
    const content = items === undefined ? defaultContent(DEFAULTS[defaults][name], site) : authoredNodes(items, `${builder.name}.${property}`);
    return { kind: 'element', name, attributes: [], children: content, callSite: site };
  });
  return { kind: 'document', scope, root: { kind: 'element', name: 'policies', attributes: [], children, callSite: site }, callSite: site };
}

function defaultContent(name: string | undefined, site: CallSite): AuthoredNode[] {
  return name === undefined ? [] : [{ kind: 'element', name, attributes: [], children: [], callSite: site }];
}

function refuseUnknownSections(builder: Builder, sections: object): void {
  const unknown = Object.keys(sections).find((name) => !Object.hasOwn(SECTION_PROPERTIES, name));
  if (unknown === undefined) return;
  const help = unknown === 'on-error' ? 'write onError' : `it has ${Object.keys(SECTION_PROPERTIES).join(', ')}`;
  throw new UsageError(`${builder.name} has no section ${unknown}; ${help}`);
}
