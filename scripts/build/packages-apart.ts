/**
 * Large packages in files of their own beside the program: Node compiles a whole file before it runs any of it, and most
 * runs want none of these.
 */
import type { Plugin } from 'esbuild';
import { ROOT } from './root.js';

const PACKAGES = ['@jridgewell/trace-mapping', 'jsonc-parser', 'tinyglobby', 'xmlbuilder2', 'yargs'];

/** Below dist/. */
const FOLDER = 'packages';
const PREFIX = 'apart:';

/** Entry points for the packages' files. */
export const PACKAGE_ENTRIES = PACKAGES.map((name) => ({ in: PREFIX + name, out: `${FOLDER}/${fileName(name)}` }));

/** For the program: leads each import of one of the packages to its file. */
export const importApart: Plugin = {
  name: 'import-apart',
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path }) => (PACKAGES.includes(path) ? { path: `./${FOLDER}/${fileName(path)}.cjs`, external: true } : undefined));
  },
};

/** For the packages: what stands in their files. Whoever imports a CommonJS file gets all of it as the default export, so that is what carries the names. */
export const exportApart: Plugin = {
  name: 'export-apart',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${PREFIX}`) }, ({ path }) => ({ path: path.slice(PREFIX.length), namespace: PREFIX }));
    build.onLoad({ filter: /.*/, namespace: PREFIX }, ({ path }) => ({
      contents: `const content = require(${JSON.stringify(path)}); module.exports = Object.assign(content.default ?? {}, content);`,
      resolveDir: ROOT.pathname,
    }));
  },
};

function fileName(name: string): string {
  return name.replace(/^@/u, '').replaceAll('/', '-');
}
