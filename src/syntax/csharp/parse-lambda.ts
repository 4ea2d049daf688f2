/** Lambdas and anonymous methods. Source: C# specification, 12.19 Anonymous function expressions. */
import type { Block, Expression, Parameter } from './ast.js';
import { unsupported } from './lexical-problems.js';
import { parseBlock } from './parse-blocks.js';
import { parseExpression } from './parse-expressions.js';
import * as problem from './parse-problems.js';
import { identifierName, parseIdentifier, parseType } from './parse-types.js';
import type { TokenCursor } from './token-cursor.js';

/** Whether a lambda or an anonymous method starts at the cursor. */
export function startsFunction(cursor: TokenCursor): boolean {
  const { token } = cursor;
  if (token.text === 'delegate') return true;
  if (token.text === 'async' || token.text === 'static') {
    return cursor.peek().text === 'delegate' || startsLambda(cursor, cursor.index + 1) || startsLambda(cursor, cursor.index);
  }
  return startsLambda(cursor, cursor.index);
}

function startsLambda(cursor: TokenCursor, index: number): boolean {
  const token = cursor.tokens[index];
  if (token?.kind === 'identifier') return cursor.tokens[index + 1]?.text === '=>';
  if (token?.text !== '(') return false;
  const close = cursor.types.closer(index);
  return close !== -1 && cursor.tokens[close + 1]?.text === '=>';
}

export function parseFunction(cursor: TokenCursor): Expression {
  const { token } = cursor;
  if (token.text === 'static') {
    cursor.report(unsupported(token, 'a static lambda', '9', 'remove "static"'));
    cursor.next();
  }
  const isAsync = cursor.at('async') && cursor.peek().text !== '=>';
  if (isAsync) {
    cursor.reportOnce(problem.asyncCode(cursor.token, 'async'));
    cursor.next();
  }
  if (cursor.accept('delegate')) {
    const parameters = cursor.at('(') ? { parameters: parseParameters(cursor) } : {};
    const body = parseFunctionBlock(cursor);
    return { kind: 'AnonymousMethodExpression', async: isAsync, ...parameters, body, span: cursor.spanFrom(token.start) };
  }
  const parameters = cursor.at('(') ? parseParameters(cursor) : [parseImplicitParameter(cursor)];
  reportNewerParameters(cursor, parameters);
  cursor.expect('=>', problem.missing('"=>"'));
  const body = cursor.at('{') ? parseFunctionBlock(cursor) : parseExpression(cursor);
  return { kind: 'LambdaExpression', async: isAsync, parameters, body, span: cursor.spanFrom(token.start) };
}

function reportNewerParameters(cursor: TokenCursor, parameters: readonly Parameter[]): void {
  const [, secondDiscard] = parameters.filter(({ name }) => name.name === '_');
  if (secondDiscard !== undefined) cursor.report(unsupported(secondDiscard.span, 'a second parameter "_"', '9', 'give the parameters different names'));
  const optional = parameters.find(({ defaultValue }) => defaultValue !== undefined);
  if (optional !== undefined) cursor.report(unsupported(optional.span, 'a default value in a lambda', '12', 'write a local function'));
}

/** The block of a function within the expression. Razor only matches its braces, so its statements need none of their own. */
export function parseFunctionBlock(cursor: TokenCursor): Block {
  return cursor.within({ razor: false, nestedFunction: true, query: false }, () => parseBlock(cursor));
}

/** `(int a, b)`, with its parentheses. */
export function parseParameters(cursor: TokenCursor): Parameter[] {
  const open = cursor.token;
  const openIndex = cursor.index;
  const parameters: Parameter[] = [];
  cursor.expect('(', problem.missing('"("'));
  if (!cursor.at(')')) {
    do parameters.push(parseParameter(cursor));
    while (!cursor.recovering && cursor.accept(','));
  }
  closeBracket(cursor, openIndex, open.text === '(' ? ')' : '');
  return parameters;
}

function parseParameter(cursor: TokenCursor): Parameter {
  const { start } = cursor.token;
  const modifier = parseModifier(cursor);
  const follower = cursor.peek().text;
  if (modifier === undefined && cursor.atIdentifier() && (follower === ',' || follower === ')')) return parseImplicitParameter(cursor);
  const type = parseType(cursor);
  const name = parseIdentifier(cursor);
  const value = cursor.accept('=') ? { defaultValue: parseExpression(cursor) } : {};
  return { ...(modifier === undefined ? {} : { modifier }), type, name, ...value, span: cursor.spanFrom(start) };
}

function parseModifier(cursor: TokenCursor): Parameter['modifier'] {
  const { text } = cursor.token;
  if (text !== 'ref' && text !== 'out' && text !== 'in' && text !== 'params') return undefined;
  if (text === 'in') cursor.report(unsupported(cursor.token, 'an "in" parameter', '7.2', 'remove "in"'));
  cursor.next();
  return text;
}

function parseImplicitParameter(cursor: TokenCursor): Parameter {
  const token = cursor.next();
  const span = cursor.spanFrom(token.start);
  return { name: { name: identifierName(token), span }, span };
}

/**
 * Takes the bracket that closes the one at `openIndex`. When something else stands there, reports that or the unclosed
 * bracket, and goes on behind the closing one.
 */
export function closeBracket(cursor: TokenCursor, openIndex: number, close: string): void {
  if (close === '' || cursor.accept(close)) return;
  const closer = cursor.types.closer(openIndex);
  if (closer < cursor.index) {
    const open = cursor.tokens[openIndex];
    if (open !== undefined) cursor.fail(problem.unclosedBracket(open));
    return;
  }
  cursor.fail(problem.missing(close === ')' || close === ']' ? `"," or "${close}"` : `"${close}"`)(cursor));
  cursor.index = closer + 1;
  cursor.recovered();
}
