/** `npm run generate`: makes what is derived from schemas/; with `--check` writes nothing and fails when something is stale. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readElementFiles } from './generate/element-file.js';
import { generatedCode, generatedPages } from './generate/generated-files.js';

const ROOT = new URL('../', import.meta.url);
const PAGES = 'docs/policies/';

const check = process.argv.includes('--check');
const elements = readElementFiles(new URL('schemas/elements/', ROOT));
bring(generatedCode(elements));
const pages = await generatedPages(elements);
bring(pages);
const folder = new URL(PAGES, ROOT);
for (const path of existsSync(folder) ? readdirSync(folder).map((name) => PAGES + name) : []) if (!pages.has(path)) remove(path);

/** Writes the files that are not as they should be, or says so. */
function bring(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const url = new URL(path, ROOT);
    if (existsSync(url) && readFileSync(url, 'utf8') === text) continue;
    if (check) stale(`${path} is not what schemas/ make`);
    else {
      mkdirSync(new URL('./', url), { recursive: true });
      writeFileSync(url, text);
      console.log(`wrote ${path}`);
    }
  }
}

/** A page whose element is gone. */
function remove(path: string): void {
  if (check) stale(`${path} is made from nothing in schemas/`);
  else {
    rmSync(new URL(path, ROOT));
    console.log(`removed ${path}`);
  }
}

function stale(what: string): void {
  console.error(`${what}; run npm run generate`);
  process.exitCode = 1;
}
