/** Finds the place in the author's file that called a builder. */
import type { CallSite } from './authored.js';

type Callable = (...args: never[]) => unknown;

/** How far up the stack a call of the author's is looked for: patterns call builders through a few functions of ours. */
const DEPTH = 24;

/** The folder of this package's code: `src/dsl/`, or `dist/` once bundled. Frames in it are not the author's. */
const ownFolder = folderOf(normalized(framesAbove(undefined, 1)[0]?.getFileName() ?? ''));

/**
 * The call of a builder that the author wrote: the nearest frame outside of this package, or the builder's caller when
 * all frames are the package's (policy files bundled together with it). Positions are those of the running script.
 * @param builder the function that the author called; frames from it inwards are left out
 * @param callee its name, for underlining
 * @returns a place without URL where the engine has no structured stacks
 */
export function callSite(builder: Callable, callee: string): CallSite {
  const [caller] = framesAbove(builder, 1);
  const frame = caller === undefined || !isOwn(caller) ? caller : (framesAbove(builder, DEPTH).find((other) => !isOwn(other)) ?? caller);
  return { url: frame?.getFileName() ?? '', line: frame?.getLineNumber() ?? 1, column: frame?.getColumnNumber() ?? 1, callee };
}

/** Reads the stack as data; the settings of Error are as before afterwards. */
function framesAbove(builder: Callable | undefined, limit: number): NodeJS.CallSite[] {
  if (typeof Error.captureStackTrace !== 'function') return [];
  const { stackTraceLimit, prepareStackTrace } = Error;
  const holder: { stack?: unknown } = {};
  try {
    Error.stackTraceLimit = limit;
    Error.prepareStackTrace = (_, frames) => frames;
    Error.captureStackTrace(holder, builder ?? framesAbove);
    return Array.isArray(holder.stack) ? holder.stack : [];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
    else Error.prepareStackTrace = prepareStackTrace;
  }
}

function isOwn(frame: NodeJS.CallSite): boolean {
  const file = frame.getFileName() ?? '';
  return file === '' || normalized(file).startsWith(ownFolder) || file.startsWith('node:');
}

/** File URL or path, with `/` and without what precedes the path. */
function normalized(file: string): string {
  return file.replace(/^file:\/\//u, '').replaceAll('\\', '/').replace(/^\/(?=[A-Za-z]:\/)/u, '');
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
