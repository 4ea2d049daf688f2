/** `(T)x`: when a type in parentheses is a cast. Source: C# specification, 12.9.7 Cast expressions. */
import type { Expression } from './ast.js';
import { parseUnary } from './parse-expressions.js';
import { QUERY_WORDS } from './parse-patterns.js';
import { parseType, mayStartOperand, startsOperandForSure } from './parse-types.js';
import type { Token } from './token.js';
import type { TokenCursor } from './token-cursor.js';

/** Whether the `(` at the cursor opens a cast. */
export function isCast(cursor: TokenCursor): boolean {
  const scanned = cursor.types.type(cursor.index + 1);
  if (scanned === undefined || cursor.tokens[scanned.end]?.text !== ')') return false;
  const behind = cursor.tokens[scanned.end + 1];
  if (behind === undefined) return false;
  if (scanned.shape === 'type') return mayStartOperand(behind);
  return mayFollowNamedCast(cursor, behind);
}

function mayFollowNamedCast(cursor: TokenCursor, token: Token): boolean {
  if (token.text === '(' || token.text === '!' || token.text === '~') return true;
  if (token.kind === 'identifier' && cursor.surroundings.query && QUERY_WORDS.has(token.text)) return false;
  return token.text !== 'when' && startsOperandForSure(token);
}

export function parseCast(cursor: TokenCursor): Expression {
  const open = cursor.next();
  const type = parseType(cursor);
  cursor.accept(')');
  const expression = cursor.nested(() => parseUnary(cursor));
  return { kind: 'CastExpression', type, expression, span: cursor.spanFrom(open.start) };
}
