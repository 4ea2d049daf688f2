/** `npm run generate`: makes docs/checks.md; with `--check` writes nothing and fails when it is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { checkPage } from './generate/check-page.js';

const PATH = 'docs/checks.md';
const file = new URL(`../${PATH}`, import.meta.url);
const text = checkPage();

if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  if (process.argv.includes('--check')) {
    console.error(`${PATH} is not what src/check/codes.ts makes; run npm run generate`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`wrote ${PATH}`);
  }
}
