/** Brings a generated file up to date. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { ROOT } from '../build/root.js';

/** Whether the generators only look: `npm run generate -- --check`. */
export const ONLY_CHECKS = process.argv.includes('--check');

/**
 * Writes the file when it is not as it should be; with `--check` it says so instead and makes the process fail.
 * @param path from the root
 * @param source what the text is made from, for the message
 */
export function bringFile(path: string, text: string, source: string): void {
  const file = new URL(path, ROOT);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (ONLY_CHECKS) {
    reportStale(`${path} is not what ${source} make`);
    return;
  }
  mkdirSync(new URL('./', file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${path}`);
}

export function reportStale(what: string): void {
  console.error(`${what}; run npm run generate`);
  process.exitCode = 1;
}
