/** `name<…>` or `name < …`? Source: C# specification, 6.2.5 Grammar ambiguities. */
import type { Token } from './token.js';
import type { TokenCursor } from './token-cursor.js';

/** What makes a list of types in angle brackets type arguments when it stands behind it. */
const FOLLOWERS = new Set(['(', ')', ']', '}', ':', ';', ',', '.', '?', '==', '!=', '|', '^', '&&', '||', '&', '[', '=>', '<', '>', '<=', '>=', 'is', 'as', '']);

/** Whether the `<` at the cursor, which stands behind a name, opens type arguments. */
export function startsTypeArguments(cursor: TokenCursor): boolean {
  const end = cursor.types.typeArguments(cursor.index);
  if (end === undefined) return false;
  const follower = cursor.tokens[end];
  if (follower === undefined) return true;
  const joined = follower.text.startsWith('>') && follower.start === cursor.tokens[end - 1]?.end;
  return !joined && isFollower(cursor, follower);
}

function isFollower(cursor: TokenCursor, token: Token): boolean {
  if (token.kind === 'identifier') return cursor.surroundings.query;
  return FOLLOWERS.has(token.text);
}
