/** The C# of one policy expression → tree and problems. */
import type { SyntaxProblem } from '../text/syntax-problem.js';
import type { Code, Expression, ExpressionForm, ParsedCode } from './ast.js';
import { lex } from './lexer.js';
import { parseStatements } from './parse-blocks.js';
import { parseExpression } from './parse-expressions.js';
import * as problem from './parse-problems.js';
import { NestingTooDeep, type NotedTraits, TokenCursor } from './token-cursor.js';
import { isDeeperThan } from './tree-depth.js';

/** More than this many levels in the tree, chains of operators included, and walking it would exhaust the stack. */
const TREE_DEPTH_LIMIT = 1_500;
/** Mistakes given for one expression; the rest would only repeat them. */
const PROBLEM_LIMIT = 20;

/**
 * Parses what stands between `@(` and `)` (form `expression`) or between `@{` and `}` (form `block`). The tree is whole also
 * when there are problems: MissingExpression stands for what could not be read. Never throws; linear in the text.
 */
export function parseCode(code: string, form: ExpressionForm): { code: ParsedCode; problems: SyntaxProblem[] } {
  const { tokens, problems } = lex(code);
  const tooDeep = problems.find(({ code: id }) => id === 'nesting-too-deep');
  if (tooDeep !== undefined) return { code: { ...nothing(form, code), traits: traitsOf(form) }, problems: [tooDeep] };
  const cursor = new TokenCursor(tokens, problems, traitsOf(form));
  // A literal or comment that is never closed has swallowed what the parser would miss.
  const swallowed = problems.find(({ code: id }) => id === 'unclosed-comment');
  try {
    const parsed = form === 'expression' ? parseWholeExpression(cursor, code) : parseWholeBlock(cursor, code);
    if (tokens.length > TREE_DEPTH_LIMIT && isDeeperThan(parsed, TREE_DEPTH_LIMIT)) throw new NestingTooDeep({ start: 0, end: code.length });
    return { code: { ...parsed, traits: cursor.traits }, problems: ordered(swallowed === undefined ? problems : upTo(problems, swallowed)) };
  } catch (error) {
    if (!(error instanceof NestingTooDeep)) throw error;
    problems.push(problem.nestingTooDeep(error.span));
    return { code: { ...nothing(form, code), traits: traitsOf(form) }, problems: ordered(problems) };
  }
}

/** Of code in which nothing has been found yet. */
function traitsOf(form: ExpressionForm): NotedTraits {
  return { hasDesignations: false, hasStatements: form === 'block', hasUnfollowed: false };
}

function parseWholeExpression(cursor: TokenCursor, code: string): Code {
  if (cursor.atEnd) {
    if (cursor.problems.length === 0) cursor.fail(problem.emptyExpression({ start: 0, end: code.length }));
    return nothing('expression', code);
  }
  const { token } = cursor;
  if (STATEMENTS.has(token.text) && token.kind === 'keyword') {
    cursor.fail(problem.statementInExpression(token));
    if (token.text !== 'return') return nothing('expression', code);
    cursor.next();
    cursor.recovered();
    if (cursor.atEnd) return nothing('expression', code);
    const expression = parseExpression(cursor);
    if (cursor.at(';')) cursor.next();
    else if (!cursor.atEnd) cursor.fail(problem.behindExpression(cursor.token));
    return { form: 'expression', expression };
  }
  const expression = parseExpression(cursor);
  endExpression(cursor);
  return { form: 'expression', expression };
}

const STATEMENTS = new Set('return if for foreach while do switch try using lock const goto break continue'.split(' '));

/** Reports what stands behind a whole expression. */
function endExpression(cursor: TokenCursor): void {
  if (cursor.atEnd || cursor.recovering) return;
  const { token } = cursor;
  if (token.text === ';') cursor.fail(problem.semicolonInExpression(token));
  else if (token.kind !== 'unknown') cursor.fail(problem.behindExpression(token));
}

function parseWholeBlock(cursor: TokenCursor, code: string): Code {
  if (cursor.atEnd && cursor.problems.length === 0) cursor.fail(problem.emptyExpression({ start: 0, end: code.length }));
  const statements = parseStatements(cursor);
  while (!cursor.atEnd) {
    cursor.fail(problem.unexpected('a statement')(cursor));
    cursor.next();
    cursor.recovered();
    statements.push(...parseStatements(cursor));
  }
  return { form: 'block', block: { kind: 'Block', statements, span: { start: 0, end: code.length } } };
}

function nothing(form: ExpressionForm, code: string): Code {
  const span = { start: 0, end: code.length };
  const expression: Expression = { kind: 'MissingExpression', span };
  return form === 'expression' ? { form, expression } : { form, block: { kind: 'Block', statements: [], span } };
}

function upTo(problems: readonly SyntaxProblem[], last: SyntaxProblem): SyntaxProblem[] {
  return problems.filter((found) => found === last || found.span.start < last.span.start);
}

function ordered(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end).slice(0, PROBLEM_LIMIT);
}
