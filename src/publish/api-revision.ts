/** Revisions of APIs, `chat;rev=2`: the current one is reached without its number. Source: reference/management-api.md §1.2, §2.1. */

export function withoutRevision(api: string): string {
  return api.replace(/;rev=\d+$/iu, '');
}

/** Whether it is named by its number. */
export function isRevision(api: string): boolean {
  return withoutRevision(api) !== api;
}
