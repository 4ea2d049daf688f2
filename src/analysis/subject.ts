/** What conditions ask about: a variable, a header or a query parameter that holds a number, or another integer of the request. */
import type { IntegerType } from './integer-type.js';

export interface Subject {
  /** Equal for the same thing, however it is written. */
  readonly key: string;
  readonly kind: 'variable' | 'header' | 'query' | 'expression';
  /** The variable's, header's or parameter's name; the code of an expression. */
  readonly name: string;
  readonly type: IntegerType;
}

/** What an expression that reads a subject comes to when there is no number. */
export type Outcome = bigint | 'throws' | 'unknown';

/** An expression that is the subject's number when it has one. */
export interface Reading {
  readonly subject: Subject;
  readonly missing: Outcome;
  readonly unreadable: Outcome;
}

/** A variable of another type is another subject: reading an int as a long throws (reference/expressions.md §3). */
export function namedSubject(kind: 'variable' | 'header' | 'query', name: string, type: IntegerType): Subject {
  // Header names ignore case, variable and query names do not.
  return { key: `${kind} ${type.name} ${kind === 'header' ? name.toLowerCase() : name}`, kind, name, type };
}

export function expressionSubject(code: string, type: IntegerType): Subject {
  return { key: `expression ${type.name} ${code}`, kind: 'expression', name: code, type };
}

const NOUNS = { variable: 'variable', header: 'header', query: 'query parameter' } as const;

/** The subject in a message: `variable priority`, `context.Response.StatusCode`. */
export function subjectText({ kind, name }: Pick<Subject, 'kind' | 'name'>): string {
  return kind === 'expression' ? name : `${NOUNS[kind]} ${name}`;
}
