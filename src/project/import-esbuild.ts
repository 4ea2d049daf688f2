/** esbuild, loaded when the first script is. */
import type * as esbuild from 'esbuild';
import { UsageError } from '../model/usage-error.js';

export type Esbuild = typeof esbuild;

/**
 * The bundler.
 * @throws UsageError when the package is not installed
 */
export async function importEsbuild(): Promise<Esbuild> {
  try {
    return await import('esbuild');
  } catch (error) {
    throw esbuildMissing(error);
  }
}

/** The package installs without its binary when optional dependencies are left out; that shows at the first build. */
export function esbuildMissing(cause: unknown): UsageError {
  return new UsageError(
    "TypeScript files are read with esbuild, which is not installed completely; run 'npm install' without --omit=optional (XML files need no esbuild)",
    { cause },
  );
}
