/** Whether the files that were named are only some of a project's. */
import { configuredFiles, shownPath } from './find-files.js';
import type { ResolvedConfig } from './loaded-project.js';
import { scopeFromPath } from './scope-from-path.js';
import { scriptLoader } from './script-file.js';

/**
 * Whether the configuration's globs find policies beside the files that were looked at: TypeScript, and XML whose path says that it is one.
 * @param paths absolute, of the files that were looked at
 */
export async function isPart(paths: readonly string[], config: ResolvedConfig): Promise<boolean> {
  const known = new Set(paths);
  const others = (await configuredFiles(config)).filter((path) => !known.has(path));
  return others.some((path) => scriptLoader(path) !== undefined || isInLayout(shownPath(config.directory, path)));
}

function isInLayout(path: string): boolean {
  return scopeFromPath(path, 'policies') !== undefined || scopeFromPath(path, 'fragment') !== undefined;
}
