/** Regular, verbatim and raw strings and characters: where they end, and what is wrong with them. */
import { isLineBreak, lineEnd } from './characters.js';
import type { Lexer } from './lexer.js';
import * as problem from './lexical-problems.js';
import { quotedEnd, verbatimEnd } from './literal-extent.js';
import { unescapeRegular } from './string-escapes.js';

/** `"…"`. One that is not closed ends with its line, closing brackets and semicolons at the line's end left out. */
export function lexRegularString(lexer: Lexer): void {
  const { code, at: start } = lexer;
  const end = quotedEnd(code, start, code.length);
  if (end === -1) {
    const firstLine = { start, end: unclosedEnd(code, start) };
    const laterEnd = laterLineEnd(code, start);
    lexer.at = laterEnd ?? firstLine.end;
    lexer.report(problem.unclosedString(firstLine, laterEnd !== undefined || code.includes('"', lexer.at)));
  } else {
    lexer.at = end;
    reportBadEscapes(lexer, start + 1, end - 1);
  }
  lexer.push('string', start);
}

/** `@"…"`. One that is not closed ends as a regular string would. */
export function lexVerbatimString(lexer: Lexer): void {
  const { code, at: start } = lexer;
  const end = verbatimEnd(code, start + 1, code.length);
  lexer.at = end === -1 ? unclosedEnd(code, start) : end;
  if (end === -1) lexer.report(problem.unclosedString({ start, end: lexer.at }, false));
  lexer.push('string', start);
}

/** `"""…"""`, of C# 11. */
export function lexRawString(lexer: Lexer): void {
  const { code, at: start } = lexer;
  const close = code.indexOf('"""', start + 3);
  let end = close === -1 ? unclosedEnd(code, start) : close + 3;
  while (close !== -1 && code[end] === '"') end++;
  lexer.at = end;
  lexer.report(problem.rawString({ start, end }));
  lexer.push('string', start);
}

/** `'x'`. What stands in single quotes and is not one character is read as a string. */
export function lexCharacter(lexer: Lexer): void {
  const { code, at: start } = lexer;
  const end = quotedEnd(code, start, code.length);
  if (end === -1) {
    lexer.at = strayApostropheEnd(code, start);
    lexer.report(problem.unclosedCharacter({ start, end: lexer.at }));
    return lexer.push('char', start);
  }
  lexer.at = end;
  const { value } = unescapeRegular(code.slice(start + 1, end - 1));
  if (value.length === 1) {
    reportBadEscapes(lexer, start + 1, end - 1);
    return lexer.push('char', start);
  }
  lexer.report(value === '' ? problem.emptyCharacter({ start, end }) : problem.singleQuotedString(value, code.slice(start + 1, end - 1), { start, end }));
  lexer.push('string', start);
}

/** Reports the escape sequences in `start`–`end` that C# does not know. */
export function reportBadEscapes(lexer: Lexer, start: number, end: number): void {
  const inner = lexer.code.slice(start, end);
  for (const bad of unescapeRegular(inner).bad) {
    lexer.report(problem.badEscape(inner.slice(bad.start, bad.end), { start: start + bad.start, end: start + bad.end }));
  }
}

/** The end of a string that is not closed: its line's end, less the `);` and `}` that belong to the code around it. */
export function unclosedEnd(code: string, start: number): number {
  const stop = lineEnd(code, start, code.length);
  let end = stop;
  while (end > start + 2 && CODE_AT_LINE_END.has(code.charCodeAt(end - 1))) end--;
  return end;
}

/** Where a string over several lines ends: at the next quote, when that starts no string itself. */
function laterLineEnd(code: string, start: number): number | undefined {
  const quote = code.indexOf('"', lineEnd(code, start, code.length));
  if (quote === -1 || quotedEnd(code, quote, code.length) !== -1) return undefined;
  const startsString = /[-=(,+[{:?&|!<>]\s*$/.test(code.slice(Math.max(start, quote - 20), quote));
  return startsString || !/^\s*(?:$|[)\];,.+}])/.test(code.slice(quote + 1, quote + 20)) ? undefined : quote + 1;
}

const CODE_AT_LINE_END = new Set([...' \t)]};,'].map((char) => char.charCodeAt(0)));

/** A lone apostrophe takes the word behind it along. */
function strayApostropheEnd(code: string, start: number): number {
  let end = start + 1;
  while (end < code.length && !isLineBreak(code.charCodeAt(end)) && !')]};, "'.includes(code.charAt(end))) end++;
  return end;
}
