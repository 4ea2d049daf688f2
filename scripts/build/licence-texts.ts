/** The licences of the packages whose code is in the bundles. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { ROOT } from './root.js';

/**
 * One text, the packages in the order of their names.
 * @throws Error when a package has no licence file
 */
export function licenceTexts(metafiles: readonly Metafile[]): string {
  return [...bundledPackages(metafiles)].sort().map(licenceText).join('\n');
}

/** Folders of packages, `node_modules/yargs`, that gave at least one byte to an output. */
export function bundledPackages(metafiles: readonly Metafile[]): ReadonlySet<string> {
  const used = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)));
  const folders = used.map(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? packageFolder(path) : undefined));
  return new Set(folders.filter((folder) => folder !== undefined));
}

function packageFolder(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0];
}

function licenceText(folder: string): string {
  const { name, version, license }: Record<string, unknown> = JSON.parse(readFileSync(new URL(`${folder}/package.json`, ROOT), 'utf8'));
  const file = readdirSync(new URL(folder, ROOT)).find((entry) => /^licen[cs]e/iu.test(entry));
  if (file === undefined) throw new Error(`${folder} has no licence file`);
  return `${String(name)} ${String(version)} (${String(license)})\n\n${readFileSync(new URL(`${folder}/${file}`, ROOT), 'utf8').trim()}\n\n${'-'.repeat(80)}\n`;
}
