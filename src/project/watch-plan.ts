/** What is watched so that a run can be repeated: all that it reads, and what it would read if it were there. */
import { statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { IGNORED_FOLDERS, literalStart } from './find-files.js';
import { CONFIG_NAMES, configFolders } from './load-config.js';
import type { ResolvedConfig } from './loaded-project.js';
import { scriptLoader } from './script-file.js';
import { toolLocation } from './tool-location.js';
import type { WatchPlan } from './watch-files.js';

export interface WatchedRun {
  /** Absolute. */
  readonly cwd: string;
  /** Files, folders and globs that the user named. */
  readonly paths: readonly string[];
  /** Single files that the user named for another purpose, relative to the working directory: configuration, baseline. */
  readonly files: readonly string[];
  /** Of the run before; undefined when it could not be read. */
  readonly config: ResolvedConfig | undefined;
  /** Absolute paths of what the scripts were read from. */
  readonly read: Iterable<string>;
  /** Whether the run writes this file. */
  readonly isOwn: (file: string) => boolean;
}

/** Scripts may import JSON; what else they are made of is among the files that were read. */
const READ_AS_DATA = /\.(?:xml|jsonc?)$/iu;

export function watchPlan({ cwd, paths, files, config, read, isOwn }: WatchedRun): WatchPlan {
  const patterns = paths.map((path) => path.replace(/^!/u, ''));
  const places = patterns.map((pattern) => resolve(cwd, isThere(resolve(cwd, pattern)) ? pattern : literalStart(pattern)));
  const trees = [config?.directory ?? cwd, ...places.filter(isFolder)];
  const configPlaces = configFolders(cwd).flatMap((folder) => CONFIG_NAMES.map((name) => join(folder, name)));
  const out = config === undefined ? undefined : resolve(config.directory, config.out);
  const words = new Set([...patterns, ...(config?.policies ?? [])].flatMap((pattern) => pattern.split(/[\\/]/u)));
  return {
    trees,
    files: [...places.filter((place) => !isFolder(place)), ...files.map((file) => resolve(cwd, file)), ...configPlaces, ...[...read].filter(isUsers)],
    // What build writes is no input, unless it is looked at on purpose.
    leavesOut: (folder) => (folder === out && !trees.some((tree) => isWithin(tree, folder))) || (isPassedBy(basename(folder)) && !words.has(basename(folder))),
    counts: (file) => (scriptLoader(file) !== undefined || READ_AS_DATA.test(file)) && !isOwn(file),
  };
}

function isPassedBy(folder: string): boolean {
  return folder.startsWith('.') || IGNORED_FOLDERS.includes(folder);
}

/** Neither the tool's own nor of a package. */
function isUsers(file: string): boolean {
  return !file.split(sep).includes('node_modules') && !isWithin(file, toolLocation().root);
}

function isWithin(path: string, folder: string): boolean {
  const between = relative(folder, path);
  return between === '' || (between.split(sep)[0] !== '..' && resolve(between) !== between);
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
