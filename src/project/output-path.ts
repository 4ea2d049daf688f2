/**
 * Where a document's output goes: the folder layout that apiops extracts and publishes, so that what `build` writes can be
 * handed to it. Source: Azure/apiops, SampleArtifacts (`apis/<id>/operations/<id>/policy.xml`, `policy fragments/<id>/policy.xml`).
 */
import type { Scope } from '../model/scope.js';

/** Path below the output folder, with `/`. Characters that file systems refuse in names become `-`. */
export function outputPath(scope: Scope): string {
  return [...folders(scope), 'policy.xml'].join('/');
}

function folders(scope: Scope): string[] {
  switch (scope.kind) {
    case 'global':
      return [];
    case 'workspace':
      return ['workspaces', fileName(scope.workspace)];
    case 'product':
      return ['products', fileName(scope.product)];
    case 'api':
      return ['apis', fileName(scope.api)];
    case 'operation':
      return ['apis', fileName(scope.api), 'operations', fileName(scope.operation)];
    case 'fragment':
      return ['policy fragments', fileName(scope.fragment)];
    case 'resolver':
      return ['resolvers', fileName(scope.resolver)];
  }
}

/** Windows refuses these anywhere in a name, and dots and spaces at its end; `..` would leave the folder. */
function fileName(id: string): string {
  return id.replace(/[\u0000-\u001f<>:"/\\|?*]/gu, '-').replace(/^\.+$|[. ]$/u, '-') || '-';
}
