/** `npm run generate`: makes what is derived from schemas/elements. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { ROOT } from './build/root.js';
import { bringFile, ONLY_CHECKS, reportStale } from './generate/bring-file.js';
import { readElementFiles } from './generate/element-file.js';
import { generatedCode, generatedPages } from './generate/generated-files.js';

const PAGES = 'docs/policies/';
const SOURCE = 'the files in schemas/elements';

const elements = readElementFiles(new URL('schemas/elements/', ROOT));
for (const [path, text] of generatedCode(elements)) bringFile(path, text, SOURCE);
const pages = await generatedPages(elements);
for (const [path, text] of pages) bringFile(path, text, SOURCE);
const folder = new URL(PAGES, ROOT);
for (const path of existsSync(folder) ? readdirSync(folder).map((name) => PAGES + name) : []) if (!pages.has(path)) remove(path);

/** A page whose element is gone. */
function remove(path: string): void {
  if (ONLY_CHECKS) {
    reportStale(`${path} is made from nothing in schemas/elements`);
    return;
  }
  rmSync(new URL(path, ROOT));
  console.log(`removed ${path}`);
}
