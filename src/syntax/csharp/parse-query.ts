/** LINQ queries. Source: C# specification, 12.20 Query expressions. */
import type { Expression, Ordering, QueryClause } from './ast.js';
import { parseExpression } from './parse-expressions.js';
import * as problem from './parse-problems.js';
import { parseIdentifier, parseType } from './parse-types.js';
import type { TokenCursor } from './token-cursor.js';

/** Whether the `from` at the cursor starts a query. */
export function startsQuery(cursor: TokenCursor): boolean {
  if (cursor.peek().kind === 'identifier' && cursor.peek(2).text === 'in') return true;
  const type = cursor.types.type(cursor.index + 1);
  return type !== undefined && cursor.tokens[type.end]?.kind === 'identifier' && cursor.tokens[type.end + 1]?.text === 'in';
}

/** Parses `from … select …`. */
export function parseQuery(cursor: TokenCursor): Expression {
  const { start } = cursor.token;
  return cursor.within({ query: true }, () => {
    const clauses: QueryClause[] = [parseFrom(cursor)];
    let complete = false;
    while (!cursor.recovering) {
      const clause = parseClause(cursor);
      if (clause === undefined) break;
      clauses.push(clause);
      complete = clause.kind === 'SelectClause' || clause.kind === 'GroupClause';
      if (complete && !cursor.at('into')) break;
    }
    if (!complete) cursor.fail(problem.missing('"select" or "group"')(cursor));
    return { kind: 'QueryExpression', clauses, span: cursor.spanFrom(start) };
  });
}

function parseClause(cursor: TokenCursor): QueryClause | undefined {
  const parse = CLAUSES[cursor.token.text];
  return parse !== undefined && Object.hasOwn(CLAUSES, cursor.token.text) ? parse(cursor) : undefined;
}

const CLAUSES: Readonly<Record<string, (cursor: TokenCursor) => QueryClause>> = {
  from: parseFrom,
  let: (cursor) => {
    const { start } = cursor.next();
    const name = parseIdentifier(cursor);
    cursor.expect('=', problem.missing('"="'));
    const expression = parseExpression(cursor);
    return { kind: 'LetClause', name, expression, span: cursor.spanFrom(start) };
  },
  where: (cursor) => {
    const { start } = cursor.next();
    const condition = parseExpression(cursor);
    return { kind: 'WhereClause', condition, span: cursor.spanFrom(start) };
  },
  join: parseJoin,
  orderby: (cursor) => {
    const { start } = cursor.next();
    const orderings: Ordering[] = [];
    do orderings.push(parseOrdering(cursor));
    while (!cursor.recovering && cursor.accept(','));
    return { kind: 'OrderByClause', orderings, span: cursor.spanFrom(start) };
  },
  select: (cursor) => {
    const { start } = cursor.next();
    const expression = parseExpression(cursor);
    return { kind: 'SelectClause', expression, span: cursor.spanFrom(start) };
  },
  group: (cursor) => {
    const { start } = cursor.next();
    const element = parseExpression(cursor);
    cursor.expect('by', problem.missing('"by"'));
    const by = parseExpression(cursor);
    return { kind: 'GroupClause', element, by, span: cursor.spanFrom(start) };
  },
  into: (cursor) => {
    const { start } = cursor.next();
    const name = parseIdentifier(cursor);
    return { kind: 'IntoClause', name, span: cursor.spanFrom(start) };
  },
};

function parseFrom(cursor: TokenCursor): QueryClause {
  const { start } = cursor.next();
  const type = parseRangeType(cursor);
  const name = parseIdentifier(cursor);
  cursor.expect('in', problem.missing('"in"'));
  const expression = parseExpression(cursor);
  return { kind: 'FromClause', ...type, name, expression, span: cursor.spanFrom(start) };
}

function parseJoin(cursor: TokenCursor): QueryClause {
  const { start } = cursor.next();
  const type = parseRangeType(cursor);
  const name = parseIdentifier(cursor);
  cursor.expect('in', problem.missing('"in"'));
  const expression = parseExpression(cursor);
  cursor.expect('on', problem.missing('"on"'));
  const left = parseExpression(cursor);
  cursor.expect('equals', problem.missing('"equals"'));
  const right = parseExpression(cursor);
  const into = cursor.accept('into') ? { into: parseIdentifier(cursor) } : {};
  return { kind: 'JoinClause', ...type, name, expression, left, right, ...into, span: cursor.spanFrom(start) };
}

function parseRangeType(cursor: TokenCursor): { type?: ReturnType<typeof parseType> } {
  return cursor.peek().text === 'in' ? {} : { type: parseType(cursor) };
}

function parseOrdering(cursor: TokenCursor): Ordering {
  const { start } = cursor.token;
  const expression: Expression = parseExpression(cursor);
  const descending = cursor.accept('descending');
  if (!descending) cursor.accept('ascending');
  return { expression, descending, span: cursor.spanFrom(start) };
}
