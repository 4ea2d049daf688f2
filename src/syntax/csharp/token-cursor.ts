/** The parser's place in a list of tokens, and the problems it has found. */
import type { Span } from '../text/position.js';
import type { SyntaxProblem } from '../text/syntax-problem.js';
import type { CodeTraits } from './ast.js';
import type { Token } from './token.js';
import { TypeScanner } from './type-scanner.js';

/** Expressions, statements and types within each other. */
export const NESTING_LIMIT = 200;

/** Ends parsing when the code is nested too deeply; only parseCode catches it. */
export class NestingTooDeep extends Error {
  constructor(readonly span: Span) {
    super('nesting too deep');
  }
}

/** What the code around the current place allows. */
export interface Surroundings {
  /** Statements that Razor itself reads: their bodies must be blocks. Source: reference/expressions.md §1. */
  readonly razor: boolean;
  /** In a lambda, anonymous method or local function. */
  readonly nestedFunction: boolean;
  readonly query: boolean;
  /** Directly in `{…}` of an interpolated string. */
  readonly hole: boolean;
}

/** While the code is being parsed. */
export type NotedTraits = { -readonly [Trait in keyof CodeTraits]: boolean };

const END_OF_NOTHING: Token = { kind: 'end', text: '', start: 0, end: 0, startsLine: false };

export class TokenCursor {
  readonly tokens: readonly Token[];
  readonly problems: SyntaxProblem[];
  readonly types: TypeScanner;
  /** Of all the code, holes included. */
  readonly traits: NotedTraits;
  /** The current token; at the end the last one. */
  token: Token;
  depth = 0;
  surroundings: Surroundings = { razor: true, nestedFunction: false, query: false, hole: false };
  /** After a syntax error, until the parser knows again where it is: what it trips over then follows from that error. */
  recovering = false;
  readonly #end: Token;
  #index = 0;
  #mentioned = new Set<string>();

  constructor(tokens: readonly Token[], problems: SyntaxProblem[], traits: NotedTraits) {
    this.tokens = tokens;
    this.problems = problems;
    this.types = new TypeScanner(tokens);
    this.traits = traits;
    this.#end = tokens.at(-1) ?? END_OF_NOTHING;
    this.token = tokens[0] ?? this.#end;
  }

  /** A cursor over the tokens of a hole, which reports where this one does. */
  forHole(tokens: readonly Token[]): TokenCursor {
    const inner = new TokenCursor(tokens, this.problems, this.traits);
    inner.depth = this.depth;
    inner.#mentioned = this.#mentioned;
    inner.recovering = this.recovering;
    inner.surroundings = { ...this.surroundings, razor: false, hole: true };
    return inner;
  }

  get index(): number {
    return this.#index;
  }

  set index(index: number) {
    this.#index = index;
    this.token = this.tokens[index] ?? this.#end;
  }

  #advance(): void {
    this.token = this.tokens[++this.#index] ?? this.#end;
  }

  peek(distance = 1): Token {
    return this.tokens[this.#index + distance] ?? this.#end;
  }

  /** The token before the current one. */
  get previous(): Token {
    return this.tokens[this.#index - 1] ?? this.token;
  }

  get atEnd(): boolean {
    return this.token.kind === 'end';
  }

  /** Whether the current token is this keyword, contextual keyword or operator. */
  at(text: string): boolean {
    return this.token.text === text;
  }

  atIdentifier(): boolean {
    return this.token.kind === 'identifier';
  }

  /** Takes the current token; at the end it stays. */
  next(): Token {
    const { token } = this;
    if (token.kind !== 'end') this.#advance();
    return token;
  }

  /** Takes the current token when it is this one. */
  accept(text: string): boolean {
    if (this.token.text !== text) return false;
    this.#advance();
    return true;
  }

  /** Takes this token, or reports that it is missing. */
  expect(text: string, report: (cursor: TokenCursor) => SyntaxProblem): boolean {
    if (this.accept(text)) return true;
    this.fail(report(this));
    return false;
  }

  /** Reports that the code cannot be read on; what follows from it is kept quiet until `recovered`. */
  fail(problem: SyntaxProblem): void {
    if (!this.recovering) this.problems.push(problem);
    this.recovering = true;
  }

  /** Reports a mistake that does not stop the parser. */
  report(problem: SyntaxProblem): void {
    this.problems.push(problem);
  }

  recovered(): void {
    this.recovering = false;
  }

  /** The span from `start` to the end of the last token taken. */
  spanFrom(start: number): Span {
    const { end } = this.tokens[this.#index - 1] ?? this.token;
    return { start, end: end < start ? start : end };
  }

  /** Reports a mistake of which one mention is enough. */
  reportOnce(problem: SyntaxProblem): void {
    if (this.#mentioned.has(problem.code)) return;
    this.#mentioned.add(problem.code);
    this.report(problem);
  }

  /** Runs `parse` one level deeper. Throws NestingTooDeep. */
  nested<T>(parse: () => T): T {
    if (this.depth >= NESTING_LIMIT) throw new NestingTooDeep({ start: this.token.start, end: this.token.end });
    this.depth++;
    const result = parse();
    this.depth--;
    return result;
  }

  /** Runs `parse` in other surroundings. */
  within<T>(surroundings: Partial<Surroundings>, parse: () => T): T {
    const outer = this.surroundings;
    this.surroundings = { ...outer, ...surroundings };
    const result = parse();
    this.surroundings = outer;
    return result;
  }
}
