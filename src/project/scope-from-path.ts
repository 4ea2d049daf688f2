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
 * says nothing: that it is global cannot be told from its path.
 * @param path with `/`
 */
export function scopeFromPath(path: string, kind: PolicyDocument['kind']): Scope | undefined {
  const segments = path.split('/');
  if (segments.pop() !== 'policy.xml') return undefined;
  for (const [pattern, scope] of LAYOUTS) {
    const folders = segments.slice(-pattern.length);
    if (folders.length < pattern.length || !pattern.every((step, index) => step === '*' || step === folders[index])) continue;
    const found = scope(...folders.filter((_, index) => pattern[index] === '*'));
    return fits(found, kind) ? found : undefined;
  }
  return undefined;
}

function fits(scope: Scope, kind: PolicyDocument['kind']): boolean {
  if (scope.kind === 'fragment') return kind === 'fragment';
  return scope.kind === 'resolver' ? kind === 'resolver' : kind === 'policies';
}
