/** Deletions that the service refuses, because something that it alone knows of still uses the resource. */
import { RemoteError } from '../../model/remote-error.js';
import { withoutStop } from '../without-stop.js';

/** Of fragments and backends; that named values are refused in the same words is inferred. Source: reference/management-api.md §2.6. */
const IS_USED = /\bis used by the following entities:(?<users>[^]*)/iu;

/** Who uses it, as the service says it; undefined for every other error. */
export function usersNamed(error: Error | undefined): string | undefined {
  if (!(error instanceof RemoteError) || error.kind !== 'refused') return undefined;
  for (const { message } of error.details) {
    const users = IS_USED.exec(message)?.groups?.['users'];
    if (users !== undefined) return withoutStop(users.trim()).split(/\s+/u).join(', ');
  }
  return undefined;
}
