/** Which files are scripts, and in which of esbuild's languages. */
import type { Loader } from 'esbuild';

const LOADERS: Readonly<Record<string, Loader>> = {
  ts: 'ts',
  mts: 'ts',
  cts: 'ts',
  tsx: 'tsx',
  js: 'js',
  mjs: 'js',
  cjs: 'js',
  jsx: 'jsx',
};

/** undefined for files that are no scripts, such as `.xml` and `.json`. */
export function scriptLoader(path: string): Loader | undefined {
  return LOADERS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}
