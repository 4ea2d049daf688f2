/** Bundles and runs scripts: the one way in which code of the user's is executed. */
import type { Diagnostic } from '../model/diagnostic.js';
import { bundleScripts } from './bundle-scripts.js';
import { BundleFailure, runScripts, type RunOptions, type ScriptOutcome } from './run-scripts.js';
import { ScriptMap } from './script-map.js';
import { DEFAULT_MEMORY_MB, DEFAULT_TIMEOUT_MS, type ScriptOptions } from './script-limits.js';
import { loadSdk } from './sdk.js';

export interface LoadedScripts {
  /** One for each script, in the order they were given. */
  readonly outcomes: readonly ScriptOutcome[];
  /** Scripts that could not be bundled. */
  readonly diagnostics: readonly Diagnostic[];
  readonly map: ScriptMap;
}

export interface LoadScriptsOptions extends ScriptOptions {
  /** Gets what a script exports as soon as it is there, while others still run. */
  readonly onLoaded?: (index: number, value: unknown, map: ScriptMap) => void;
}

/**
 * @param scripts absolute paths
 * @throws UsageError when esbuild is missing or there is no place to write
 */
export async function loadScripts(scripts: readonly string[], mode: RunOptions['mode'], options: LoadScriptsOptions): Promise<LoadedScripts> {
  const { cwd } = options;
  const sdk = await loadSdk();
  const runOptions: Omit<RunOptions, 'onLoaded'> = {
    worker: sdk.worker,
    mode,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    memoryMb: options.memoryMb ?? DEFAULT_MEMORY_MB,
    onOutput: options.onOutput ?? (() => undefined),
  };
  const run = async (ignoreCache: boolean): Promise<LoadedScripts> => {
    const bundle = await bundleScripts(scripts, { cwd, sdk, ignoreCache });
    options.onRead?.(bundle.inputs);
    const map = new ScriptMap(bundle, cwd);
    try {
      const outcomes = await runScripts(bundle.script, scripts.length, { ...runOptions, onLoaded: (index, value) => options.onLoaded?.(index, value, map) });
      return { outcomes, diagnostics: bundle.diagnostics, map };
    } catch (error) {
      if (error instanceof BundleFailure && bundle.fromCache) return run(true);
      throw error;
    }
  };
  return run(false);
}
