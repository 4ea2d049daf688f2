/** `(x)` and tuples. Source: C# specification, 12.8.5 and 12.8.6. */
import type { Argument, Expression } from './ast.js';
import { parseArgument, parseDeclaredName } from './parse-arguments.js';
import { closeBracket } from './parse-lambda.js';
import * as problem from './parse-problems.js';
import type { TokenCursor } from './token-cursor.js';

export function parseParenthesized(cursor: TokenCursor): Expression {
  const openIndex = cursor.index;
  const open = cursor.next();
  const elements: Argument[] = [];
  do elements.push(parseElement(cursor));
  while (!cursor.recovering && cursor.accept(','));
  closeBracket(cursor, openIndex, ')');
  const span = cursor.spanFrom(open.start);
  const first = elements[0];
  if (elements.length === 1 && first !== undefined && first.name === undefined) {
    return { kind: 'ParenthesizedExpression', expression: first.expression, span };
  }
  cursor.reportOnce(problem.tuple(span));
  return { kind: 'TupleExpression', elements, span };
}

/** An expression, one with a name, or `int a` in a deconstruction. */
function parseElement(cursor: TokenCursor): Argument {
  const scanned = cursor.types.type(cursor.index);
  const behindName = scanned === undefined ? undefined : cursor.tokens[scanned.end + 1]?.text;
  if (behindName === ',' || behindName === ')') {
    const expression = parseDeclaredName(cursor);
    if (expression !== undefined) return { expression, span: expression.span };
  }
  return parseArgument(cursor);
}
