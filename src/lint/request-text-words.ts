/** What a caller sends, in words. */
import type { RequestText } from '../analysis/request-text.js';

/** `the header X`, `the query parameter x`; undefined for a variable, which callers do not send. */
export function sentText({ kind, name }: RequestText): string | undefined {
  if (kind === 'variable') return undefined;
  return kind === 'header' ? `the header ${name}` : `the query parameter ${name}`;
}

/** Whether nothing, or an empty text, is read when the caller does not send it. */
export function isEmptyWhenMissing({ whenMissing }: RequestText): boolean {
  return whenMissing.kind === 'null' || (whenMissing.kind === 'text' && whenMissing.text === '');
}
