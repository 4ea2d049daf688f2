/** The scope a file's path tells: the reverse of output-path.ts, for apiops folders. */
import type { PolicyDocument } from '../model/document.js';
import type { Scope } from '../model/scope.js';

type Layout = readonly [pattern: readonly string[], scope: (...ids: readonly string[]) => Scope];

/** The folders above `policy.xml`; `*` stands for an id. Longer patterns first. Source: Azure/apiops, SampleArtifacts. */
const LAYOUTS: readonly Layout[] = [
  [['apis', '*', 'operations', '*'], (api = '', operation = '') => ({ kind: 'operation', api, operation })],
  [['apis', '*', 'resolvers', '*'], (_api, resolver = '') => ({ kind: 'resolver', resolver })],
  [['resolvers', '*'], (resolver = '') => ({ kind: 'resolver', resolver })],
  [['apis', '*'], (api = '') => ({ kind: 'api', api })],
  [['products', '*'], (product = '') => ({ kind: 'product', product })],
  [['policy fragments', '*'], (fragment = '') => ({ kind: 'fragment', fragment })],
  [['policyFragments', '*'], (fragment = '') => ({ kind: 'fragment', fragment })],
  [['workspaces', '*'], (workspace = '') => ({ kind: 'workspace', workspace })],
];

/**
 * The scope of a file in an apiops folder, when the document's root fits it. A `policy.xml` outside of the known folders
 * says nothing: that it is global cannot be told from its path (apiops-roots.ts).
 * @param path with `/`
 */
export function scopeFromPath(path: string, kind: PolicyDocument['kind']): Scope | undefined {
  return placeInLayout(path, kind)?.scope;
}

/** The part of a path that an apiops folder starts with, that of the workspace included; undefined where `scopeFromPath` is. */
export function apiopsPath(path: string, kind: PolicyDocument['kind']): string | undefined {
  const folders = placeInLayout(path, kind)?.folders;
  if (folders === undefined) return undefined;
  const segments = path.split('/');
  const [above, id] = segments.slice(0, -folders.length - 1).slice(-2);
  return [...(above === 'workspaces' && id !== undefined ? [above, id] : []), ...folders, 'policy.xml'].join('/');
}

function placeInLayout(path: string, kind: PolicyDocument['kind']): { readonly scope: Scope; readonly folders: readonly string[] } | undefined {
  const segments = path.split('/');
  if (segments.pop() !== 'policy.xml') return undefined;
  for (const [pattern, makeScope] of LAYOUTS) {
    const folders = segments.slice(-pattern.length);
    if (folders.length < pattern.length || !pattern.every((step, index) => step === '*' || step === folders[index])) continue;
    const scope = makeScope(...folders.filter((_, index) => pattern[index] === '*'));
    return fits(scope, kind) ? { scope, folders } : undefined;
  }
  return undefined;
}

function fits(scope: Scope, kind: PolicyDocument['kind']): boolean {
  if (scope.kind === 'fragment') return kind === 'fragment';
  return scope.kind === 'resolver' ? kind === 'resolver' : kind === 'policies';
}
