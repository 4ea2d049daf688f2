/** Local variables, constants and functions. Source: C# specification, 13.6 Declaration statements. */
import type { Expression, Identifier, LocalFunctionStatement, Statement, TypeNode, VariableDeclaration, VariableDeclarator } from './ast.js';
import { unsupported } from './lexical-problems.js';
import { parseArrayInitializer } from './parse-creation.js';
import { parseExpression } from './parse-expressions.js';
import { parseFunctionBlock, parseParameters } from './parse-lambda.js';
import * as problem from './parse-problems.js';
import { endStatement } from './parse-statements.js';
import { parseIdentifier, parseType } from './parse-types.js';
import type { TokenCursor } from './token-cursor.js';

/** Whether a type and a name stand at the cursor, perhaps behind modifiers. */
export function startsDeclaration(cursor: TokenCursor): boolean {
  let { index } = cursor;
  while (isModifier(cursor, index)) index++;
  const scanned = cursor.types.type(index);
  return scanned !== undefined && cursor.tokens[scanned.end]?.kind === 'identifier';
}

function isModifier(cursor: TokenCursor, index: number): boolean {
  const token = cursor.tokens[index];
  const text = token?.text;
  return text === 'const' || text === 'static' || text === 'unsafe' || text === 'ref' ||
    (text === 'async' && cursor.tokens[index + 1]?.kind !== 'punctuation');
}

/** Parses a declaration and its end. */
export function parseDeclarationStatement(cursor: TokenCursor): Statement {
  const { start } = cursor.token;
  const modifiers: string[] = [];
  while (isModifier(cursor, cursor.index) && modifiers.length < 4) modifiers.push(cursor.next().text);
  const type = parseType(cursor);
  if (cursor.peek().text === '(' || (cursor.peek().text === '<' && cursor.atIdentifier())) {
    return parseLocalFunction(cursor, start, modifiers, type);
  }
  const declaration = parseVariables(cursor, type, start);
  reportDelegate(cursor, type);
  endStatement(cursor);
  return { kind: 'LocalDeclarationStatement', constant: modifiers.includes('const'), declaration, span: cursor.spanFrom(start) };
}

/** `T a = 1, b`, without its end. */
export function parseVariableDeclaration(cursor: TokenCursor): VariableDeclaration {
  const { start } = cursor.token;
  if (cursor.at('ref')) cursor.next();
  return parseVariables(cursor, parseType(cursor), start);
}

function parseVariables(cursor: TokenCursor, type: TypeNode, start: number): VariableDeclaration {
  const variables: VariableDeclarator[] = [];
  do variables.push(parseDeclarator(cursor));
  while (!cursor.recovering && cursor.accept(','));
  return { type, variables, span: cursor.spanFrom(start) };
}

function parseDeclarator(cursor: TokenCursor): VariableDeclarator {
  const name = parseIdentifier(cursor);
  const { start } = name.span;
  if (cursor.recovering || !cursor.accept('=')) return { name, span: cursor.spanFrom(start) };
  const initializer: Expression = cursor.at('{') ? parseArrayInitializer(cursor) : parseExpression(cursor);
  return { name, initializer, span: cursor.spanFrom(start) };
}

const DELEGATES = new Set(['Func', 'Action', 'Predicate']);

function reportDelegate(cursor: TokenCursor, type: TypeNode): void {
  if (type.kind === 'NamedType' && DELEGATES.has(type.parts.at(-1)?.name ?? '')) cursor.report(problem.delegateVariable(type.span));
}

function parseLocalFunction(cursor: TokenCursor, start: number, modifiers: readonly string[], returnType: TypeNode): LocalFunctionStatement {
  cursor.traits.hasUnfollowed = true;
  reportModifiers(cursor, start, modifiers);
  const name = parseIdentifier(cursor);
  const typeParameters = cursor.at('<') ? parseTypeParameters(cursor) : [];
  const parameters = parseParameters(cursor);
  const untyped = parameters.find(({ type }) => type === undefined);
  if (untyped !== undefined) cursor.report(problem.untypedParameter(untyped.name));
  skipConstraints(cursor);
  const body = parseFunctionBody(cursor);
  return { kind: 'LocalFunctionStatement', modifiers, returnType, name, typeParameters, parameters, body, span: cursor.spanFrom(start) };
}

function reportModifiers(cursor: TokenCursor, start: number, modifiers: readonly string[]): void {
  const span = cursor.spanFrom(start);
  if (modifiers.includes('static')) cursor.report(unsupported(span, 'a static local function', '8', 'remove "static"'));
  if (modifiers.includes('async')) cursor.reportOnce(problem.asyncCode(span, 'async'));
}

function parseFunctionBody(cursor: TokenCursor): LocalFunctionStatement['body'] {
  if (!cursor.accept('=>')) return parseFunctionBlock(cursor);
  const body = cursor.within({ nestedFunction: true, razor: false }, () => parseExpression(cursor));
  endStatement(cursor);
  return body;
}

function parseTypeParameters(cursor: TokenCursor): Identifier[] {
  const open = cursor.next();
  const names: Identifier[] = [];
  do names.push(parseIdentifier(cursor));
  while (!cursor.recovering && cursor.accept(','));
  cursor.expect('>', () => problem.unclosedBracket(open));
  return names;
}

/** `where T : class`: checked by nobody here, so not in the tree. */
function skipConstraints(cursor: TokenCursor): void {
  if (!cursor.at('where')) return;
  while (!cursor.atEnd && !cursor.at('{') && !cursor.at('=>') && !cursor.at(';') && !cursor.at('}')) cursor.next();
}
