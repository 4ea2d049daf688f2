/** C# source → tokens. Source: C# specification, 6.4 Tokens, as of C# 7; newer literals are recognised in order to name them. */
import type { SyntaxProblem } from '../text/syntax-problem.js';
import { isBlank, isDigit, isIdentifierPart, isIdentifierStart, isLineBreak, lineEnd } from './characters.js';
import { isReservedWord } from './keywords.js';
import { lexInterpolatedString } from './lex-interpolated-string.js';
import { lexNumber } from './lex-number.js';
import { lexCharacter, lexRawString, lexRegularString, lexVerbatimString } from './lex-string.js';
import { blockCommentEnd } from './literal-extent.js';
import * as problem from './lexical-problems.js';
import type { InterpolationPart, Token, TokenKind } from './token.js';

/** Longest first, per first character. `>>` is two tokens, because it may close two lists of type arguments. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '+': ['++', '+='], '-': ['--', '-=', '->'], '*': ['*='], '/': ['/='], '%': ['%='],
  '&': ['&&', '&='], '|': ['||', '|='], '^': ['^='], '!': ['!='], '=': ['=>', '=='],
  '<': ['<<=', '<<', '<='], '>': ['>='], '?': ['??=', '??'], ':': ['::'], '.': ['..'],
  '~': [], '(': [], ')': [], '[': [], ']': [], '{': [], '}': [], ';': [], ',': [],
};

/** What is a token of its own, whatever stands around it. */
const ALWAYS_ALONE: ReadonlySet<string> = new Set('()[]};,~');

const [SPACE, SLASH, FIRST_BEYOND_ASCII] = [32, 47, 128];
const ASCII_WORD = /[A-Za-z0-9_]*/y;

const NAMED_VALUE = /\{\{[A-Za-z0-9_.-]+\}\}/y;

/** The tokens of a piece of C#, white space and comments left out; the last one is of kind `end`. Never throws. */
export function tokenize(code: string): Token[] {
  return lex(code).tokens;
}

/** The tokens and the mistakes in them. */
export function lex(code: string): { tokens: Token[]; problems: SyntaxProblem[] } {
  const lexer = new Lexer(code);
  return { tokens: lexer.tokensUntil('end'), problems: lexer.problems };
}

/** A reading head over one text. The functions that read literals take it, advance it and report to it. */
export class Lexer {
  readonly code: string;
  readonly problems: SyntaxProblem[] = [];
  at = 0;
  /** Interpolated strings around the head. */
  depth = 0;
  #startsLine = true;
  #tokens: Token[] = [];

  constructor(code: string) {
    this.code = code;
  }

  /** Reads to the end of the text or, in a hole of an interpolated string, to the `}` or `:` that ends its code. */
  tokensUntil(stop: 'end' | 'hole'): Token[] {
    const outer = this.#tokens;
    const outerStartsLine = this.#startsLine;
    const tokens: Token[] = (this.#tokens = []);
    if (stop === 'hole') this.#startsLine = false;
    let brackets = 0;
    for (;;) {
      this.skipTrivia();
      const char = this.code[this.at];
      if (char === undefined) break;
      if (stop === 'hole') {
        if (brackets === 0 && (char === '}' || (char === ':' && this.code[this.at + 1] !== ':'))) break;
        if (char === '(' || char === '[' || char === '{') brackets++;
        else if (char === ')' || char === ']' || char === '}') brackets--;
      }
      this.#lexToken(char);
    }
    this.push('end', this.at);
    this.#tokens = outer;
    this.#startsLine = outerStartsLine;
    return tokens;
  }

  /** Adds the token from `start` to the head. */
  push(kind: TokenKind, start: number, parts?: readonly InterpolationPart[]): void {
    const token: Token = { kind, text: this.code.slice(start, this.at), start, end: this.at, startsLine: this.#startsLine };
    this.#tokens.push(parts === undefined ? token : { ...token, parts });
    this.#startsLine = false;
  }

  report(found: SyntaxProblem): void {
    this.problems.push(found);
  }

  skipTrivia(): void {
    const { code } = this;
    while (this.at < code.length) {
      const char = code.charCodeAt(this.at);
      if (char === SPACE) this.at++;
      else if (char > SPACE && char < FIRST_BEYOND_ASCII && char !== SLASH) return;
      else if (isLineBreak(char)) {
        this.#startsLine = true;
        this.at++;
      } else if (isBlank(char)) this.at++;
      else if (char !== SLASH) return;
      else if (code[this.at + 1] === '/') this.at = lineEnd(code, this.at, code.length);
      else if (code[this.at + 1] === '*') this.#skipBlockComment();
      else return;
    }
  }

  #skipBlockComment(): void {
    const end = blockCommentEnd(this.code, this.at, this.code.length);
    if (end === -1) this.report(problem.unclosedComment({ start: this.at, end: this.at + 2 }));
    this.at = end === -1 ? this.code.length : end;
  }

  #lexToken(char: string): void {
    const { code, at } = this;
    if (ALWAYS_ALONE.has(char)) {
      this.at++;
      return this.push('punctuation', at);
    }
    const codeUnit = code.charCodeAt(at);
    if (isIdentifierStart(codeUnit)) return this.#lexWord(at);
    if (char === '"') return code.startsWith('"""', at) ? lexRawString(this) : lexRegularString(this);
    if (isDigit(codeUnit) || (char === '.' && isDigit(code.charCodeAt(at + 1)))) return lexNumber(this);
    if (char === "'") return lexCharacter(this);
    if (char === '@') {
      if (code[at + 1] === '"') return lexVerbatimString(this);
      if (code.startsWith('$"', at + 1)) return lexInterpolatedString(this);
      if (isIdentifierStart(code.charCodeAt(at + 1))) return this.#lexWord(at + 1);
    }
    if (char === '$' && (code[at + 1] === '"' || code.startsWith('@"', at + 1))) return lexInterpolatedString(this);
    if (char === '{' && this.#lexNamedValue()) return;
    if (char === '&' && this.#lexEntity()) return;
    this.#lexOperator(char);
  }

  /** `from` is behind the `@` of a verbatim identifier. */
  #lexWord(from: number): void {
    const start = this.at;
    ASCII_WORD.lastIndex = from;
    ASCII_WORD.test(this.code);
    let end = Math.max(ASCII_WORD.lastIndex, from + 1);
    while (end < this.code.length && isIdentifierPart(this.code.charCodeAt(end))) end++;
    this.at = end;
    this.push(from === start && isReservedWord(this.code.slice(start, end)) ? 'keyword' : 'identifier', start);
  }

  /** `{{name}}`, unless what stands before it can only be followed by an initializer, as in `new[] {{1}}`. */
  #lexNamedValue(): boolean {
    NAMED_VALUE.lastIndex = this.at;
    const text = NAMED_VALUE.exec(this.code)?.[0];
    if (text === undefined) return false;
    const previous = this.#tokens.at(-1);
    if (previous !== undefined && (previous.kind === 'identifier' || INITIALIZER_MAY_FOLLOW.has(previous.text))) return false;
    const start = this.at;
    this.at += text.length;
    this.push('named-value', start);
    return true;
  }

  /** An XML entity that was decoded too rarely; the first is reported for all. */
  #lexEntity(): boolean {
    ENTITY.lastIndex = this.at;
    const text = ENTITY.exec(this.code)?.[0];
    if (text === undefined) return false;
    const start = this.at;
    this.at += text.length;
    if (!this.problems.some(({ code }) => code === 'entity-in-code')) this.report(problem.entityInCode(text, { start, end: this.at }));
    this.push('unknown', start);
    return true;
  }

  #lexOperator(char: string): void {
    const start = this.at;
    const longer = OPERATORS[char];
    if (longer === undefined) {
      this.#skipUnknown();
      this.report(problem.unexpectedCharacter(this.code.slice(start, this.at), { start, end: this.at }));
      return this.push('unknown', start);
    }
    this.at += longer.length === 0 ? 1 : longer.find((operator) => this.code.startsWith(operator, start))?.length ?? 1;
    this.push('punctuation', start);
  }

  /** A run of characters that start no token is one mistake, and so is a text in typographic quotes. */
  #skipUnknown(): void {
    const { code } = this;
    CURLY_QUOTED.lastIndex = this.at;
    const quoted = CURLY_QUOTED.exec(code)?.[0];
    if (quoted !== undefined) {
      this.at += quoted.length;
      return;
    }
    const first = code.charCodeAt(this.at);
    while (this.at < code.length && code.charCodeAt(this.at) === first) this.at++;
  }
}

const CURLY_QUOTED = /[\u201c-\u201e][^\r\n"\u201c-\u201e]*[\u201c\u201d]/y;

const ENTITY = /&(?:amp|lt|gt|quot|apos);/y;

const INITIALIZER_MAY_FOLLOW = new Set([')', ']', '{']);
