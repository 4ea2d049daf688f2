/** Literals that look like policy expressions: the service takes them as they are written. */

/** `@ (1 + 2)`. The service looks for `@(` and `@{`. Source: reference/expressions.md §1, the schema pattern of an expression. */
const SPACE_BEHIND_AT = /^@\s+[({]/u;
/** `@return 1;`, `@context.Request.IpAddress`. */
const NO_BRACKETS = /^@(?:return\s|context\s*[.?])/u;
/** A member of `context` with what is called on it, and nothing else. Source: reference/expressions.json, context. */
const BARE_CODE =
  /^context\.(?:Api|Backend|Deployment|Elapsed|GraphQL|LastError|Operation|Product|Request|RequestId|Response|Subscription|Timestamp|Tracing|User|Variables|Workspace)(?:\??\.\w+|\[[^\]]*\]|<\w+>|\([^()]*\))*$/u;

/** What to do about a text that was most likely meant as an expression; undefined for any other. @param text trimmed */
export function hintForMeantExpression(text: string): string | undefined {
  if (SPACE_BEHIND_AT.test(text)) return 'remove the white space behind the @';
  if (NO_BRACKETS.test(text)) return text.startsWith('@return') ? 'write @{ return …; }' : 'put the code into brackets: @(…)';
  return BARE_CODE.test(text) ? 'write it as an expression: @(…)' : undefined;
}
