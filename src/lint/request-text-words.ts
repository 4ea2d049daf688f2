/** What a caller sends, in words. */
import type { RequestText } from '../analysis/request-text.js';
import type { Source } from '../analysis/value-sources.js';

/** `the header X`, `the query parameter x`. */
export function sourceWords({ kind, name }: Source): string {
  return kind === 'header' ? `the header ${name}` : `the query parameter ${name}`;
}

/** The same; undefined for a variable, which callers do not send. */
export function sentText({ kind, name }: RequestText): string | undefined {
  return kind === 'variable' ? undefined : sourceWords({ kind, name });
}

/** Whether nothing, or an empty text, is read when the caller does not send it. */
export function isEmptyWhenMissing({ whenMissing }: RequestText): boolean {
  return whenMissing.kind === 'null' || (whenMissing.kind === 'text' && whenMissing.text === '');
}
