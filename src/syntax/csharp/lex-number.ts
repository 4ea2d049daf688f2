/** Number literals: decimal, hexadecimal, binary, real; with digit separators and suffixes. Source: C# specification, 6.4.5.3 and 6.4.5.4. */
import { isDigit, isHexDigit } from './characters.js';
import type { Lexer } from './lexer.js';
import * as problem from './lexical-problems.js';

const UNDERSCORE = 95;

/** Reads the number at the head, which stands on a digit, or on a point before one. */
export function lexNumber(lexer: Lexer): void {
  const { code, at: start } = lexer;
  const prefix = code[start] === '0' ? code[start + 1]?.toLowerCase() : undefined;
  if (prefix === 'x' || prefix === 'b') lexPrefixed(lexer, prefix === 'x' ? isHexDigit : isBinaryDigit);
  else lexDecimal(lexer);
  lexer.push('number', start);
}

function lexPrefixed(lexer: Lexer, isDigitOf: (code: number) => boolean): void {
  const { code, at: start } = lexer;
  const digits = start + 2;
  lexer.at = digits;
  skipDigits(lexer, isDigitOf);
  const span = { start, end: lexer.at };
  if (code.charCodeAt(digits) === UNDERSCORE) lexer.report(problem.leadingSeparator(span));
  else if (lexer.at === digits) lexer.report(problem.invalidNumber(code.slice(start, lexer.at), span));
  reportTrailingSeparator(lexer, start);
  skipIntegerSuffix(lexer);
}

function lexDecimal(lexer: Lexer): void {
  const { code, at: start } = lexer;
  skipDigits(lexer, isDigit);
  let real = false;
  if (code[lexer.at] === '.' && isDigit(code.charCodeAt(lexer.at + 1))) {
    real = true;
    lexer.at++;
    skipDigits(lexer, isDigit);
  }
  const exponent = code[lexer.at];
  if (exponent === 'e' || exponent === 'E') {
    const sign = code[lexer.at + 1];
    const digits = lexer.at + (sign === '+' || sign === '-' ? 2 : 1);
    if (isDigit(code.charCodeAt(digits))) {
      real = true;
      lexer.at = digits;
      skipDigits(lexer, isDigit);
    }
  }
  reportTrailingSeparator(lexer, start);
  const suffix = code[lexer.at];
  if (suffix !== undefined && 'fFdDmM'.includes(suffix)) lexer.at++;
  else if (!real) skipIntegerSuffix(lexer);
}

function isBinaryDigit(code: number): boolean {
  return code === 48 || code === 49;
}

function skipDigits(lexer: Lexer, isDigitOf: (code: number) => boolean): void {
  const { code } = lexer;
  while (lexer.at < code.length) {
    const char = code.charCodeAt(lexer.at);
    if (!isDigitOf(char) && char !== UNDERSCORE) return;
    lexer.at++;
  }
}

/** `u`, `l`, `ul` and `lu` in any case. */
function skipIntegerSuffix(lexer: Lexer): void {
  const first = lexer.code[lexer.at]?.toLowerCase();
  if (first !== 'u' && first !== 'l') return;
  lexer.at++;
  const second = lexer.code[lexer.at]?.toLowerCase();
  if ((second === 'u' || second === 'l') && second !== first) lexer.at++;
}

function reportTrailingSeparator(lexer: Lexer, start: number): void {
  if (lexer.code.charCodeAt(lexer.at - 1) !== UNDERSCORE) return;
  const span = { start, end: lexer.at };
  lexer.report(problem.invalidNumber(lexer.code.slice(start, lexer.at), span));
}
