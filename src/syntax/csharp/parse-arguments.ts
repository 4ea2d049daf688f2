/** Arguments of calls and indexers. Source: C# specification, 12.6.2 Argument lists. */
import type { Argument, Expression } from './ast.js';
import { unsupported } from './lexical-problems.js';
import { parseExpression } from './parse-expressions.js';
import { closeBracket } from './parse-lambda.js';
import { parseDesignation, parseSingleDesignation } from './parse-patterns.js';
import * as problem from './parse-problems.js';
import { parseIdentifier, parseType } from './parse-types.js';
import type { TokenCursor } from './token-cursor.js';

/** Parses `(a, b)` or `[a, b]`, the cursor being at the opening bracket. */
export function parseArguments(cursor: TokenCursor, close: ')' | ']'): Argument[] {
  const openIndex = cursor.index;
  cursor.next();
  const list: Argument[] = [];
  if (close === ']' && cursor.at(close)) cursor.report(problem.emptyIndex(cursor.spanFrom(cursor.previous.start), cursor.token));
  if (!cursor.at(close)) {
    do list.push(parseArgument(cursor));
    while (!cursor.recovering && cursor.accept(','));
  }
  closeBracket(cursor, openIndex, close);
  return list;
}

/** `name: ref value`. */
export function parseArgument(cursor: TokenCursor): Argument {
  const { start } = cursor.token;
  const name = cursor.atIdentifier() && cursor.peek().text === ':' ? { name: parseIdentifier(cursor) } : {};
  if ('name' in name) cursor.next();
  const modifier = parseModifier(cursor);
  const expression = modifier === 'out' ? parseOut(cursor) : parseExpression(cursor);
  return { ...name, ...(modifier === undefined ? {} : { modifier }), expression, span: cursor.spanFrom(start) };
}

function parseModifier(cursor: TokenCursor): Argument['modifier'] {
  const { token } = cursor;
  if (token.text !== 'ref' && token.text !== 'out' && token.text !== 'in') return undefined;
  if (token.text === 'in') cursor.report(unsupported(token, 'an "in" argument', '7.2', 'remove "in"'));
  cursor.next();
  return token.text;
}

/** `x`, `var x`, `int x`, `var (a, b)`, with `out` taken. */
function parseOut(cursor: TokenCursor): Expression {
  const { token } = cursor;
  if (token.text === 'var' && cursor.peek().text === '(') {
    const type = parseType(cursor);
    const designation = parseDesignation(cursor);
    return { kind: 'DeclarationExpression', type, designation, span: cursor.spanFrom(token.start) };
  }
  return parseDeclaredName(cursor) ?? parseExpression(cursor);
}

/** `T name` where a declaration may stand among expressions; undefined when none does. */
export function parseDeclaredName(cursor: TokenCursor): Expression | undefined {
  const { token } = cursor;
  const scanned = cursor.types.type(cursor.index);
  if (scanned === undefined || cursor.tokens[scanned.end]?.kind !== 'identifier') return undefined;
  const type = parseType(cursor);
  const designation = parseSingleDesignation(cursor);
  return { kind: 'DeclarationExpression', type, designation, span: cursor.spanFrom(token.start) };
}
