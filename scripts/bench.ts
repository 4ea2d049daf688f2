/**
 * `npm run bench`: measures against named peers in one run and writes docs/performance.md. `npm run bench -- publishing` measures that alone and
 * leaves the other sections, and the head, as they are.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { buildMany } from './bench/build-many.js';
import { coldStart } from './bench/cold-start.js';
import { corpusLint, growth } from './bench/corpus-lint.js';
import { expressionTimes, typeLibraryLoad } from './bench/expressions.js';
import { formatting } from './bench/formatting.js';
import { publishing } from './bench/publishing.js';
import type { BenchResult } from './bench/result.js';
import { ROOT } from './build/root.js';

/** Node 20 reads these certificates at every start, which triples the time a child process takes (reference/stack.md). */
delete process.env['NODE_EXTRA_CA_CERTS'];

const built = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', '--bundles-only'], { cwd: ROOT, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const MEASURES: Readonly<Record<string, () => BenchResult | readonly BenchResult[] | Promise<BenchResult | readonly BenchResult[]>>> = {
  coldStart, corpusLint, growth, formatting, buildMany, expressionTimes, typeLibraryLoad, publishing,
};
const PAGE = new URL('docs/performance.md', ROOT);

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(MEASURES, name));
if (unknown !== undefined) {
  console.error(`there is no measure '${unknown}'; there are ${Object.keys(MEASURES).join(', ')}`);
  process.exit(1);
}
const results: BenchResult[] = [];
for (const [name, measure] of Object.entries(MEASURES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const measured = [await measure()].flat();
  results.push(...measured);
  for (const result of measured) console.log(`${section(result)}\n`);
}
writeFileSync(PAGE, wanted.length === 0 ? page() : withSections(readFileSync(PAGE, 'utf8')));

/** The page with the sections that were measured in the place of those of their titles, or at its end. */
function withSections(before: string): string {
  return results.reduce((text, result) => {
    const start = text.indexOf(`\n## ${result.title}\n`);
    if (start < 0) return `${text.trimEnd()}\n\n${section(result)}\n`;
    const next = text.indexOf('\n## ', start + 1);
    return `${text.slice(0, start + 1)}${section(result)}\n${next < 0 ? '' : text.slice(next)}`;
  }, before);
}

function page(): string {
  const [cpu] = cpus();
  return [
    '<!-- Written by `npm run bench`; do not edit. -->',
    '',
    '# Performance',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${process.platform}, ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}). Ratios are of`,
    'processes and functions measured in turns in one run; absolute times are this machine\'s.',
    '',
    ...results.flatMap((result) => [section(result), '']),
  ].join('\n');
}

function section({ title, method, rows, ratio, note }: BenchResult): string {
  return [
    `## ${title}`,
    '',
    `${method.charAt(0).toUpperCase()}${method.slice(1)}.`,
    ...(rows.length === 0 ? [] : ['', '| | |', '|---|---|', ...rows.map(({ what, value }) => `| ${what} | ${value} |`)]),
    ...(ratio === undefined ? [] : ['', `Ratio ${ratio.value.toFixed(2)}; target: ${ratio.target}: ${ratio.isMet ? 'met' : '**missed**'}.`]),
    ...(note === undefined ? [] : ['', note]),
  ].join('\n');
}
