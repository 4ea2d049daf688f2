/** The settings that a bundle depends on besides its scripts: the tsconfig.json and package.json files above them. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { parse } from 'jsonc-parser';
import type { BundleInput } from './bundle-cache.js';
import { contentHash } from './cache-folder.js';

/**
 * The settings files in all folders from those of the scripts upward, absent ones included, because one that appears later
 * matters too. Scripts in node_modules are left out: packages change with their scripts.
 */
export function settingsInputs(scripts: Iterable<string>): BundleInput[] {
  const folders = new Set<string>();
  for (const script of scripts) {
    if (script.split(sep).includes('node_modules')) continue;
    for (let folder = dirname(script); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  }
  const inputs = new Map<string, BundleInput>();
  for (const folder of folders) {
    addInput(inputs, join(folder, 'package.json'));
    const tsconfig = join(folder, 'tsconfig.json');
    addInput(inputs, tsconfig);
    addExtended(inputs, tsconfig);
  }
  return [...inputs.values()];
}

function addInput(inputs: Map<string, BundleInput>, path: string): void {
  if (!inputs.has(path)) inputs.set(path, existsSync(path) ? { path, hash: contentHash(readFileSync(path)) } : { path });
}

/** The files that a tsconfig.json extends, and those that they extend. */
function addExtended(inputs: Map<string, BundleInput>, tsconfig: string): void {
  const pending = [tsconfig];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (inputs.get(path)?.hash === undefined) continue;
    const content: unknown = parse(readFileSync(path, 'utf8'));
    const named = typeof content === 'object' && content !== null && 'extends' in content ? [content.extends].flat() : [];
    for (const name of named) {
      const extended = typeof name === 'string' ? extendedPath(name, path) : undefined;
      if (extended === undefined || inputs.has(extended)) continue;
      addInput(inputs, extended);
      pending.push(extended);
    }
  }
}

function extendedPath(name: string, from: string): string | undefined {
  if (isAbsolute(name) || name.startsWith('.')) {
    const path = resolve(dirname(from), name);
    return existsSync(path) ? path : `${path}.json`;
  }
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}
