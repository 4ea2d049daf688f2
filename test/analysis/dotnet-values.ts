/** Expressions whose values .NET was asked for, and what it said. */
import { readFileSync } from 'node:fs';

export const VALUES_FILE = new URL('../../fixtures/csharp/values.json', import.meta.url);

/** What .NET makes of an expression. */
export type Answer =
  | { readonly type: string | null; readonly value: null | string | readonly string[] | readonly number[] }
  | { readonly throws: string }
  | { readonly refused: readonly string[] };

export interface AskedExpression {
  readonly code: string;
  /** Not evaluated at the desk, because it is outside of the table of methods or because versions and cultures differ. */
  readonly isOutside: boolean;
}

/** One expression a line; `##` starts a heading, `?` stands before what is not evaluated. */
export function askedExpressions(): AskedExpression[] {
  const lines = readFileSync(new URL('../../fixtures/csharp/values.txt', import.meta.url), 'utf8').split('\n');
  const asked = lines.filter((line) => line !== '' && !line.startsWith('##'));
  return asked.map((line) => (line.startsWith('? ') ? { code: line.slice(2), isOutside: true } : { code: line, isOutside: false }));
}

export function recordedAnswers(): ReadonlyMap<string, Answer> {
  const recorded: Readonly<Record<string, Answer>> = JSON.parse(readFileSync(VALUES_FILE, 'utf8'));
  return new Map(Object.entries(recorded));
}
