/** What an author is told who makes a mistake that types would have found. */
import { UsageError } from '../../src/model/usage-error.js';

/** The message of the UsageError that `make` throws; any other error fails the test. */
export function thrown(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'nothing is thrown';
}

/** Calls a function as someone does who writes JavaScript: nothing is type checked. */
export function untyped(builder: (...args: never[]) => unknown, ...args: readonly unknown[]): unknown {
  return Reflect.apply(builder, undefined, args);
}
