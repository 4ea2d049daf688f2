/** The mistakes the lexer reports, each with its code, message and hint. */
import type { TextEdit } from '../text/edit.js';
import type { Span } from '../text/position.js';
import type { SyntaxProblem } from '../text/syntax-problem.js';

/** A change that says what the code was to say, whatever surrounds it. */
function fixed(found: SyntaxProblem, title: string, ...edits: readonly TextEdit[]): SyntaxProblem {
  return { ...found, fix: { title, safety: 'safe', edits } };
}

const insert = (at: number, text: string): TextEdit => ({ span: { start: at, end: at }, text });

const shown = (text: string): string => (text.length > 30 ? `${text.slice(0, 27)}…` : text);

function error(code: string, span: Span, message: string, hint?: string): SyntaxProblem {
  return hint === undefined ? { code, span, message, severity: 'error' } : { code, span, message, severity: 'error', hint };
}

/** A feature of a C# version later than the one that APIM takes. Source: reference/expressions.md §1, "C# features". */
export function unsupported(span: Span, feature: string, version: string, hint: string): SyntaxProblem {
  return error('unsupported-csharp', span, `${feature} came with C# ${version}, and APIM takes C# 7`, hint);
}

export function unclosedString(span: Span, goesOn: boolean): SyntaxProblem {
  return error('unclosed-string', span, 'this string has no closing quote',
    goesOn ? 'close the string on its line, or write @"…" for one that goes over several lines' : 'close the string with ", or look for a quote that is missing before it');
}

export function unclosedCharacter(span: Span): SyntaxProblem {
  return error('unclosed-char', span, 'this character literal has no closing apostrophe', 'close it with \', or use double quotes for a string');
}

export function unclosedComment(span: Span): SyntaxProblem {
  return error('unclosed-comment', span, 'this comment is never closed', 'close it with */');
}

export function unclosedHole(span: Span): SyntaxProblem {
  return error('unclosed-bracket', span, 'this "{" of an interpolated string is never closed', 'close it with }, or write {{ for a brace as text');
}

export function emptyCharacter(span: Span): SyntaxProblem {
  return inDoubleQuotes(error('empty-char', span, "'' holds no character", 'write "" for an empty string'));
}

/** @param written the text as it is written, between the quotes */
export function singleQuotedString(text: string, written: string, span: Span): SyntaxProblem {
  const found = error('single-quoted-string', span, `'${shown(text)}' is in single quotes, which hold one character in C#`, 'use double quotes for a string');
  return written.includes('"') ? found : inDoubleQuotes(found);
}

function inDoubleQuotes(found: SyntaxProblem): SyntaxProblem {
  const { start, end } = found.span;
  return fixed(found, 'use double quotes', { span: { start, end: start + 1 }, text: '"' }, { span: { start: end - 1, end }, text: '"' });
}

export function badEscape(sequence: string, span: Span): SyntaxProblem {
  const found = error('bad-escape', span, `"${sequence}" is no escape sequence of C#`, 'double the backslash, or write @"…" for a string without escapes');
  return fixed(found, 'double the backslash', insert(span.start, '\\'));
}

export function strayBrace(span: Span): SyntaxProblem {
  return fixed(error('stray-brace', span, 'a "}" stands alone in an interpolated string', 'write }} for a brace as text'), 'write }}', insert(span.start, '}'));
}

export function lineBreakInHole(span: Span): SyntaxProblem {
  return unsupported(span, 'a line break inside {…} of $"…"', '11', 'write $@"…", or put the value into a variable first');
}

export function interpolationTooDeep(span: Span): SyntaxProblem {
  return error('nesting-too-deep', span, 'interpolated strings are nested too deeply here', 'put the inner ones into variables');
}

export function swappedPrefix(span: Span): SyntaxProblem {
  return fixed(unsupported(span, '@$"…"', '8', 'write $@"…"'), 'write $@', { span, text: '$@' });
}

export function rawString(span: Span): SyntaxProblem {
  return unsupported(span, 'a raw string ("""…""")', '11', 'write @"…" and double the quotes in it');
}

export function leadingSeparator(span: Span): SyntaxProblem {
  return unsupported(span, 'a digit separator before the first digit', '7.2', 'remove the _ behind the prefix');
}

export function invalidNumber(text: string, span: Span): SyntaxProblem {
  return error('invalid-number', span, `"${shown(text)}" is no number`);
}

export function entityInCode(text: string, span: Span): SyntaxProblem {
  return error('entity-in-code', span, `"${text}" is XML and no C#: it stands in CDATA, or was escaped twice`, 'write the character it stands for');
}

const CURLY_QUOTES = /^[\u2018\u2019\u201c\u201d\u201e]/;

export function unexpectedCharacter(text: string, span: Span): SyntaxProblem {
  return error('unexpected-character', span, `"${shown(text)}" is no part of C#`, characterHint(text));
}

function characterHint(text: string): string {
  if (CURLY_QUOTES.test(text)) return 'use straight quotes';
  if (text.startsWith('@')) return 'remove the @: what stands here is C# already';
  if (text.startsWith('#')) return 'remove it; APIM compiles no preprocessor lines';
  return 'remove it, or put it into a string';
}
