/** Values of expressions when something about the request is assumed: that a header or variable is missing, or is no number. */
import type { Result } from './dotnet/value.js';

/** Some text that is not empty and that no integer parses from. */
export const NO_NUMBER_TEXT = Symbol('a text that is no number');

export type AssumedValue = Result | typeof NO_NUMBER_TEXT;

/** UNKNOWN: the assumption does not decide it. */
export { THROWS, UNKNOWN } from './dotnet/value.js';

export function isText(value: AssumedValue): value is string | typeof NO_NUMBER_TEXT {
  return typeof value === 'string' || value === NO_NUMBER_TEXT;
}

/** What is assumed about one header, query parameter or variable. */
export interface Assumption {
  readonly kind: 'header' | 'query' | 'variable';
  readonly name: string;
  readonly state: 'missing' | 'unreadable';
}

/** Whether the assumption is about what has that name. */
export function isAbout(assumption: Assumption, kind: string, name: string): boolean {
  return assumption.kind === kind && (kind === 'header' ? assumption.name.toLowerCase() === name.toLowerCase() : assumption.name === name);
}
