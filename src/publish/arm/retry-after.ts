/** How long an answer asks to wait. Source: reference/management-api.md §1.5. */

export interface AnswerHeaders {
  readonly get: (name: string) => string | undefined;
}

const MILLISECOND_HEADERS = ['retry-after-ms', 'x-ms-retry-after-ms'];

/**
 * Milliseconds from `now`, not negative; undefined when no header says it in a way that can be read. `Retry-After` holds seconds or a date.
 * @param now milliseconds since 1970
 */
export function retryAfter(headers: AnswerHeaders, now: number): number | undefined {
  for (const name of MILLISECOND_HEADERS) {
    const milliseconds = plainNumber(headers.get(name));
    if (milliseconds !== undefined) return milliseconds;
  }
  const text = headers.get('retry-after');
  const seconds = plainNumber(text);
  if (seconds !== undefined) return seconds * 1_000;
  const date = text === undefined || !/\d{4}/u.test(text) ? Number.NaN : Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function plainNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,9}(?:\.\d+)?\s*$/u.test(text) ? Number(text) : undefined;
}
