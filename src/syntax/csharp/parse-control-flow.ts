/** Statements with bodies: branches, loops, `switch`, `try`, `using`, `lock`. Source: C# specification, 13.8 to 13.14. */
import type { Block, CatchClause, Designation, Expression, Statement, SwitchLabel, SwitchSection, TypeNode } from './ast.js';
import { unsupported } from './lexical-problems.js';
import { parseBlock, parseStatements } from './parse-blocks.js';
import { parseVariableDeclaration, startsDeclaration } from './parse-declarations.js';
import { parseExpression } from './parse-expressions.js';
import { closeBracket } from './parse-lambda.js';
import { parseCasePattern, parseDesignation } from './parse-patterns.js';
import * as problem from './parse-problems.js';
import { endStatement, parseStatement } from './parse-statements.js';
import { parseIdentifier, parseType } from './parse-types.js';
import type { TokenCursor } from './token-cursor.js';

/** By the keyword that starts them. */
export const CONTROL_FLOW: Readonly<Record<string, (cursor: TokenCursor) => Statement>> = {
  if: parseIf,
  while: (cursor) => {
    const { start } = cursor.next();
    const condition = parseCondition(cursor);
    const body = parseBody(cursor, 'while');
    return { kind: 'WhileStatement', condition, body, span: cursor.spanFrom(start) };
  },
  do: (cursor) => {
    const { start } = cursor.next();
    const body = parseBody(cursor, 'do');
    cursor.expect('while', problem.missing('"while"'));
    const condition = parseCondition(cursor);
    endStatement(cursor);
    return { kind: 'DoStatement', body, condition, span: cursor.spanFrom(start) };
  },
  for: parseFor,
  foreach: parseForEach,
  switch: parseSwitch,
  try: parseTry,
  using: parseUsing,
  lock: (cursor) => {
    const { start } = cursor.next();
    const expression = parseCondition(cursor);
    const body = parseBody(cursor, 'lock');
    return { kind: 'LockStatement', expression, body, span: cursor.spanFrom(start) };
  },
};

/** `(…)` behind a keyword. */
function parseCondition(cursor: TokenCursor): Expression {
  return inParentheses(cursor, () => parseExpression(cursor));
}

function inParentheses<T>(cursor: TokenCursor, parse: () => T): T {
  const openIndex = cursor.index;
  const opened = cursor.expect('(', problem.missing('"("'));
  const content = parse();
  if (opened) closeBracket(cursor, openIndex, ')');
  return content;
}

/** A body. At Razor's own level it must be a block; where it is not, that is reported and the statement read all the same. */
function parseBody(cursor: TokenCursor, keyword: string): Statement {
  if (cursor.at('{')) return parseBlock(cursor);
  const { token } = cursor;
  if (cursor.recovering) return { kind: 'EmptyStatement', span: { start: token.start, end: token.start } };
  if (cursor.atEnd || cursor.at('}')) {
    cursor.fail(problem.missing('"{"', `write the body of "${keyword}" between { and }`)(cursor));
    return { kind: 'EmptyStatement', span: { start: token.start, end: token.start } };
  }
  if (cursor.surroundings.razor) cursor.report(problem.unbracedStatement(keyword, token));
  const body = parseStatement(cursor);
  if (!cursor.surroundings.razor && (body.kind === 'LocalDeclarationStatement' || body.kind === 'LocalFunctionStatement')) {
    cursor.report(problem.declarationAsBody(keyword, body.span));
  }
  return body;
}

function parseIf(cursor: TokenCursor): Statement {
  const { start } = cursor.next();
  const condition = parseCondition(cursor);
  const then = parseBody(cursor, 'if');
  if (cursor.recovering || !cursor.accept('else')) return { kind: 'IfStatement', condition, then, span: cursor.spanFrom(start) };
  const otherwise = cursor.at('if') ? cursor.nested(() => parseIf(cursor)) : parseBody(cursor, 'else');
  return { kind: 'IfStatement', condition, then, else: otherwise, span: cursor.spanFrom(start) };
}

function parseFor(cursor: TokenCursor): Statement {
  const { start } = cursor.next();
  const head = inParentheses(cursor, () => {
    const declares = startsDeclaration(cursor);
    const declaration = declares ? { declaration: parseVariableDeclaration(cursor) } : {};
    const initializers = declares ? [] : parseExpressions(cursor, ';');
    cursor.expect(';', problem.missing('";"'));
    const condition = cursor.at(';') || cursor.recovering ? {} : { condition: parseExpression(cursor) };
    cursor.expect(';', problem.missing('";"'));
    const incrementors = parseExpressions(cursor, ')');
    return { ...declaration, initializers, ...condition, incrementors };
  });
  const body = parseBody(cursor, 'for');
  return { kind: 'ForStatement', ...head, body, span: cursor.spanFrom(start) };
}

function parseExpressions(cursor: TokenCursor, stop: string): Expression[] {
  const expressions: Expression[] = [];
  if (cursor.at(stop) || cursor.recovering) return expressions;
  do expressions.push(parseExpression(cursor));
  while (!cursor.recovering && cursor.accept(','));
  return expressions;
}

function parseForEach(cursor: TokenCursor): Statement {
  const { start } = cursor.next();
  const head = inParentheses(cursor, (): { type: TypeNode; variable: Designation; expression: Expression } => {
    const type = parseType(cursor);
    const variable = parseDesignation(cursor);
    cursor.expect('in', problem.missing('"in"'));
    return { type, variable, expression: parseExpression(cursor) };
  });
  const body = parseBody(cursor, 'foreach');
  return { kind: 'ForEachStatement', ...head, body, span: cursor.spanFrom(start) };
}

function parseSwitch(cursor: TokenCursor): Statement {
  const { start } = cursor.next();
  const expression = parseCondition(cursor);
  const openIndex = cursor.index;
  const sections: SwitchSection[] = [];
  if (cursor.expect('{', problem.missing('"{"'))) {
    while (cursor.at('case') || cursor.at('default')) sections.push(parseSection(cursor));
    if (!cursor.at('}') && !cursor.atEnd) cursor.fail(problem.unexpected('"case"')(cursor));
    closeBracket(cursor, openIndex, '}');
  }
  return { kind: 'SwitchStatement', expression, sections, span: cursor.spanFrom(start) };
}

const atLabel = (cursor: TokenCursor): boolean => cursor.at('case') || (cursor.at('default') && cursor.peek().text === ':');

function parseSection(cursor: TokenCursor): SwitchSection {
  const { start } = cursor.token;
  const labels: SwitchLabel[] = [];
  do {
    const label = cursor.next();
    const pattern = label.text === 'case' ? { pattern: parseCasePattern(cursor) } : {};
    const filter = 'pattern' in pattern && cursor.accept('when') ? { when: parseExpression(cursor) } : {};
    if (!cursor.accept(':')) {
      cursor.fail(problem.missing('":"')(cursor));
      while (!cursor.atEnd && !cursor.token.startsLine && !cursor.at('}') && !cursor.at('{')) cursor.next();
    }
    cursor.recovered();
    labels.push({ ...pattern, ...filter, span: cursor.spanFrom(label.start) });
  } while (atLabel(cursor));
  const statements = parseStatements(cursor, atLabel);
  return { labels, statements, span: cursor.spanFrom(start) };
}

function parseTry(cursor: TokenCursor): Statement {
  const token = cursor.next();
  const block = parseTryBlock(cursor, 'try');
  const catches: CatchClause[] = [];
  while (cursor.at('catch')) catches.push(parseCatch(cursor));
  const last = cursor.accept('finally') ? { finally: parseTryBlock(cursor, 'finally') } : {};
  if (catches.length === 0 && !('finally' in last) && !cursor.recovering) cursor.report(problem.tryAlone(token));
  return { kind: 'TryStatement', block, catches, ...last, span: cursor.spanFrom(token.start) };
}

/** C# itself wants these blocks, lambdas or not. */
function parseTryBlock(cursor: TokenCursor, keyword: string): Block {
  const { token } = cursor;
  const isHeadWithoutParentheses = token.kind === 'identifier' && cursor.peek().kind === 'identifier';
  if (cursor.recovering || cursor.atEnd || isHeadWithoutParentheses || token.text === '{' || token.text === '}' || token.text === '(') return parseBlock(cursor);
  cursor.report(problem.unbracedStatement(keyword, token));
  const statement = parseStatement(cursor);
  return { kind: 'Block', statements: [statement], span: statement.span };
}

function parseCatch(cursor: TokenCursor): CatchClause {
  const { start } = cursor.next();
  const caught = cursor.at('(')
    ? inParentheses(cursor, () => ({ type: parseType(cursor), ...(cursor.atIdentifier() ? { name: parseIdentifier(cursor) } : {}) }))
    : {};
  const filter = cursor.at('when') ? parseFilter(cursor) : {};
  const block = parseTryBlock(cursor, 'catch');
  return { ...caught, ...filter, block, span: cursor.spanFrom(start) };
}

function parseFilter(cursor: TokenCursor): { filter: Expression } {
  const token = cursor.next();
  const filter = parseCondition(cursor);
  cursor.report(problem.catchFilter(cursor.spanFrom(token.start)));
  return { filter };
}

function parseUsing(cursor: TokenCursor): Statement {
  const token = cursor.next();
  if (!cursor.at('(')) return parseUsingDeclaration(cursor, token.start);
  const resource = inParentheses(cursor, () => (startsDeclaration(cursor)
    ? { declaration: parseVariableDeclaration(cursor) }
    : { expression: parseExpression(cursor) }));
  const body = parseBody(cursor, 'using');
  return { kind: 'UsingStatement', ...resource, body, span: cursor.spanFrom(token.start) };
}

/** `using var x = …;` of C# 8, and `using System;`, which belongs to a file. */
function parseUsingDeclaration(cursor: TokenCursor, start: number): Statement {
  const span = cursor.spanFrom(start);
  if (startsDeclaration(cursor)) {
    cursor.report(unsupported(span, '"using" without parentheses', '8', 'write using (…) { … }'));
    const declaration = parseVariableDeclaration(cursor);
    endStatement(cursor);
    return { kind: 'LocalDeclarationStatement', constant: false, declaration, span: cursor.spanFrom(start) };
  }
  cursor.fail(problem.notInExpressions(cursor.previous, 'a "using" directive'));
  return { kind: 'EmptyStatement', span };
}
