/**
 * Where what is pulled is kept: the folders of apiops, so that both tools can share a repository. Source: Azure/apiops, SampleArtifacts
 * (`named values/<id>/namedValueInformation.json`, `policy fragments/<id>/policy.xml`, …).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outputPath } from '../../project/output-path.js';
import type { ResourceKey } from '../resource-key.js';

/** Both spellings are read; apiops writes those with a blank. */
export interface PullLayout {
  readonly namedValues: 'named values' | 'namedValues';
  readonly fragments: 'policy fragments' | 'policyFragments';
}

/** The spelling that a folder has already, so that nothing comes to stand in it twice. */
export function layoutOf(folder: string): PullLayout {
  const has = (name: string): boolean => existsSync(join(folder, name));
  return {
    namedValues: has('namedValues') && !has('named values') ? 'namedValues' : 'named values',
    fragments: has('policyFragments') && !has('policy fragments') ? 'policyFragments' : 'policy fragments',
  };
}

/** Below the folder that is pulled into, with `/`: of the XML, of the JSON beside it, or of both. */
export interface ResourcePaths {
  readonly policy?: string;
  readonly information?: string;
}

export function pathsOf(key: ResourceKey, { namedValues, fragments }: PullLayout): ResourcePaths {
  switch (key.kind) {
    case 'policy':
      return { policy: outputPath(key.scope) };
    case 'fragment':
      return { policy: `${fragments}/${key.id}/policy.xml`, information: `${fragments}/${key.id}/policyFragmentInformation.json` };
    case 'backend':
      return { information: `backends/${key.id}/backendInformation.json` };
    case 'named-value':
      return { information: `${namedValues}/${key.id}/namedValueInformation.json` };
  }
}

/** The first of the ids in a key that can be no folder's name on every system, so that reading its path back would give another id. */
export function idThatIsNoFileName(key: ResourceKey): string | undefined {
  return idsOf(key).find((id) => !isFileName(id));
}

function idsOf(key: ResourceKey): readonly string[] {
  if (key.kind !== 'policy') return [key.id];
  switch (key.scope.kind) {
    case 'global':
      return [];
    case 'workspace':
      return [key.scope.workspace];
    case 'product':
      return [key.scope.product];
    case 'api':
      return [key.scope.api];
    case 'operation':
      return [key.scope.api, key.scope.operation];
  }
}

/** What Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** Most file systems: bytes of a name. */
const LONGEST_NAME = 255;

function isFileName(id: string): boolean {
  return /^[^\u0000-\u001f<>:"/\\|?*]+$/u.test(id) && !/[. ]$/u.test(id) && !DEVICE.test(id) && Buffer.byteLength(id) <= LONGEST_NAME;
}
