/** Statements. Source: C# specification, 13 Statements; Razor's rules: reference/expressions.md §1. */
import type { Expression, Statement } from './ast.js';
import { unsupported } from './lexical-problems.js';
import { parseBlock } from './parse-blocks.js';
import { CONTROL_FLOW } from './parse-control-flow.js';
import { parseDeclarationStatement, startsDeclaration } from './parse-declarations.js';
import { parseExpression } from './parse-expressions.js';
import * as problem from './parse-problems.js';
import { startsQuery } from './parse-query.js';
import { parseIdentifier } from './parse-types.js';
import type { TokenCursor } from './token-cursor.js';

type StatementParser = (cursor: TokenCursor) => Statement;

/** Parses one statement. */
export function parseStatement(cursor: TokenCursor): Statement {
  return cursor.nested(() => parseByFirstToken(cursor));
}

function parseByFirstToken(cursor: TokenCursor): Statement {
  const { token } = cursor;
  const { text } = token;
  if (token.kind === 'keyword') {
    const parse = Object.hasOwn(CONTROL_FLOW, text) ? CONTROL_FLOW[text] : SIMPLE[text];
    if (parse !== undefined && !(text === 'default' && cursor.peek().text === '(')) return parse(cursor);
    if (UNSUPPORTED_DECLARATIONS.has(text) && !isLocalFunctionModifier(cursor)) {
      cursor.fail(problem.notInExpressions(token, `"${text}"`));
      return empty(cursor);
    }
  } else if (token.kind === 'punctuation') {
    if (text === '{') return parseBlock(cursor);
    if (text === ';') {
      cursor.next();
      return empty(cursor, token.start);
    }
    if (text === '<') {
      cursor.fail(problem.markup(token));
      return empty(cursor);
    }
  } else if (token.kind === 'identifier') {
    if (text === 'yield' && (cursor.peek().text === 'return' || cursor.peek().text === 'break')) return parseYield(cursor);
    if (cursor.peek().text === ':') return parseLabeled(cursor);
    if (text === 'from' && startsQuery(cursor)) return parseExpressionStatement(cursor);
    if (text === 'await' && cursor.peek().kind === 'identifier') return parseExpressionStatement(cursor);
    if (text === 'record' && cursor.peek().kind === 'identifier' && '({'.includes(cursor.peek(2).text || ' ')) {
      cursor.fail(unsupported(token, 'a record', '9', 'use an anonymous object or a JObject'));
      return empty(cursor);
    }
  } else if (token.kind === 'named-value' && !cursor.surroundings.query) {
    const next = cursor.peek();
    if (next.kind === 'end' || next.startsLine || next.text === '}') return parseNamedValueStatement(cursor);
  }
  return startsDeclaration(cursor) ? parseDeclarationStatement(cursor) : parseExpressionStatement(cursor);
}

function empty(cursor: TokenCursor, start = cursor.token.start): Statement {
  return { kind: 'EmptyStatement', span: cursor.index === 0 ? { start, end: start } : { start, end: Math.max(start, cursor.previous.end) } };
}

const UNSUPPORTED_DECLARATIONS = new Set(
  'class struct interface enum namespace public private protected internal static abstract sealed virtual override extern readonly unsafe fixed volatile event operator implicit explicit'.split(' '),
);

function isLocalFunctionModifier(cursor: TokenCursor): boolean {
  return cursor.at('static') && startsDeclaration(cursor);
}

const SIMPLE: Readonly<Record<string, StatementParser>> = {
  return: (cursor) => {
    const { start, end } = cursor.next();
    const bare = cursor.at(';') || cursor.at('}') || cursor.atEnd;
    const lacksValue = bare && !cursor.surroundings.nestedFunction;
    if (lacksValue) cursor.report(problem.returnWithoutValue({ start, end }));
    const expression = bare ? {} : { expression: parseExpression(cursor) };
    if (!lacksValue || cursor.at(';')) endStatement(cursor);
    return { kind: 'ReturnStatement', ...expression, span: cursor.spanFrom(start) };
  },
  break: (cursor) => {
    const { start } = cursor.next();
    endStatement(cursor);
    return { kind: 'BreakStatement', span: cursor.spanFrom(start) };
  },
  continue: (cursor) => {
    const { start } = cursor.next();
    endStatement(cursor);
    return { kind: 'ContinueStatement', span: cursor.spanFrom(start) };
  },
  throw: (cursor) => {
    const token = cursor.next();
    const expression = cursor.at(';') ? {} : { expression: parseExpression(cursor) };
    endStatement(cursor);
    cursor.report(problem.throwing(token));
    return { kind: 'ThrowStatement', ...expression, span: cursor.spanFrom(token.start) };
  },
  goto: (cursor) => {
    cursor.traits.hasUnfollowed = true;
    const { start } = cursor.next();
    const target = cursor.at('case') || cursor.at('default') ? cursor.next().text : 'label';
    const rest = target === 'case' ? { expression: parseExpression(cursor) } : target === 'label' ? { label: parseIdentifier(cursor).name } : {};
    endStatement(cursor);
    return { kind: 'GotoStatement', target: target === 'case' || target === 'default' ? target : 'label', ...rest, span: cursor.spanFrom(start) };
  },
  const: parseDeclarationStatement,
  checked: parseChecked,
  unchecked: parseChecked,
};

function parseChecked(cursor: TokenCursor): Statement {
  if (cursor.peek().text !== '{') return parseExpressionStatement(cursor);
  const { start, text } = cursor.next();
  const block = parseBlock(cursor);
  return { kind: 'CheckedStatement', keyword: text === 'checked' ? 'checked' : 'unchecked', block, span: cursor.spanFrom(start) };
}

function parseYield(cursor: TokenCursor): Statement {
  const { start } = cursor.next();
  const returns = cursor.next().text === 'return';
  const expression = returns ? { expression: parseExpression(cursor) } : {};
  endStatement(cursor);
  return { kind: 'YieldStatement', ...expression, span: cursor.spanFrom(start) };
}

function parseLabeled(cursor: TokenCursor): Statement {
  cursor.traits.hasUnfollowed = true;
  const { start } = cursor.token;
  const label = parseIdentifier(cursor);
  cursor.next();
  const statement = parseStatement(cursor);
  return { kind: 'LabeledStatement', label, statement, span: cursor.spanFrom(start) };
}

/** `{{name}}` in place of whole statements: what it stands for is unknown, so no `;` is asked for. */
function parseNamedValueStatement(cursor: TokenCursor): Statement {
  const token = cursor.next();
  const span = cursor.spanFrom(token.start);
  return { kind: 'ExpressionStatement', expression: { kind: 'NamedValueReference', name: token.text.slice(2, -2), span }, span };
}

const STATEMENT_EXPRESSIONS = new Set<Expression['kind']>([
  'AssignmentExpression', 'InvocationExpression', 'ObjectCreationExpression', 'AwaitExpression', 'PostfixUnaryExpression',
  'NamedValueReference', 'MissingExpression', 'ThrowExpression',
]);

export function parseExpressionStatement(cursor: TokenCursor): Statement {
  const { start } = cursor.token;
  const expression = parseExpression(cursor);
  const { span } = expression;
  const complete = cursor.at(';');
  if (complete && !cursor.recovering && !isStatementExpression(expression)) cursor.report(problem.notAStatement(span));
  endStatement(cursor);
  return { kind: 'ExpressionStatement', expression, span: cursor.spanFrom(start) };
}

function isStatementExpression(expression: Expression): boolean {
  if (expression.kind === 'ConditionalAccessExpression') return isStatementExpression(expression.whenNotNull);
  if (expression.kind === 'PrefixUnaryExpression') return expression.operator === '++' || expression.operator === '--';
  return STATEMENT_EXPRESSIONS.has(expression.kind);
}

/** Takes the `;`. When it is missing and the next line or brace follows, the statement counts as whole. */
export function endStatement(cursor: TokenCursor): void {
  if (cursor.accept(';')) {
    cursor.recovered();
    return;
  }
  if (cursor.recovering) return;
  const stray = cursor.at(')') || cursor.at(']') || cursor.token.kind === 'unknown';
  const skipsRest = !cursor.token.startsLine && !cursor.at('}') && !cursor.atEnd;
  if (cursor.token.kind === 'unknown') cursor.recovering = true;
  else cursor.fail(stray || cursor.at(':') || cursor.at('=>') ? problem.unexpected('";"')(cursor) : problem.missingSemicolon(cursor));
  if (!skipsRest) cursor.recovered();
}
