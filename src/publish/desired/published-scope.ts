/** Which documents are published, and where; of the others, why not. */
import type { PolicyDocument } from '../../model/document.js';
import type { LoadedFile } from '../../project/loaded-project.js';
import { apiopsPath } from '../../project/scope-from-path.js';
import type { ResourceKey } from '../resource-key.js';

export type PublishedScope = { readonly key: ResourceKey } | { readonly reason: string };

/** @param file that the document was read from */
export function publishedScope(document: PolicyDocument, file: Pick<LoadedFile, 'path' | 'kind'> | undefined): PublishedScope {
  const { kind, scope } = document;
  if (kind === 'snippet') return { reason: 'it holds policies without a document around them, which API Management does not take' };
  if (scope === undefined) return { reason: UNKNOWN_SCOPE[kind] };
  if (scope.kind === 'resolver') return { reason: 'policies of GraphQL resolvers are not published' };
  const workspace = file?.kind === 'typescript' ? undefined : innerWorkspace(file?.path ?? '', kind);
  if (workspace !== undefined) return { reason: `it belongs to something in the workspace '${workspace}', of which only the workspace's own policy is published` };
  return { key: scope.kind === 'fragment' ? { kind: 'fragment', id: scope.fragment } : { kind: 'policy', scope } };
}

const UNKNOWN_SCOPE: Readonly<Record<Exclude<PolicyDocument['kind'], 'snippet'>, string>> = {
  policies:
    "its path does not say what it belongs to: put it where apiops does, as in apis/<id>/policy.xml; of a policy.xml for the whole service, 'artifacts' of the configuration names the folder",
  fragment: 'its path does not say which fragment it is: put it where apiops does, policy fragments/<id>/policy.xml',
  resolver: 'policies of GraphQL resolvers are not published',
};

/** `workspaces/team/apis/chat/policy.xml` → `team`: the API of another name space, though the path below is that of an API of the service. */
function innerWorkspace(path: string, kind: PolicyDocument['kind']): string | undefined {
  return /^workspaces\/([^/]+)\/.+\/policy\.xml$/u.exec(apiopsPath(path, kind) ?? '')?.[1];
}
