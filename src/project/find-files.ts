/** From what the user named (files, folders, globs or nothing) to a list of files. */
import { statSync } from 'node:fs';
import { basename, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import { UsageError } from '../model/usage-error.js';
import type { ResolvedConfig } from './loaded-project.js';
import { NoPoliciesError } from './no-policies-error.js';

/** Looked for below a folder, and below the configuration's folder when nothing is named. */
export const DEFAULT_POLICIES: readonly string[] = ['**/*.xml', '**/*.policy.ts', '**/policies/**/*.ts'];

/** Never policies, whatever the pattern says. */
const NEVER = ['**/*.d.ts', '**/*.test.ts', '**/*.spec.ts', '**/aoai-policy.config.*'];

/** Folders that are passed by unless a pattern names them. */
export const IGNORED_FOLDERS: readonly string[] = ['node_modules', 'dist', '.git'];

export interface FoundFile {
  readonly absolutePath: string;
  /** As shown: relative to the working directory, with `/`. */
  readonly path: string;
  /** Named by the user, so that it has to be a policy; false for what a folder or glob brought up. */
  readonly named: boolean;
}

export interface FindOptions {
  readonly cwd: string;
  readonly config: ResolvedConfig;
  /** For commands that take one file. */
  readonly directories?: 'search' | 'refuse' | undefined;
  /** `ignore`: of named files, those that the configuration's `policies` do not find are passed by, and the others need not be policies. */
  readonly unknown?: 'refuse' | 'ignore' | undefined;
}

/**
 * The files in the order of their path, each once. Without patterns, the configuration's globs are used.
 * @throws UsageError for a path that does not exist and for a pattern that matches no file
 */
export async function findFiles(patterns: readonly string[], options: FindOptions): Promise<FoundFile[]> {
  const { cwd, config } = options;
  const found = new Map<string, FoundFile>();
  const add = (absolutePath: string, named: boolean): void => {
    if (named || !found.has(absolutePath)) found.set(absolutePath, { absolutePath, path: shownPath(cwd, absolutePath), named });
  };
  const excluded = await excludedGlobs(patterns, cwd);
  const missing: string[] = [];
  const known = options.unknown === 'ignore' ? new Set(await search(config.policies, config.directory, excluded, config)) : undefined;
  for (const pattern of patterns) {
    if (isNegated(pattern)) continue;
    const absolutePath = resolve(cwd, pattern);
    const kind = pathKind(absolutePath);
    if (kind === 'file') {
      if (known === undefined) add(absolutePath, true);
      else if (known.has(absolutePath)) add(absolutePath, false);
    } else if (kind === 'directory') {
      if (options.directories === 'refuse') throw new UsageError(`'${pattern}' is a directory; name a policy file`);
      const matches = await search(folderPatterns(cwd, absolutePath), absolutePath, excluded, config);
      if (matches.length === 0) throw new UsageError(`no policy files in directory '${pattern}': looked for ${DEFAULT_POLICIES.join(', ')}`);
      for (const match of matches) add(match, false);
    } else if (isGlob(pattern)) {
      const matches = await search([slashed(pattern)], cwd, excluded, config);
      if (matches.length === 0) throw new UsageError(`no file matches '${pattern}'`);
      for (const match of matches) add(match, false);
    } else {
      missing.push(pattern);
    }
  }
  if (missing.length > 0) throw new UsageError(`no such file or directory: ${missing.map((path) => `'${path}'`).join(', ')}`);
  if (patterns.every(isNegated)) {
    const matches = await search(config.policies, config.directory, excluded, config);
    if (matches.length === 0) throw new NoPoliciesError(`no policy files below ${shownFolder(cwd, config.directory)}: looked for ${config.policies.join(', ')}`);
    for (const match of matches) add(match, false);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** What the user leaves out: `!glob` among the patterns, seen from the working directory wherever is searched; `!**…` holds everywhere. */
export async function excludedGlobs(patterns: readonly string[], cwd: string): Promise<readonly string[]> {
  const globs = patterns.filter(isNegated).map((pattern) => slashed(pattern.slice(1)));
  if (globs.length === 0) return [];
  const { escapePath } = await import('tinyglobby');
  return globs.map((glob) => (glob.startsWith('**') || isAbsolute(glob) ? glob : posix.join(escapePath(slashed(resolve(cwd))), glob)));
}

/** What the configuration's globs find: absolute paths, in no order. */
export function configuredFiles(config: ResolvedConfig): Promise<string[]> {
  return search(config.policies, config.directory, [], config);
}

/** A path as people are shown it: relative to the working directory, with `/`. */
export function shownPath(cwd: string, absolutePath: string): string {
  return slashed(relative(cwd, absolutePath)) || '.';
}

function shownFolder(cwd: string, directory: string): string {
  const shown = shownPath(cwd, directory);
  return shown === '.' ? 'the working directory' : `'${shown}'`;
}

async function search(patterns: readonly string[], cwd: string, excluded: readonly string[], config: ResolvedConfig): Promise<string[]> {
  const { glob, escapePath } = await import('tinyglobby');
  const passedBy = IGNORED_FOLDERS.filter((folder) => !patterns.some((pattern) => pattern.split('/').includes(folder)));
  const out = slashed(resolve(config.directory, config.out));
  const searchesOut = patterns.some((pattern) => isWithin(slashed(resolve(cwd, literalStart(pattern))), out));
  const matches = await glob(patterns, {
    cwd,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: [...excluded, ...NEVER, ...passedBy.map((folder) => `**/${folder}/**`), ...(searchesOut ? [] : [`${escapePath(out)}/**`])],
  });
  return matches.map((match) => join(match));
}

/** In a folder named `policies`, or below one that the user named, every .ts file may be a policy. */
function folderPatterns(cwd: string, absolutePath: string): readonly string[] {
  const holdsPolicies = basename(absolutePath) === 'policies' || shownPath(cwd, absolutePath).split('/').includes('policies');
  return holdsPolicies ? [...DEFAULT_POLICIES, '**/*.ts'] : DEFAULT_POLICIES;
}

/** The part of a glob before its first special character, cut at a folder. */
export function literalStart(pattern: string): string {
  const special = pattern.search(GLOB_CHARACTERS);
  return special < 0 ? pattern : pattern.slice(0, pattern.lastIndexOf('/', special) + 1);
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

const GLOB_CHARACTERS = /[*?[\]{}()]/u;

function isGlob(pattern: string): boolean {
  return GLOB_CHARACTERS.test(pattern);
}

function isNegated(pattern: string): boolean {
  return pattern.startsWith('!');
}

/** What cannot be looked at (no permission, links in a circle) counts as a file, so that reading it says why. */
function pathKind(absolutePath: string): 'file' | 'directory' | undefined {
  try {
    const stats = statSync(absolutePath, { throwIfNoEntry: false });
    return stats === undefined ? undefined : stats.isDirectory() ? 'directory' : 'file';
  } catch {
    return 'file';
  }
}

function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
