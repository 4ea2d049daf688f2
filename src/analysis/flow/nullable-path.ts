/** What expressions may find null, by paths that are equal for the same thing however it is written. Source: reference/expressions.json, "context". */

/** Members of context that are null for some calls, or in some sections. */
const NULLABLE_MEMBERS: ReadonlySet<string> = new Set([
  'context.Response', 'context.LastError', 'context.Subscription', 'context.Product', 'context.User', 'context.Request.Body', 'context.Response.Body',
]);

export const RESPONSE = 'context.Response';
export const LAST_ERROR = 'context.LastError';
export const REQUEST_BODY = 'context.Request.Body';
export const RESPONSE_BODY = 'context.Response.Body';

/** @param member a chain of members: `context.Request.Body` */
export function isNullableMember(member: string): boolean {
  return NULLABLE_MEMBERS.has(member);
}

/** What `context.Variables["x"]` gives: null when nobody has set it, or when it was set to null. */
export function variablePath(name: string): string {
  return `variable ${name}`;
}

/** Whether a variable is there, be it null. */
export function containsPath(name: string): string {
  return `contains ${name}`;
}

const VARIABLE = /^variable (.*)$/s;

/** The variable that a path stands for. */
export function pathVariable(path: string): string | undefined {
  return VARIABLE.exec(path)?.[1];
}

/** Header names ignore case, query parameters do not. Source: reference/expressions.md §3. */
const ENTRIES: ReadonlyMap<string, (name: string) => string> = new Map([
  ['context.Request.Headers', (name: string) => `header ${name.toLowerCase()}`],
  ['context.Response.Headers', (name: string) => `response header ${name.toLowerCase()}`],
  ['context.Request.Url.Query', (name: string) => `query parameter ${name}`],
  ['context.Request.OriginalUrl.Query', (name: string) => `query parameter ${name}`],
  ['context.Variables', variablePath],
]);

/** The path of an entry of a dictionary of context: the values of a header; undefined for another dictionary. */
export function entryPath(dictionary: string, name: string): string | undefined {
  return ENTRIES.get(dictionary)?.(name);
}

/** Starts the paths that say that a body has been read without preserveContent. */
export const TAKEN = 'taken ';

export function takenPath(body: string): string {
  return `${TAKEN}${body}`;
}
