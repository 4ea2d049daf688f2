/** Sections and scopes, in APIM's words. Source: reference/policy-documents.md, "Sections" and "Scopes and merging". */

/** The sections of a `policies` document in the order they run. */
export const SECTION_NAMES = ['inbound', 'backend', 'outbound', 'on-error'] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

export function isSectionName(name: string): name is SectionName {
  return (SECTION_NAMES as readonly string[]).includes(name);
}

/** Where a document is attached. `resolver` is a GraphQL resolver. */
export type Scope =
  | { readonly kind: 'global' }
  | { readonly kind: 'workspace'; readonly workspace: string }
  | { readonly kind: 'product'; readonly product: string }
  | { readonly kind: 'api'; readonly api: string }
  | { readonly kind: 'operation'; readonly api: string; readonly operation: string }
  | { readonly kind: 'fragment'; readonly fragment: string }
  | { readonly kind: 'resolver'; readonly resolver: string };

/** Scopes from broad to narrow, as the catalogue names them; fragments have the scope of the document that includes them. */
export const SCOPE_KINDS = ['global', 'workspace', 'product', 'api', 'operation', 'resolver'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** Kinds of gateway a policy may be limited to, as the reference pages name them. */
export const GATEWAY_KINDS = ['classic', 'v2', 'consumption', 'self-hosted', 'workspace'] as const;
export type GatewayKind = (typeof GATEWAY_KINDS)[number];
