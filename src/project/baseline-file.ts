/** The file that holds a baseline. */
import type { Baseline, BaselineEntry } from '../lint/baseline.js';
import { reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';
import { readIfThere } from './output-manifest.js';
import { writeAtomically } from './write-atomically.js';

/** Goes up when entries mean something else. */
const FORMAT_VERSION = 1;

/**
 * undefined when there is no such file.
 * @param shown the file's name, for the message
 * @throws UsageError for a file that is no baseline
 */
export function readBaseline(absolutePath: string, shown: string): Baseline | undefined {
  const text = readIfThere(absolutePath);
  if (text === undefined) return undefined;
  const entries = entriesIn(text);
  if (entries === undefined) throw new UsageError(`'${shown}' is not a baseline that this version reads; take it from version control, or write it anew with --baseline-write`);
  return entries;
}

/** @throws UsageError when it cannot be written */
export function writeBaseline(absolutePath: string, shown: string, baseline: Baseline): void {
  try {
    writeAtomically(absolutePath, baselineText(baseline));
  } catch (error) {
    throw new UsageError(`'${shown}' cannot be written: ${reason(error)}`, { cause: error });
  }
}

/** One kind of finding a line, in the order of files, codes and fingerprints, so that lists merge and show in a review what they gain. */
export function baselineText(baseline: Baseline): string {
  const findings = new Map<string, Map<string, Map<string, number>>>();
  for (const { file, code, fingerprint, count } of [...baseline].sort(compareEntries)) {
    const codes = findings.get(file) ?? new Map<string, Map<string, number>>();
    const fingerprints = codes.get(code) ?? new Map<string, number>();
    findings.set(file, codes.set(code, fingerprints.set(fingerprint, count)));
  }
  const asObject = (_key: string, value: unknown): unknown => (value instanceof Map ? Object.fromEntries(value) : value);
  return `${JSON.stringify({ formatVersion: FORMAT_VERSION, findings }, asObject, 2)}\n`;
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  const [first, second] = [a, b].map(({ file, code, fingerprint }) => [file, code, fingerprint]);
  return JSON.stringify(first) < JSON.stringify(second) ? -1 : 1;
}

function entriesIn(text: string): BaselineEntry[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const root = members(value);
  const files = members(root?.['findings']);
  if (root?.['formatVersion'] !== FORMAT_VERSION || files === undefined) return undefined;
  const entries: BaselineEntry[] = [];
  for (const [file, codes] of Object.entries(files)) {
    for (const [code, fingerprints] of Object.entries(members(codes) ?? {})) {
      for (const [fingerprint, count] of Object.entries(members(fingerprints) ?? {})) {
        if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) return undefined;
        entries.push({ file, code, fingerprint, count });
      }
    }
  }
  return entries;
}

function members(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
}
