/** `build` of many authored policies, against merely loading them with the same loader. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { ROOT } from '../build/root.js';
import { commandTimes } from './measure.js';
import { CLI } from './program.js';
import { atMost, milliseconds, type BenchResult } from './result.js';
import { authoredPolicy } from './sample-policies.js';

const COUNT = 300;
const ROUNDS = 7;

export async function buildMany(): Promise<BenchResult> {
  // Inside of the project, so that the loader finds a node_modules to keep its bundles in.
  const folder = mkdtempSync(new URL('node_modules/.cache/bench-', ROOT).pathname);
  try {
    const policies = join(folder, 'policies');
    mkdirSync(policies);
    const files = Array.from({ length: COUNT }, (_, index) => join(policies, `api-${index}.ts`));
    for (const [index, file] of files.entries()) writeFileSync(file, authoredPolicy(index));
    const loader = new URL(`dist/bench-load-${process.pid}.cjs`, ROOT).pathname;
    try {
      await bundleLoader(loader);
      const times = commandTimes(
        { load: { file: process.execPath, args: [loader, folder, ...files], cwd: folder }, build: { file: process.execPath, args: [CLI, 'build', 'policies', '--out', join(folder, 'out')], cwd: folder } },
        ROUNDS,
      );
      return {
        title: 'Build of many policies',
        method: `a process of \`aoai-policy build\` on ${COUNT} authored policies against one that loads the same files with the same loader and does nothing with them; bundle cached, outputs unchanged; medians of ${ROUNDS} runs in turns`,
        rows: [{ what: 'loading alone', value: milliseconds(times.load) }, { what: '`aoai-policy build`', value: milliseconds(times.build) }],
        ratio: atMost(times.build, times.load, 1.5),
        note: 'Build also makes the trees, checks them, prints the XML, reads it back and compares it, while other files still load; then it lints all, which is most of what lies above the floor of loading, and looks at what is on the disk.',
      };
    } finally {
      rmSync(loader, { force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In dist/, because it runs the worker that stands there. */
async function bundleLoader(outfile: string): Promise<void> {
  await build({
    stdin: {
      contents: "import { loadScripts } from './src/project/load-scripts.js'; const [, , cwd, ...files] = process.argv; void loadScripts(files, 'policies', { cwd });",
      resolveDir: ROOT.pathname,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['esbuild'],
    define: { 'import.meta.url': '__moduleUrl' },
    banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
}
