/** Patterns behind `is` and `case`, and the names they declare. Source: C# specification (C# 7), 11 Patterns. */
import type { Designation, Expression, Pattern, SingleDesignation, DiscardDesignation } from './ast.js';
import { unsupported } from './lexical-problems.js';
import { parseBinary, SHIFT } from './parse-expressions.js';
import * as problem from './parse-problems.js';
import { identifierName, mayStartOperand, parseType } from './parse-types.js';
import type { Token } from './token.js';
import type { TokenCursor } from './token-cursor.js';

/** `x is …`, with `is` taken: a type test or a pattern. */
export function parseIsRight(cursor: TokenCursor, left: Expression): Expression {
  const { start } = left.span;
  const newer = skipNewerPattern(cursor);
  if (newer !== undefined) {
    const pattern: Pattern = { kind: 'ConstantPattern', expression: newer, span: newer.span };
    skipCombinators(cursor);
    return { kind: 'IsPatternExpression', expression: left, pattern, span: cursor.spanFrom(start) };
  }
  const declared = parseDeclarationPattern(cursor, 'operand');
  if (declared !== undefined) {
    skipCombinators(cursor);
    return { kind: 'IsPatternExpression', expression: left, pattern: declared, span: cursor.spanFrom(start) };
  }
  const isType = cursor.types.type(cursor.index) !== undefined && !isTupleLike(cursor);
  const node: Expression = isType
    ? { kind: 'TypeTestExpression', operator: 'is', expression: left, type: parseType(cursor, 'operand'), span: cursor.spanFrom(start) }
    : { kind: 'IsPatternExpression', expression: left, pattern: parseConstant(cursor), span: cursor.spanFrom(start) };
  if (cursor.at('{')) skipPropertyPattern(cursor, cursor.token.start);
  skipCombinators(cursor);
  return { ...node, span: cursor.spanFrom(start) };
}

/** What stands behind `case`. */
export function parseCasePattern(cursor: TokenCursor): Pattern {
  const newer = skipNewerPattern(cursor);
  const pattern: Pattern = newer !== undefined
    ? { kind: 'ConstantPattern', expression: newer, span: newer.span }
    : parseDeclarationPattern(cursor, 'declaration') ?? parseConstant(cursor);
  if (cursor.at('{')) skipPropertyPattern(cursor, cursor.token.start);
  skipCombinators(cursor);
  return pattern;
}

function isTupleLike(cursor: TokenCursor): boolean {
  return cursor.at('(');
}

function parseConstant(cursor: TokenCursor): Pattern {
  const expression = parseBinary(cursor, SHIFT);
  return { kind: 'ConstantPattern', expression, span: expression.span };
}

/** `T name`, `T _`, `var name`; undefined when none stands here. */
function parseDeclarationPattern(cursor: TokenCursor, place: 'operand' | 'declaration'): Pattern | undefined {
  const { token } = cursor;
  const scanned = cursor.types.type(cursor.index);
  if (scanned === undefined) return undefined;
  const name = cursor.tokens[scanned.end];
  if (token.text === 'var' && (name?.kind === 'identifier' || cursor.peek().text === '(')) {
    cursor.next();
    const designation = parseDesignation(cursor);
    return { kind: 'VarPattern', designation, span: cursor.spanFrom(token.start) };
  }
  if (name?.kind !== 'identifier' || name.text === 'when' || isCombinator(cursor, scanned.end)) return undefined;
  if (cursor.surroundings.query && place === 'operand' && QUERY_WORDS.has(name.text)) return undefined;
  if (scanned.endBeforeNullable !== undefined && place === 'operand') return undefined;
  const type = parseType(cursor, place);
  const designation = parseSingleDesignation(cursor);
  return { kind: 'DeclarationPattern', type, designation, span: cursor.spanFrom(token.start) };
}

/** The contextual keywords that continue a query. */
export const QUERY_WORDS = new Set('ascending by descending equals from group in into join let on orderby select where'.split(' '));

/** `name`, `_`, `(a, b)`. */
export function parseDesignation(cursor: TokenCursor): Designation {
  if (!cursor.at('(')) return parseSingleDesignation(cursor);
  return cursor.nested(() => {
    const open = cursor.next();
    const variables: Designation[] = [];
    do variables.push(parseDesignation(cursor));
    while (!cursor.recovering && cursor.accept(','));
    cursor.expect(')', () => problem.unclosedBracket(open));
    const span = cursor.spanFrom(open.start);
    cursor.reportOnce(problem.tuple(span));
    return { kind: 'ParenthesizedDesignation', variables, span };
  });
}

export function parseSingleDesignation(cursor: TokenCursor): SingleDesignation | DiscardDesignation {
  const { token } = cursor;
  if (token.kind !== 'identifier') {
    cursor.fail(problem.unexpected('a name')(cursor));
    return { kind: 'DiscardDesignation', span: { start: token.start, end: token.start } };
  }
  cursor.next();
  const span = cursor.spanFrom(token.start);
  if (token.text === '_') return { kind: 'DiscardDesignation', span };
  cursor.traits.hasDesignations = true;
  return { kind: 'SingleDesignation', name: identifierName(token), span };
}

// What came with C# 8 and 9 is named, skipped and stands in the tree as a missing expression.

const RELATIONAL = new Set(['<', '<=', '>', '>=']);

function skipNewerPattern(cursor: TokenCursor): Expression | undefined {
  const { token } = cursor;
  if (token.text === 'not' && startsPattern(cursor.peek())) {
    cursor.next();
    const span = cursor.spanFrom(token.start);
    cursor.report(unsupported(span, '"is not"', '9', 'write !(x is …), or x != null'));
    return skipPattern(cursor, token.start);
  }
  if (RELATIONAL.has(token.text)) {
    cursor.next();
    cursor.report(unsupported(token, 'a relational pattern', '9', 'compare with && and ||'));
    return skipPattern(cursor, token.start);
  }
  if (token.text === '{') return skipPropertyPattern(cursor, token.start);
  return token.text === '(' ? skipPositionalPattern(cursor) : undefined;
}

/** `(1, 2)`; a constant in parentheses is none. */
function skipPositionalPattern(cursor: TokenCursor): Expression | undefined {
  const { token, index } = cursor;
  const close = cursor.types.closer(index);
  let at = index + 1;
  while (at < close && cursor.tokens[at]?.text !== ',') at = Math.max(at, cursor.types.closer(at)) + 1;
  if (at >= close) return undefined;
  cursor.report(unsupported(token, 'a positional pattern', '8', 'compare the parts with &&'));
  cursor.index = close + 1;
  return { kind: 'MissingExpression', span: cursor.spanFrom(token.start) };
}

/** One pattern after something that has been reported. */
function skipPattern(cursor: TokenCursor, start: number): Expression {
  return cursor.nested(() => {
    if (cursor.at('{')) skipBraces(cursor);
    else if (RELATIONAL.has(cursor.token.text) || cursor.at('not')) {
      cursor.next();
      skipPattern(cursor, start);
    } else if (parseDeclarationPattern(cursor, 'operand') === undefined) {
      if (cursor.types.type(cursor.index) !== undefined && !isTupleLike(cursor)) parseType(cursor, 'operand');
      else parseBinary(cursor, SHIFT);
    }
    return { kind: 'MissingExpression', span: cursor.spanFrom(start) };
  });
}

function skipPropertyPattern(cursor: TokenCursor, start: number): Expression {
  cursor.report(unsupported(cursor.token, 'a property pattern', '8', 'test the type with "is T x", then the members with &&'));
  skipBraces(cursor);
  if (cursor.atIdentifier() && !isCombinator(cursor, cursor.index) && !cursor.at('when')) cursor.next();
  return { kind: 'MissingExpression', span: cursor.spanFrom(start) };
}

/** Jumps behind the brace that closes the current one. */
export function skipBraces(cursor: TokenCursor): void {
  const close = cursor.types.closer(cursor.index);
  if (close === -1) {
    cursor.fail(problem.unclosedBracket(cursor.token));
    cursor.next();
  } else cursor.index = close + 1;
}

function skipCombinators(cursor: TokenCursor): void {
  let reported = false;
  while (!cursor.recovering && isCombinator(cursor, cursor.index)) {
    const token = cursor.next();
    if (!reported) cursor.report(unsupported(token, `the pattern "${token.text}"`, '9', `write two tests with ${token.text === 'or' ? '||' : '&&'}`));
    reported = true;
    skipPattern(cursor, cursor.token.start);
  }
}

function isCombinator(cursor: TokenCursor, index: number): boolean {
  const text = cursor.tokens[index]?.text;
  const next = cursor.tokens[index + 1];
  return (text === 'or' || text === 'and') && next !== undefined && startsPattern(next);
}

function startsPattern(token: Token): boolean {
  return token.text !== '&' && token.text !== '*' && (mayStartOperand(token) || token.text === '{' || RELATIONAL.has(token.text));
}
