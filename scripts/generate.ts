/** `npm run generate`: makes what is derived from schemas/; with `--check` writes nothing and fails when something is stale. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './generate/generated-files.js';

const ROOT = new URL('../', import.meta.url);

/** Folders that hold generated files only: one that nothing makes any more is removed. */
const GENERATED_FOLDERS = ['docs/policies/'];

const check = process.argv.includes('--check');
const files = generatedFiles(ROOT);
const stale = [...files].filter(([path, text]) => current(path) !== text).map(([path]) => path);
const left = GENERATED_FOLDERS.flatMap((folder) => (existsSync(new URL(folder, ROOT)) ? readdirSync(new URL(folder, ROOT)).map((name) => folder + name) : [])).filter((path) => !files.has(path));

if (check) {
  for (const path of stale) console.error(`${path} is not what schemas/ make; run npm run generate`);
  for (const path of left) console.error(`${path} is made from nothing in schemas/; run npm run generate`);
  process.exitCode = stale.length + left.length === 0 ? 0 : 1;
} else {
  for (const path of stale) {
    mkdirSync(new URL('./', new URL(path, ROOT)), { recursive: true });
    writeFileSync(new URL(path, ROOT), files.get(path) ?? '');
    console.log(`wrote ${path}`);
  }
  for (const path of left) {
    rmSync(new URL(path, ROOT));
    console.log(`removed ${path}`);
  }
}

function current(path: string): string | undefined {
  const url = new URL(path, ROOT);
  return existsSync(url) ? readFileSync(url, 'utf8') : undefined;
}
