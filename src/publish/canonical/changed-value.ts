/** Single changes, put together. */
import type { ContentChange } from './content-change.js';
import { COVER } from './mask-secrets.js';

const COVER_OF_ANOTHER = '(secret, changed)';

/** A value that is another now, though both may look the same once secrets are covered. */
export function changedValue(path: string, before: string, after: string): ContentChange {
  return { kind: 'changed', path, before, after: before === after ? after.replaceAll(COVER, COVER_OF_ANOTHER) : after };
}

export function addedOrRemoved(kind: 'added' | 'removed', path: string, text: string): ContentChange {
  return kind === 'added' ? { kind, path, after: text } : { kind, path, before: text };
}
