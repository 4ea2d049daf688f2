/** Finds, reads and checks the configuration: the nearest `aoai-policy.config.*` upward, and no other. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../model/usage-error.js';
import { checkConfig } from './check-config.js';
import type { Config } from './define-config.js';
import { decodeUtf8 } from './decode-utf8.js';
import { DEFAULT_POLICIES, shownPath } from './find-files.js';
import type { ResolvedConfig } from './loaded-project.js';
import { readFileBytes } from './read-file.js';
import { resolvedEnvironments } from './resolved-environment.js';
import { DEFAULT_MEMORY_MB, DEFAULT_TIMEOUT_MS, type ScriptOptions } from './script-limits.js';

export const CONFIG_NAMES = ['ts', 'mts', 'js', 'mjs', 'json', 'jsonc'].map((extension) => `aoai-policy.config.${extension}`);

export interface ConfigOptions extends ScriptOptions {
  /** A file to use instead of looking for one. */
  readonly configFile?: string;
}

/**
 * The configuration that holds for a working directory, defaults filled in; the defaults alone when there is no file.
 * @throws UsageError for a file that cannot be read, that throws, or that says something unknown
 */
export async function loadConfig(options: ConfigOptions): Promise<ResolvedConfig> {
  const { cwd, configFile } = options;
  const file = configFile === undefined ? findConfig(cwd) : resolve(cwd, configFile);
  if (file === undefined) return resolveConfig({}, cwd);
  const shown = shownPath(cwd, file);
  if (configFile !== undefined && !existsSync(file)) throw new UsageError(`no such configuration file: '${configFile}'`);
  const config = /\.jsonc?$/u.test(file) ? await readJsonConfig(file, shown) : await runConfig(file, shown, options);
  return resolveConfig(config, dirname(file), shown);
}

/** Fills in the defaults. */
export function resolveConfig(config: Config, directory: string, file?: string): ResolvedConfig {
  return {
    ...(file === undefined ? {} : { file }),
    directory,
    policies: config.policies ?? DEFAULT_POLICIES,
    out: config.out ?? 'out',
    content: config.content ?? 'rawxml',
    comments: config.comments ?? false,
    extends: config.extends ?? 'recommended',
    rules: config.rules ?? {},
    overrides: config.overrides ?? [],
    gateway: config.gateway === undefined ? [] : [config.gateway].flat(),
    ...(config.cloud === undefined ? {} : { cloud: config.cloud }),
    failOn: config.failOn ?? 'error',
    ...(config.artifacts === undefined ? {} : { artifacts: config.artifacts }),
    environments: resolvedEnvironments(config),
  };
}

/** The nearest folder that has one decides; above a repository's root is nobody's business. */
function findConfig(cwd: string): string | undefined {
  for (const folder of configFolders(cwd)) {
    const present = CONFIG_NAMES.map((name) => join(folder, name)).filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
    if (present.length > 1) throw new UsageError(`two configurations: ${present.map((path) => `'${shownPath(cwd, path)}'`).join(' and ')}; keep one of them`);
    if (present[0] !== undefined) return present[0];
  }
  return undefined;
}

/** The folders in which a configuration is looked for, in this order. */
export function configFolders(cwd: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === dirname(folder) || existsSync(join(folder, '.git'))) return folders;
  }
}

async function readJsonConfig(file: string, shown: string): Promise<Config> {
  const read = readFileBytes(file);
  const decoded = 'problem' in read ? read : decodeUtf8(read.bytes);
  if ('problem' in decoded) throw new UsageError(`configuration '${shown}': ${decoded.problem.message}`);
  const { readJson } = await import('./read-json.js');
  const json = readJson(decoded.text.replace(/^\uFEFF/u, ' '), shown);
  return checked(json.value, shown, json.placeOf);
}

async function runConfig(file: string, shown: string, options: ScriptOptions): Promise<Config> {
  const [{ loadScripts }, { scriptDiagnostic }] = await Promise.all([import('./load-scripts.js'), import('./script-diagnostic.js')]);
  const { outcomes, diagnostics, map } = await loadScripts([file], 'value', options);
  const [outcome] = outcomes;
  const { timeoutMs = DEFAULT_TIMEOUT_MS, memoryMb = DEFAULT_MEMORY_MB } = options;
  const context = { file: shown, subject: 'configuration', map, timeoutMs, memoryMb };
  const problem = diagnostics[0] ?? (outcome === undefined ? undefined : scriptDiagnostic(outcome, context));
  if (problem !== undefined) {
    const { line, column } = problem.range.start;
    throw new UsageError(`${problem.file}:${line}:${column}: ${problem.message}${problem.hint === undefined ? '' : `; ${problem.hint}`}`);
  }
  const value = outcome?.kind === 'loaded' ? outcome.value : undefined;
  if (value === undefined) throw new UsageError(`${shown}: configuration has no default export; write 'export default defineConfig({ … })'`);
  return checked(value, shown, () => undefined);
}

/** @param placeOf `:line:column` of a path in the file, where that can be told */
function checked(value: unknown, shown: string, placeOf: (path: readonly (string | number)[]) => string | undefined): Config {
  const result = checkConfig(value);
  if ('config' in result) return result.config;
  const mistakes = result.mistakes.map(({ path, message }) => `${shown}${placeOf(path) ?? ''}: ${message}`);
  throw new UsageError(mistakes.length === 0 ? `${shown}: the configuration is not valid` : mistakes);
}
