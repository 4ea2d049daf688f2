/** What callers send, in words. */
import type { Source } from '../analysis/value-sources.js';

/** `the header X`, `the query parameter x`. */
export function sourceWords({ kind, name }: Source): string {
  return kind === 'header' ? `the header ${name}` : `the query parameter ${name}`;
}
