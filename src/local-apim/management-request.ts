/** A request as it came: where it points to, taken apart. */

export interface ManagementRequest {
  readonly method: string;
  /** Of the whole path, decoded. */
  readonly segments: readonly string[];
  /** With the names as they were sent. */
  readonly query: Readonly<Record<string, string>>;
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of what sends none, empty. */
  readonly body: string;
}

const LONGEST_SEGMENT = 1024;

/**
 * @param url as it stands in the first line of the request
 * @returns undefined for one that could mean something else than it says: `.` and `..`, empty segments, a slash or a control character within one
 */
export function parseTarget(url: string): Pick<ManagementRequest, 'segments' | 'query'> | undefined {
  const [path = '', ...query] = url.split('?');
  if (!path.startsWith('/')) return undefined;
  try {
    const segments = path === '/' ? [] : path.slice(1).split('/').map(decodeURIComponent);
    if (!segments.every(isPlain)) return undefined;
    return { segments, query: Object.fromEntries(new URLSearchParams(query.join('?'))) };
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function isPlain(segment: string): boolean {
  return segment !== '' && segment !== '.' && segment !== '..' && segment.length <= LONGEST_SEGMENT && !/[/\\\u0000-\u001F\u007F]/u.test(segment);
}

/** The value of a query parameter, whose name may be written in any case. */
export function queryValue({ query }: Pick<ManagementRequest, 'query'>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(query).find(([key]) => key.toLowerCase() === wanted)?.[1];
}
