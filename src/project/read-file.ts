/** Reads one file within bounds of size. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { reason } from '../model/system-error.js';
import type { FileProblem } from './file-problem.js';

/** APIM takes policies of 256 KiB (reference/policy-documents.md, "Limits"); sixty-four times that is no policy. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;

const CHUNK = 64 * 1024;

export type FileBytes = { readonly bytes: Uint8Array } | { readonly problem: FileProblem };

/** The bytes of a regular file or pipe, or why it cannot be read. Never reads more than `MAX_FILE_BYTES`. */
export function readFileBytes(absolutePath: string): FileBytes {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(absolutePath, 'r');
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) return { problem: { code: 'not-a-file', message: 'a directory stands where a policy file is expected' } };
    if (!stats.isFile() && !stats.isFIFO()) return { problem: { code: 'not-a-file', message: 'a device or socket stands where a policy file is expected' } };
    if (stats.size > MAX_FILE_BYTES) return { problem: tooLarge(stats.size) };
    return readAll(descriptor, stats.size);
  } catch (error) {
    return { problem: { code: 'unreadable-file', message: `file cannot be read: ${reason(error)}` } };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The problem of an input above the limit. */
export function tooLarge(bytes: number): FileProblem {
  return {
    code: 'file-too-large',
    message: `file has ${(bytes / 1024 / 1024).toFixed(0)} MB, more than the ${MAX_FILE_BYTES / 1024 / 1024} MB that are read`,
    hint: 'APIM takes policy documents of at most 256 KB; check that this is the right file',
  };
}

/** Sizes of pipes and of files that grow are not known beforehand, so reading goes on until the end or the limit. */
function readAll(descriptor: number, expected: number): FileBytes {
  // One byte more than expected, so that the end is found without another chunk.
  let chunk = new Uint8Array(expected === 0 ? CHUNK : expected + 1);
  let filled = 0;
  const full: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const count = readSync(descriptor, chunk, filled, chunk.length - filled, null);
    if (count === 0) break;
    filled += count;
    total += count;
    if (total > MAX_FILE_BYTES) return { problem: tooLarge(total) };
    if (filled === chunk.length) {
      full.push(chunk);
      chunk = new Uint8Array(CHUNK);
      filled = 0;
    }
  }
  const rest = chunk.subarray(0, filled);
  return { bytes: full.length === 0 ? rest : Buffer.concat([...full, rest], total) };
}
