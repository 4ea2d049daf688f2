/** How what build makes differs from what is on disk. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, type OutputManifest } from './output-manifest.js';
import type { PlannedOutput } from './plan-outputs.js';

export interface EmittedOutput extends Omit<PlannedOutput, 'document'> {
  readonly text: string;
}

export interface OutputComparison {
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly source: string;
  /** `stale`: written by an earlier build, from a document that is no more. */
  readonly state: 'new' | 'changed' | 'unchanged' | 'stale';
  /** The first line that differs, of a changed output. */
  readonly line?: number;
}

export interface ComparisonOptions {
  /** Absolute. */
  readonly folder: string;
  readonly manifest: OutputManifest;
  /** Whether the outputs of a source that is not among these would be made too: those of all others, when all were built. */
  readonly isBuilt: (source: string) => boolean;
}

/** One for each output, and one for each stale file, in the order of their paths. */
export function compareOutputs(outputs: readonly EmittedOutput[], { folder, manifest, isBuilt }: ComparisonOptions): OutputComparison[] {
  const made = new Set(outputs.map(({ path }) => path));
  const stale = [...manifest].filter(([path, source]) => !made.has(path) && isBuilt(source) && existsSync(join(folder, path)));
  return [
    ...outputs.map((output) => compareOutput(output, folder)),
    ...stale.map(([path, source]): OutputComparison => ({ path, source, state: 'stale' })),
  ].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function compareOutput({ path, source, text }: EmittedOutput, folder: string): OutputComparison {
  const present = readIfThere(join(folder, path));
  if (present === undefined) return { path, source, state: 'new' };
  return present === text ? { path, source, state: 'unchanged' } : { path, source, state: 'changed', line: firstDifferentLine(present, text) };
}

/** From 1, in the first text. */
function firstDifferentLine(present: string, wanted: string): number {
  const lines = wanted.split('\n');
  const difference = present.split('\n').findIndex((line, index) => line !== lines[index]);
  return difference < 0 ? present.split('\n').length : difference + 1;
}
