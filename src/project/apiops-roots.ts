/** The folders that apiops extracts a service to: a `policy.xml` right in one of them is the global policy. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { PolicyDocument } from '../model/document.js';
import type { ResolvedConfig } from './loaded-project.js';
import { apiopsPath, scopeFromPath } from './scope-from-path.js';

/**
 * What stands in such a folder: folders of resources, in each of them one folder for each resource, in that one of these files.
 * Source: Azure/apiops, SampleArtifacts; Azure/apiops-cli, docs/reference/artifact-format.md, which writes names without spaces.
 */
const RESOURCE_FILES: Readonly<Record<string, readonly string[]>> = {
  apis: ['policy.xml', 'apiInformation.json'],
  products: ['policy.xml', 'productInformation.json'],
  backends: ['backendInformation.json'],
  'named values': ['namedValueInformation.json'],
  namedValues: ['namedValueInformation.json'],
  'policy fragments': ['policy.xml', 'policyFragmentInformation.json'],
  policyFragments: ['policy.xml', 'policyFragmentInformation.json'],
};

export class ApiopsRoots {
  readonly #configured: string | undefined;
  readonly #known = new Map<string, boolean>();

  constructor({ artifacts, directory }: Pick<ResolvedConfig, 'artifacts' | 'directory'>) {
    this.#configured = artifacts === undefined ? undefined : resolve(directory, artifacts);
  }

  /**
   * Whether the `policy.xml` at this path is a service's own. Only the configured folder counts where there is one; else a folder counts
   * in which something else of a service stands, because many repositories keep a `policy.xml` that is for something else.
   * @param absolutePath of a file that is no other policy by its path
   */
  isGlobalPolicy(absolutePath: string): boolean {
    if (basename(absolutePath) !== 'policy.xml') return false;
    const folder = dirname(absolutePath);
    if (this.#configured !== undefined) return folder === this.#configured;
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const found = scopeFromPath(slashed(absolutePath), 'policies') === undefined && holdsService(folder);
    this.#known.set(folder, found);
    return found;
  }
}

/** The folder that a document's path starts from when it is in the layout of apiops, absolute; that of a workspace's document holds the workspace's folder. */
export function apiopsRootOf(absolutePath: string, { kind, scope }: PolicyDocument): string | undefined {
  if (scope?.kind === 'global') return dirname(absolutePath);
  const below = apiopsPath(slashed(absolutePath), kind);
  return below === undefined ? undefined : resolve(absolutePath, ...below.split('/').map(() => '..'));
}

function holdsService(folder: string): boolean {
  return Object.entries(RESOURCE_FILES).some(([name, files]) => subfolders(join(folder, name)).some((id) => files.some((file) => isFile(join(folder, name, id, file)))));
}

/** None of a folder that is not there or cannot be read. */
function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
