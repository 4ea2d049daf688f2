/** `$"…{hole}…"` and `$@"…"`: parts of text and holes, each hole with tokens of its own. Source: C# specification, 12.8.3. */
import { isLineBreak, lineEnd } from './characters.js';
import { reportBadEscapes, unclosedEnd } from './lex-string.js';
import type { Lexer } from './lexer.js';
import * as problem from './lexical-problems.js';
import type { InterpolationPart } from './token.js';

/** Interpolated strings in holes of interpolated strings, before the inner one is taken as text. */
const NESTING_LIMIT = 50;

/** More text is not read a second time, so that lexing stays linear. */
const LONGEST_RETRY = 1000;

/** Reads the interpolated string at the head, which stands on `$` or `@`. */
export function lexInterpolatedString(lexer: Lexer): void {
  const { code, at: start } = lexer;
  const verbatim = code[start] === '@' || code[start + 1] === '@';
  lexer.at += verbatim ? 3 : 2;
  if (code[start] === '@') lexer.report(problem.swappedPrefix({ start, end: lexer.at - 1 }));
  if (lexer.depth >= NESTING_LIMIT) {
    lexer.at = lineEnd(code, start, code.length);
    lexer.report(problem.interpolationTooDeep({ start, end: lexer.at }));
    return lexer.push('string', start);
  }
  const parts = readParts(lexer, start, verbatim);
  lexer.push('interpolated-string', start, parts);
}

function readParts(lexer: Lexer, start: number, verbatim: boolean): InterpolationPart[] {
  const { code } = lexer;
  const parts: InterpolationPart[] = [];
  let textStart = lexer.at;
  const endText = (): void => {
    if (lexer.at === textStart) return;
    if (!verbatim) reportBadEscapes(lexer, textStart, lexer.at);
    parts.push({ kind: 'text', start: textStart, end: lexer.at });
  };
  for (;;) {
    const char = code[lexer.at];
    const next = code[lexer.at + 1];
    if (char === undefined || (!verbatim && isLineBreak(code.charCodeAt(lexer.at)))) {
      const end = char === undefined && verbatim ? lexer.at : Math.max(textStart, Math.min(lexer.at, unclosedEnd(code, textStart)));
      lexer.at = end;
      lexer.report(problem.unclosedString({ start, end: lexer.at }, false));
      endText();
      return parts;
    }
    if (char === '"' && !(verbatim && next === '"')) {
      endText();
      lexer.at++;
      return parts;
    }
    if (char === '{' && next !== '{') {
      endText();
      const hole = readHole(lexer, verbatim);
      parts.push(hole);
      textStart = lexer.at;
      if (code[lexer.at - 1] !== '}' && (lexer.at >= code.length || isLineBreak(code.charCodeAt(lexer.at)))) return parts;
    } else if (char === '}' && next !== '}') {
      lexer.report(problem.strayBrace({ start: lexer.at, end: lexer.at + 1 }));
      lexer.at++;
    } else if (char === '{' || char === '}' || (char === '"' && verbatim)) lexer.at += 2;
    else if (char === '\\' && !verbatim && next !== undefined && !isLineBreak(next.charCodeAt(0))) lexer.at += 2;
    else lexer.at++;
  }
}

function readHole(lexer: Lexer, verbatim: boolean): InterpolationPart {
  const { code, at: start } = lexer;
  lexer.at++;
  lexer.depth++;
  const problemsBefore = lexer.problems.length;
  let tokens = lexer.tokensUntil('hole');
  lexer.depth--;
  const hasNoEnd = code[lexer.at] === undefined || lexer.problems.slice(problemsBefore).some(({ code: id }) => id === 'unclosed-string');
  const quote = hasNoEnd && lexer.at - start < LONGEST_RETRY ? tokens.findIndex(({ text }) => text.startsWith('"')) : -1;
  const outerQuote = tokens[quote];
  if (outerQuote !== undefined) {
    // The first quote in a hole without end closes the string around it; what it was taken to start is none.
    lexer.problems.length = problemsBefore;
    lexer.at = outerQuote.start;
    tokens = [...tokens.slice(0, quote), { kind: 'end', text: '', start: lexer.at, end: lexer.at, startsLine: false }];
  }
  if (!verbatim && tokens.some((token) => token.startsLine && token.start > start)) {
    lexer.report(problem.lineBreakInHole({ start, end: start + 1 }));
  }
  if (code[lexer.at] !== ':') return closeHole(lexer, { kind: 'hole', start, end: lexer.at, tokens });
  const format = lexer.at + 1;
  while (lexer.at < code.length && !endsFormat(code, lexer.at, verbatim)) lexer.at++;
  return closeHole(lexer, { kind: 'hole', start, end: lexer.at, tokens, format: { start: format, end: lexer.at } });
}

function endsFormat(code: string, at: number, verbatim: boolean): boolean {
  const char = code[at];
  return char === '}' || char === '"' || (!verbatim && isLineBreak(code.charCodeAt(at)));
}

function closeHole(lexer: Lexer, hole: InterpolationPart): InterpolationPart {
  if (lexer.code[lexer.at] === '}') lexer.at++;
  else lexer.report(problem.unclosedHole({ start: hole.start, end: hole.start + 1 }));
  return { ...hole, end: lexer.at };
}
