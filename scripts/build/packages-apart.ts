/**
 * Large packages in files of their own beside the program: Node compiles a whole file before it runs any of it, and most
 * runs want none of these.
 */
import type { Plugin } from 'esbuild';
import { ROOT } from './root.js';

/** Whose names are exported one by one: what nobody can ask for is left out of their files, a third of their size. */
const NAMED_EXPORTS = ['@azure/arm-apimanagement', '@azure/identity'];

const PACKAGES = [...NAMED_EXPORTS, '@jridgewell/trace-mapping', 'jsonc-parser', 'tinyglobby', 'xmlbuilder2', 'yargs'];

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

/** For the packages: what stands in their files. */
export const exportApart: Plugin = {
  name: 'export-apart',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${PREFIX}`) }, ({ path }) => ({ path: path.slice(PREFIX.length), namespace: PREFIX }));
    build.onLoad({ filter: /.*/, namespace: PREFIX }, ({ path }) => ({ contents: NAMED_EXPORTS.includes(path) ? namedExports(path) : wholeExport(path), resolveDir: ROOT.pathname }));
  },
};

function namedExports(path: string): string {
  return `export * from ${JSON.stringify(path)};`;
}

/** Whoever imports a CommonJS file gets all of it as the default export, so that is what carries the names. */
function wholeExport(path: string): string {
  return `const content = require(${JSON.stringify(path)}); module.exports = Object.assign(content.default ?? {}, content);`;
}

function fileName(name: string): string {
  return name.replace(/^@/u, '').replaceAll('/', '-');
}
