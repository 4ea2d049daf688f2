/** Lists of statements, and how the parser finds its place again behind a broken one. */
import type { Block, Statement } from './ast.js';
import * as problem from './parse-problems.js';
import { parseStatement } from './parse-statements.js';
import type { TokenCursor } from './token-cursor.js';

/** Parses `{ … }`; reports when there is none. */
export function parseBlock(cursor: TokenCursor): Block {
  const { token: open, index: openIndex } = cursor;
  if (!cursor.accept('{')) {
    cursor.fail(problem.missing('"{"')(cursor));
    return { kind: 'Block', statements: [], span: { start: open.start, end: open.start } };
  }
  cursor.recovered();
  cursor.traits.hasStatements = true;
  return cursor.nested(() => {
    const statements = parseStatements(cursor);
    if (!cursor.accept('}')) {
      const opened = cursor.tokens[openIndex];
      if (opened !== undefined) cursor.fail(problem.unclosedBracket(opened));
    } else cursor.recovered();
    return { kind: 'Block', statements, span: cursor.spanFrom(open.start) };
  });
}

/** The statements up to a `}` or the end. */
export function parseStatements(cursor: TokenCursor, atStop: (cursor: TokenCursor) => boolean = () => false): Statement[] {
  const statements: Statement[] = [];
  while (!cursor.at('}') && !cursor.atEnd && !atStop(cursor)) {
    const before = cursor.index;
    cursor.recovered();
    statements.push(parseStatement(cursor));
    if (cursor.recovering) resynchronise(cursor, before);
    else if (cursor.index === before) {
      cursor.fail(problem.unexpected('a statement')(cursor));
      cursor.next();
    }
  }
  return statements;
}

const STATEMENT_STARTS = new Set('if for foreach while do switch return break continue throw try using lock const var case default'.split(' '));

/** Skips to the next statement: behind a `;`, before the block's `}`, or before a line that starts as a statement does. */
export function resynchronise(cursor: TokenCursor, before: number): void {
  if (cursor.previous.text === ';' && cursor.index > before) return cursor.recovered();
  while (!cursor.atEnd && !cursor.at('}')) {
    const { token } = cursor;
    if (cursor.index > before && token.startsLine && STATEMENT_STARTS.has(token.text)) break;
    if (token.text === '{' || token.text === '(' || token.text === '[') {
      const close = cursor.types.closer(cursor.index);
      cursor.index = close === -1 ? cursor.index + 1 : close + 1;
      if (token.text === '{' && close !== -1 && cursor.token.startsLine) break;
    } else {
      cursor.next();
      if (token.text === ';') break;
    }
  }
  cursor.recovered();
}
