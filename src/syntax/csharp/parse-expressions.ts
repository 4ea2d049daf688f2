/** Expressions: assignment, conditional, binary and unary operators. Source: C# specification, 12.4.2 Operator precedence. */
import type { AssignmentOperator, BinaryOperator, Expression, PrefixUnaryExpression } from './ast.js';
import { unsupported } from './lexical-problems.js';
import { isCast, parseCast } from './parse-cast.js';
import { parseFunction, startsFunction } from './parse-lambda.js';
import { parseDesignation, parseIsRight, skipBraces } from './parse-patterns.js';
import { parsePrimary } from './parse-primary.js';
import * as problem from './parse-problems.js';
import { parseQuery, startsQuery } from './parse-query.js';
import { mayStartOperand, parseType, startsOperandForSure } from './parse-types.js';
import type { TokenCursor } from './token-cursor.js';

interface InfixOperator {
  readonly operator: BinaryOperator | 'is' | 'as' | '..';
  readonly precedence: number;
  readonly tokens: 1 | 2;
}

const COALESCE = 1;
const RELATIONAL = 8;
export const SHIFT = 9;
const RANGE = 12;

const PRECEDENCES: readonly (readonly [number, string])[] = [
  [COALESCE, '??'], [2, '||'], [3, '&&'], [4, '|'], [5, '^'], [6, '&'], [7, '== !='], [RELATIONAL, '< > <= >= is as'],
  [SHIFT, '<<'], [10, '+ -'], [11, '* / %'], [RANGE, '..'],
];

const INFIX: ReadonlyMap<string, InfixOperator> = new Map(
  PRECEDENCES.flatMap(([precedence, operators]) =>
    operators.split(' ').map((operator) => [operator, { operator: operator as InfixOperator['operator'], precedence, tokens: 1 }] as const)),
);

const RIGHT_SHIFT: InfixOperator = { operator: '>>', precedence: SHIFT, tokens: 2 };

const ASSIGNMENTS: ReadonlySet<string> = new Set<AssignmentOperator>(['=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>=']);
const PREFIXES: ReadonlySet<string> = new Set<PrefixUnaryExpression['operator']>(['+', '-', '!', '~', '++', '--']);

/** Parses one expression, as far as it reaches. Where none stands, reports that and gives a MissingExpression. */
export function parseExpression(cursor: TokenCursor): Expression {
  return cursor.nested(() => {
    const left = parseConditional(cursor);
    const operator = assignmentOperator(cursor);
    if (operator === undefined) return left;
    const right = parseExpression(cursor);
    return { kind: 'AssignmentExpression', operator, left, right, span: cursor.spanFrom(left.span.start) };
  });
}

/** Takes the assignment operator at the cursor, when there is one. */
function assignmentOperator(cursor: TokenCursor): AssignmentOperator | undefined {
  const { token } = cursor;
  if (token.kind !== 'punctuation') return undefined;
  if (token.text === '>' && cursor.peek().text === '>=' && cursor.peek().start === token.end) {
    cursor.next();
    cursor.next();
    return '>>=';
  }
  if (token.text === '??=') {
    cursor.next();
    cursor.report(unsupported(token, '"??="', '8', 'write a = a ?? b'));
    return '=';
  }
  if (!isAssignment(token.text)) return undefined;
  cursor.next();
  return token.text;
}

function isAssignment(text: string): text is AssignmentOperator {
  return ASSIGNMENTS.has(text);
}

function parseConditional(cursor: TokenCursor): Expression {
  const condition = parseBinary(cursor, 0);
  if (!cursor.at('?')) return condition;
  const question = cursor.next();
  const whenTrue = parseExpression(cursor);
  if (!cursor.accept(':')) {
    cursor.fail(problem.missingConditionalColon(cursor, question));
    return { kind: 'ConditionalExpression', condition, whenTrue, whenFalse: missingAt(cursor), span: cursor.spanFrom(condition.span.start) };
  }
  const whenFalse = parseExpression(cursor);
  return { kind: 'ConditionalExpression', condition, whenTrue, whenFalse, span: cursor.spanFrom(condition.span.start) };
}

function missingAt(cursor: TokenCursor): Expression {
  const at = cursor.previous.end;
  return { kind: 'MissingExpression', span: { start: at, end: at } };
}

/** Operators that bind at least as tightly as `minimum`. */
export function parseBinary(cursor: TokenCursor, minimum: number): Expression {
  let left = parseUnary(cursor);
  for (;;) {
    const infix = infixOperator(cursor);
    if (infix === undefined || infix.precedence < minimum) return left;
    const first = cursor.next();
    if (infix.tokens === 2) cursor.next();
    const { operator } = infix;
    const { start } = left.span;
    if (operator === 'is') left = parseIsRight(cursor, left);
    else if (operator === 'as') {
      const type = parseType(cursor, 'operand');
      left = { kind: 'TypeTestExpression', operator, expression: left, type, span: cursor.spanFrom(start) };
    } else if (operator === '..') {
      cursor.report(unsupported(first, 'a range ("..")', '8', 'use Substring, Skip or Take'));
      if (mayStartOperand(cursor.token)) parseBinary(cursor, RANGE + 1);
      left = { kind: 'MissingExpression', span: cursor.spanFrom(start) };
    } else {
      const right = operator === '??'
        ? cursor.nested(() => parseBinary(cursor, COALESCE))
        : parseBinary(cursor, infix.precedence + 1);
      left = { kind: 'BinaryExpression', operator, left, right, span: cursor.spanFrom(start) };
    }
  }
}

function infixOperator(cursor: TokenCursor): InfixOperator | undefined {
  const { token } = cursor;
  if (token.kind !== 'punctuation' && token.kind !== 'keyword') return undefined;
  if (token.text === '>') {
    const next = cursor.peek();
    if (next.start === token.end && next.text === '>') return RIGHT_SHIFT;
    if (next.start === token.end && next.text === '>=') return undefined;
  }
  return INFIX.get(token.text);
}

/** An operand with its prefix operators; also what reaches to the end of its expression: lambda, query, `throw`. */
export function parseUnary(cursor: TokenCursor): Expression {
  const { token } = cursor;
  if (token.kind === 'punctuation') {
    if (isPrefix(token.text)) {
      const operator = token.text;
      cursor.next();
      const operand = cursor.nested(() => parseUnary(cursor));
      return { kind: 'PrefixUnaryExpression', operator, operand, span: cursor.spanFrom(token.start) };
    }
    if (token.text === '^' || token.text === '..') return parseNewerPrefix(cursor);
  }
  if (startsFunction(cursor)) return parseFunction(cursor);
  if (token.text === '(' && isCast(cursor)) return parseCast(cursor);
  if (token.kind === 'keyword') {
    if (token.text === 'throw') return parseThrow(cursor);
    if (token.text === 'ref') {
      if (!REF_FOLLOWS.has(cursor.previous.text)) cursor.fail(problem.unexpected('an expression')(cursor));
      cursor.next();
      const expression = parseExpression(cursor);
      return { kind: 'RefExpression', expression, span: cursor.spanFrom(token.start) };
    }
  } else if (token.kind === 'identifier') {
    if (token.text === 'from' && startsQuery(cursor)) return parseQuery(cursor);
    if (token.text === 'await' && startsAwait(cursor)) return parseAwait(cursor);
    if (token.text === 'var' && isDeconstruction(cursor)) return parseDeconstruction(cursor);
  }
  return parseNewerSuffix(cursor, parsePrimary(cursor));
}

/** What a reference to a variable may stand behind. */
const REF_FOLLOWS = new Set(['=', 'return', '=>', '?', ':']);

function isPrefix(text: string): text is PrefixUnaryExpression['operator'] {
  return PREFIXES.has(text);
}

function parseNewerPrefix(cursor: TokenCursor): Expression {
  const token = cursor.next();
  cursor.report(token.text === '^'
    ? unsupported(token, 'an index from the end ("^")', '8', 'count from Length or Count()')
    : unsupported(token, 'a range ("..")', '8', 'use Substring, Skip or Take'));
  if (mayStartOperand(cursor.token)) cursor.nested(() => parseUnary(cursor));
  return { kind: 'MissingExpression', span: cursor.spanFrom(token.start) };
}

/** `x switch { … }` and `x with { … }`. */
function parseNewerSuffix(cursor: TokenCursor, left: Expression): Expression {
  if (cursor.peek().text !== '{') return left;
  if (cursor.at('switch')) cursor.report(unsupported(cursor.token, 'a switch expression', '8', 'write a switch statement, or ? : one after the other'));
  else if (cursor.at('with')) cursor.report(unsupported(cursor.token, 'a "with" expression', '9', 'create a new object'));
  else return left;
  cursor.next();
  skipBraces(cursor);
  return { kind: 'MissingExpression', span: cursor.spanFrom(left.span.start) };
}

function parseThrow(cursor: TokenCursor): Expression {
  const token = cursor.next();
  const expression = cursor.nested(() => parseBinary(cursor, COALESCE));
  const span = cursor.spanFrom(token.start);
  cursor.report(problem.throwing(span));
  return { kind: 'ThrowExpression', expression, span };
}

function startsAwait(cursor: TokenCursor): boolean {
  return startsOperandForSure(cursor.peek()) || cursor.peek().text === '(';
}

function parseAwait(cursor: TokenCursor): Expression {
  const token = cursor.next();
  cursor.reportOnce(problem.asyncCode(token, 'await'));
  const expression = cursor.nested(() => parseUnary(cursor));
  return { kind: 'AwaitExpression', expression, span: cursor.spanFrom(token.start) };
}

/** `var (a, b) = …`. */
function isDeconstruction(cursor: TokenCursor): boolean {
  if (cursor.peek().text !== '(') return false;
  const close = cursor.types.closer(cursor.index + 1);
  const behind = cursor.tokens[close + 1]?.text;
  return close !== -1 && (behind === '=' || behind === 'in');
}

function parseDeconstruction(cursor: TokenCursor): Expression {
  const token = cursor.next();
  const typeSpan = cursor.spanFrom(token.start);
  const designation = parseDesignation(cursor);
  return {
    kind: 'DeclarationExpression',
    type: { kind: 'NamedType', parts: [{ name: 'var', typeArguments: [], span: typeSpan }], span: typeSpan },
    designation,
    span: cursor.spanFrom(token.start),
  };
}
