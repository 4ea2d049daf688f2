/** Types. Source: C# specification, 8 Types and 12.8.17 (the nullable type in front of a conditional). */
import type { Identifier, TupleTypeElement, TypeNamePart, TypeNode } from './ast.js';
import { unsupported } from './lexical-problems.js';
import * as problem from './parse-problems.js';
import { isPredefinedType } from './keywords.js';
import type { Token } from './token.js';
import type { TokenCursor } from './token-cursor.js';

/** Where a type stands decides whether a `?` behind it belongs to it: in `x is T ? a : b` it does not. */
export type TypePlace = 'declaration' | 'operand';

/** Parses a type, array ranks and `?` included. */
export function parseType(cursor: TokenCursor, place: TypePlace = 'declaration'): TypeNode {
  return cursor.nested(() => {
    let type = parseNullable(cursor, parseCoreType(cursor), place);
    while (cursor.at('[') && isRankSpecifier(cursor)) type = parseNullable(cursor, parseRanks(cursor, type), place);
    return type;
  });
}

/** A type without array ranks, as behind `new`. */
export function parseCoreType(cursor: TokenCursor): TypeNode {
  const { token } = cursor;
  if (token.kind === 'keyword' && (isPredefinedType(token.text) || token.text === 'void')) {
    cursor.next();
    return { kind: 'PredefinedType', keyword: token.text, span: cursor.spanFrom(token.start) };
  }
  if (token.text === '(') return parseTupleType(cursor);
  return parseNamedType(cursor);
}

function parseNullable(cursor: TokenCursor, type: TypeNode, place: TypePlace): TypeNode {
  if (!cursor.at('?') || (place === 'operand' && mayStartOperand(cursor.peek()))) return type;
  if (cursor.peek().text === '.' || (place === 'operand' && cursor.peek().text === '[')) return type;
  cursor.next();
  const span = cursor.spanFrom(type.span.start);
  if (type.kind === 'ArrayType' || (type.kind === 'PredefinedType' && (type.keyword === 'string' || type.keyword === 'object'))) {
    cursor.report(unsupported(span, 'a nullable reference type', '8', 'remove the "?": every reference may be null'));
  }
  return { kind: 'NullableType', element: type, span };
}

/** `[][,]` behind an element type; the first rank is the outermost. */
export function parseRanks(cursor: TokenCursor, element: TypeNode): TypeNode {
  const ranks: number[] = [];
  while (cursor.at('[') && isRankSpecifier(cursor)) {
    cursor.next();
    let rank = 1;
    while (cursor.accept(',')) rank++;
    cursor.accept(']');
    ranks.push(rank);
  }
  const span = cursor.spanFrom(element.span.start);
  return ranks.reduceRight<TypeNode>((type, rank) => ({ kind: 'ArrayType', element: type, rank, span }), element);
}

function isRankSpecifier(cursor: TokenCursor): boolean {
  let distance = 1;
  while (cursor.peek(distance).text === ',') distance++;
  return cursor.peek(distance).text === ']';
}

function parseNamedType(cursor: TokenCursor): TypeNode {
  const { start } = cursor.token;
  if (cursor.atIdentifier() && cursor.peek().text === '::') {
    cursor.next();
    cursor.next();
  }
  const parts: TypeNamePart[] = [];
  do {
    if (!cursor.atIdentifier()) {
      cursor.fail(problem.unexpected('a type')(cursor));
      break;
    }
    parts.push(parseTypeNamePart(cursor));
  } while (cursor.accept('.'));
  const span = cursor.spanFrom(start);
  const only = parts[0];
  if (parts.length === 1 && only?.name === 'dynamic') cursor.report(problem.dynamicType(span));
  return { kind: 'NamedType', parts, span };
}

function parseTypeNamePart(cursor: TokenCursor): TypeNamePart {
  const token = cursor.next();
  const typeArguments = cursor.at('<') ? parseTypeArguments(cursor) : [];
  return { name: identifierName(token), typeArguments, span: cursor.spanFrom(token.start) };
}

/** `<int, List<string>>`, and `<,>` with omitted arguments. */
export function parseTypeArguments(cursor: TokenCursor): TypeNode[] {
  const open = cursor.next();
  const types: TypeNode[] = [];
  do {
    const { start } = cursor.token;
    types.push(cursor.at(',') || cursor.at('>')
      ? { kind: 'OmittedTypeArgument', span: { start, end: start } }
      : parseType(cursor));
  } while (!cursor.recovering && cursor.accept(','));
  cursor.expect('>', () => problem.unclosedBracket(open));
  return types;
}

function parseTupleType(cursor: TokenCursor): TypeNode {
  const open = cursor.next();
  const elements: TupleTypeElement[] = [];
  do {
    const { start } = cursor.token;
    const type = parseType(cursor);
    const name = cursor.atIdentifier() ? { name: parseIdentifier(cursor) } : {};
    elements.push({ type, ...name, span: cursor.spanFrom(start) });
  } while (!cursor.recovering && cursor.accept(','));
  cursor.expect(')', () => problem.unclosedBracket(open));
  const span = cursor.spanFrom(open.start);
  cursor.reportOnce(problem.tuple(span));
  return { kind: 'TupleType', elements, span };
}

/** A name that is being declared or used; reports when there is none. */
export function parseIdentifier(cursor: TokenCursor): Identifier {
  const { token } = cursor;
  if (token.kind !== 'identifier') {
    cursor.fail(token.kind === 'keyword'
      ? problem.unexpected('a name (a keyword needs an @ before it)')(cursor)
      : problem.unexpected('a name')(cursor));
    return { name: '', span: { start: token.start, end: token.start } };
  }
  cursor.next();
  return { name: identifierName(token), span: cursor.spanFrom(token.start) };
}

/** The name an identifier stands for: `@class` is `class`. */
export function identifierName(token: Token): string {
  return token.text.startsWith('@') ? token.text.slice(1) : token.text;
}

const OPERAND_KEYWORDS = new Set('base checked default delegate false new null sizeof this throw true typeof unchecked'.split(' '));
const PREFIX_OPERATORS = new Set(['+', '-', '!', '~', '++', '--', '&', '*', '^', '(', '..']);
const OPERAND_KINDS = new Set(['identifier', 'number', 'string', 'char', 'interpolated-string', 'named-value']);

/** Whether an expression may start with this token. */
export function mayStartOperand(token: Token): boolean {
  return startsOperandForSure(token) || PREFIX_OPERATORS.has(token.text);
}

/** As `mayStartOperand`, without the operators that may also stand between two operands. */
export function startsOperandForSure(token: Token): boolean {
  if (token.kind === 'keyword') return OPERAND_KEYWORDS.has(token.text) || isPredefinedType(token.text);
  return OPERAND_KINDS.has(token.kind);
}
