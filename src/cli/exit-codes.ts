/** What the process's exit code says (design.md, "Diagnostics and errors"). */

export const EXIT_CODES = {
  /** Nothing at or above --fail-on. */
  clean: 0,
  /** Findings at or above --fail-on, or files that differ from what they should be. */
  findings: 1,
  /** Wrong usage or configuration, unreadable input, or an error of the tool's own. */
  failure: 2,
} as const;

/** What `plan --detailed-exitcode` says, with terraform's meaning: whoever acts on 2 must never be told so of a run that failed. */
export const DETAILED_EXIT_CODES = { unchanged: 0, failure: 1, changes: 2 } as const;

/** Of a run that cannot go on, whatever command it was and however far it came. */
export function failureCode(args: readonly string[]): number {
  return args.includes('--detailed-exitcode') ? DETAILED_EXIT_CODES.failure : EXIT_CODES.failure;
}
