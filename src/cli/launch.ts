/**
 * Starts the program with what V8 compiled in an earlier run, because compiling it takes longer than linting a policy. Whatever is wrong
 * with the kept code, the program runs without it. Built as CommonJS, so it has a `require` and a `__dirname`.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { cacheFolder } from '../project/cache-place.js';
import { writeAtomically } from '../project/write-atomically.js';
import { EXIT_CODES } from './exit-codes.js';

/** Hash of the program's text, put in by scripts/build.ts: V8 itself compares only its length. */
declare const __programHash: string;

type ModuleFunction = (exports: unknown, require: NodeJS.Require, module: { exports: unknown }, filename: string, dirname: string) => void;

/** Its text is a function that takes what Node gives a CommonJS module. */
const PROGRAM = join(__dirname, 'program.cjs');

/** Asked for in the words of Node's own cache of compiled code. */
const isDisabled = (process.env['NODE_DISABLE_COMPILE_CACHE'] ?? '') !== '';

/** Each command calls functions of its own, and those that an earlier run called are the ones that are kept. */
const command = /^[a-z][a-z-]*$/u.exec(process.argv[2] ?? '')?.[0] ?? 'no-command';
const compiled = join(cacheFolder(__dirname), `program-${__programHash}-${process.version}-${process.arch}-${command}.v8`);

/** Of the processor's time. A longer run has called much that small ones do not, and reading its code would hold them up. */
const LONGEST_KEPT_MS = 2000;

/** Holds one file after the other: touching new memory takes longer than reading into it. */
let memory = Buffer.alloc(0);

// The build holds the text to ASCII: read so, it is neither decoded nor stored with two bytes for a character.
const text = read(PROGRAM).toString('latin1');
const cachedData = isDisabled ? undefined : keptCode();
const script = new Script(text, { filename: PROGRAM, ...(cachedData === undefined ? {} : { cachedData }) });
// When the run is over, the functions that it called are compiled too.
if (!isDisabled && (cachedData === undefined || script.cachedDataRejected === true)) process.once('exit', keepCode);
const program = { exports: {} };
const run: ModuleFunction = script.runInThisContext();
run(program.exports, require, program, PROGRAM, __dirname);

function keptCode(): Buffer | undefined {
  try {
    return read(compiled);
  } catch {
    return undefined;
  }
}

/** The content of a file, until the next one is read. */
function read(path: string): Buffer {
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size > memory.length) memory = Buffer.allocUnsafeSlow(size);
    return memory.subarray(0, readSync(descriptor, memory, 0, size, 0));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * A run that fails has called too little, and its command may be no command. A place that cannot be written to costs the next run its
 * head start, nothing else.
 */
function keepCode(exitCode: number): void {
  const { user, system } = process.cpuUsage();
  if (exitCode === EXIT_CODES.failure || user + system > LONGEST_KEPT_MS * 1000) return;
  try {
    mkdirSync(dirname(compiled), { recursive: true });
    writeAtomically(compiled, script.createCachedData());
  } catch {
    return;
  }
}
