/** `new …` and initializers. Source: C# specification, 12.8.16 Object creation and array creation. */
import type { AnonymousObjectMember, ArrayType, Expression, InitializerExpression, TypeNode } from './ast.js';
import { unsupported } from './lexical-problems.js';
import { parseArguments } from './parse-arguments.js';
import { parseExpression } from './parse-expressions.js';
import { closeBracket } from './parse-lambda.js';
import * as problem from './parse-problems.js';
import { parseCoreType, parseIdentifier, parseRanks } from './parse-types.js';
import type { TokenCursor } from './token-cursor.js';

/** Parses what `new` starts. */
export function parseCreation(cursor: TokenCursor): Expression {
  const { start } = cursor.next();
  if (cursor.at('{')) return parseAnonymousObject(cursor, start);
  if (cursor.at('[')) return parseImplicitArray(cursor, start);
  if (cursor.at('(') && cursor.types.type(cursor.index) === undefined) return parseTargetTyped(cursor, start);
  const core = parseCoreType(cursor);
  const type: TypeNode = cursor.at('?') && (cursor.peek().text === '[' || cursor.peek().text === '(') ? nullable(cursor, core) : core;
  if (cursor.at('[')) return parseArray(cursor, start, type);
  const list = cursor.at('(') ? { arguments: parseArguments(cursor, ')') } : {};
  const initializer = cursor.at('{') ? { initializer: parseInitializer(cursor) } : {};
  if (!('arguments' in list) && !('initializer' in initializer)) cursor.fail(problem.missing('"(" behind the type', 'write new T()')(cursor));
  return { kind: 'ObjectCreationExpression', type, ...list, ...initializer, span: cursor.spanFrom(start) };
}

function nullable(cursor: TokenCursor, element: TypeNode): TypeNode {
  cursor.next();
  return { kind: 'NullableType', element, span: cursor.spanFrom(element.span.start) };
}

function parseTargetTyped(cursor: TokenCursor, start: number): Expression {
  const { token } = cursor;
  parseArguments(cursor, ')');
  if (cursor.at('{')) parseInitializer(cursor);
  cursor.report(unsupported({ start, end: token.end }, '"new()" without a type', '9', 'write the type behind "new"'));
  return { kind: 'MissingExpression', span: cursor.spanFrom(start) };
}

/** `new T[2, 3]`, `new T[] { … }`, `new T[2][]`. */
function parseArray(cursor: TokenCursor, start: number, element: TypeNode): Expression {
  const openIndex = cursor.index;
  const sized = cursor.peek().text !== ']' && cursor.peek().text !== ',';
  const sizes: Expression[] = [];
  let type: TypeNode;
  if (sized) {
    cursor.next();
    do sizes.push(parseExpression(cursor));
    while (!cursor.recovering && cursor.accept(','));
    closeBracket(cursor, openIndex, ']');
    const inner = parseRanks(cursor, element);
    type = { kind: 'ArrayType', element: inner, rank: sizes.length, span: cursor.spanFrom(element.span.start) };
  } else type = parseRanks(cursor, element);
  const initializer = cursor.at('{') ? { initializer: parseArrayInitializer(cursor) } : {};
  if (!sized && !('initializer' in initializer)) cursor.fail(problem.missing('"{" or a size', 'write the size between the brackets, or the elements in { }')(cursor));
  return { kind: 'ArrayCreationExpression', type: asArray(type), sizes, ...initializer, span: cursor.spanFrom(start) };
}

function asArray(type: TypeNode): ArrayType {
  return type.kind === 'ArrayType' ? type : { kind: 'ArrayType', element: type, rank: 1, span: type.span };
}

/** `new[] { … }`. */
function parseImplicitArray(cursor: TokenCursor, start: number): Expression {
  const openIndex = cursor.index;
  cursor.next();
  let rank = 1;
  while (cursor.accept(',')) rank++;
  closeBracket(cursor, openIndex, ']');
  const at = cursor.token.start;
  if (!cursor.at('{')) cursor.fail(problem.missing('"{"')(cursor));
  const initializer: InitializerExpression = cursor.at('{')
    ? parseArrayInitializer(cursor)
    : { kind: 'InitializerExpression', form: 'array', expressions: [], span: { start: at, end: at } };
  return { kind: 'ImplicitArrayCreationExpression', rank, initializer, span: cursor.spanFrom(start) };
}

function parseAnonymousObject(cursor: TokenCursor, start: number): Expression {
  const members = parseBraced(cursor, (): AnonymousObjectMember => {
    const { token } = cursor;
    const name = cursor.atIdentifier() && cursor.peek().text === '=' ? { name: parseIdentifier(cursor) } : {};
    if ('name' in name) cursor.next();
    const expression = parseExpression(cursor);
    return { ...name, expression, span: cursor.spanFrom(token.start) };
  });
  return { kind: 'AnonymousObjectCreationExpression', members, span: cursor.spanFrom(start) };
}

/** `{ 1, { 2, 3 } }` of an array. */
export function parseArrayInitializer(cursor: TokenCursor): InitializerExpression {
  return cursor.nested(() => {
    const { start } = cursor.token;
    const expressions = parseBraced(cursor, () => (cursor.at('{') ? parseArrayInitializer(cursor) : parseExpression(cursor)));
    return { kind: 'InitializerExpression', form: 'array', expressions, span: cursor.spanFrom(start) };
  });
}

/** `{ A = 1 }`, `{ ["a"] = 1 }`, `{ 1, 2 }`, `{ { k, v } }` behind a new object. */
function parseInitializer(cursor: TokenCursor): InitializerExpression {
  return cursor.nested(() => {
    const { start } = cursor.token;
    const first = cursor.peek();
    const form = first.text === '}' || first.text === '[' || (first.kind === 'identifier' && cursor.peek(2).text === '=') ? 'object' : 'collection';
    const expressions = parseBraced(cursor, () => parseInitializerElement(cursor));
    return { kind: 'InitializerExpression', form, expressions, span: cursor.spanFrom(start) };
  });
}

function parseInitializerElement(cursor: TokenCursor): Expression {
  const { start } = cursor.token;
  if (cursor.at('{')) {
    const expressions = parseBraced(cursor, () => parseExpression(cursor));
    return { kind: 'InitializerExpression', form: 'complex-element', expressions, span: cursor.spanFrom(start) };
  }
  if (cursor.at('[')) {
    const list = parseArguments(cursor, ']');
    const left: Expression = { kind: 'ElementBindingExpression', arguments: list, span: cursor.spanFrom(start) };
    return parseMember(cursor, left);
  }
  if (!cursor.atIdentifier() || cursor.peek().text !== '=') return parseExpression(cursor);
  const { name, span } = parseIdentifier(cursor);
  return parseMember(cursor, { kind: 'IdentifierName', name, span });
}

/** `= value` or `= { … }` behind a member. */
function parseMember(cursor: TokenCursor, left: Expression): Expression {
  cursor.expect('=', problem.missing('"="'));
  const right = cursor.at('{') ? parseInitializer(cursor) : parseExpression(cursor);
  return { kind: 'AssignmentExpression', operator: '=', left, right, span: cursor.spanFrom(left.span.start) };
}

/** Elements between braces, with commas between them and perhaps one at the end. */
function parseBraced<T>(cursor: TokenCursor, parse: () => T): T[] {
  const openIndex = cursor.index;
  cursor.next();
  const elements: T[] = [];
  while (!cursor.at('}')) {
    elements.push(parse());
    if (cursor.recovering || !cursor.accept(',')) break;
  }
  closeBracket(cursor, openIndex, '}');
  return elements;
}
