/** What the process's exit code says (design.md, "Diagnostics and errors"). */

export const EXIT_CODES = {
  /** Nothing at or above --fail-on. */
  clean: 0,
  /** Findings at or above --fail-on, or files that differ from what they should be. */
  findings: 1,
  /** Wrong usage or configuration, unreadable input, or an error of the tool's own. */
  failure: 2,
} as const;
