/**
 * Tells V8 to optimize code later, for runs over many documents: each calls thousands of functions a moderate number of times, and optimizing them all,
 * often again and again, takes longer than all the rest of the run.
 */

/** Bytes of bytecode that a function runs before it is optimized; by itself Node 20 takes 67,584. */
const INTERRUPT_BUDGET = 1_000_000;

/** From so many files on; of fewer, loading `node:v8` costs more than it spares. */
const MANY_FILES = 30;

export async function optimizeLater(fileCount: number): Promise<void> {
  if (fileCount < MANY_FILES) return;
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
