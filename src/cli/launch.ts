/**
 * Starts the program with what V8 compiled in an earlier run, because compiling it takes longer than linting a policy. Whatever is wrong
 * with the kept code, the program runs without it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { cacheFolder } from '../project/cache-place.js';
import { writeAtomically } from '../project/write-atomically.js';

/** Hash of the program's text, put in by scripts/build.ts: V8 itself compares only its length. */
declare const __programHash: string;

const PROGRAM = join(dirname(fileURLToPath(import.meta.url)), 'program.cjs');

/** Asked for in the words of Node's own cache of compiled code. */
const isDisabled = (process.env['NODE_DISABLE_COMPILE_CACHE'] ?? '') !== '';
const compiled = join(cacheFolder(dirname(PROGRAM)), `program-${__programHash}-${process.version}-${process.arch}.v8`);

const cachedData = isDisabled ? undefined : keptCode();
const script = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(PROGRAM, 'utf8')}\n})`, {
  filename: PROGRAM,
  ...(cachedData === undefined ? {} : { cachedData }),
});
// When the run is over, the functions that it called are compiled too.
if (!isDisabled && (cachedData === undefined || script.cachedDataRejected === true)) process.once('exit', keepCode);
const program: { readonly exports: unknown } = { exports: {} };
script.runInThisContext().call(program.exports, program.exports, createRequire(PROGRAM), program, PROGRAM, dirname(PROGRAM));

function keptCode(): Buffer | undefined {
  try {
    return readFileSync(compiled);
  } catch {
    return undefined;
  }
}

/** A place that cannot be written to costs the next run its head start, nothing else. */
function keepCode(): void {
  try {
    mkdirSync(dirname(compiled), { recursive: true });
    writeAtomically(compiled, script.createCachedData());
  } catch {
    return;
  }
}
