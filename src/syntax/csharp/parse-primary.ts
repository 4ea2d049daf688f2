/** Primary expressions and what is chained to them. Source: C# specification, 12.8 Primary expressions. */
import type { Expression, SimpleName } from './ast.js';
import { isPredefinedType } from './keywords.js';
import { unsupported } from './lexical-problems.js';
import { startsTypeArguments } from './generic-name.js';
import { parseArguments } from './parse-arguments.js';
import { parseCreation } from './parse-creation.js';
import { parseExpression } from './parse-expressions.js';
import { closeBracket } from './parse-lambda.js';
import { parseInterpolatedString, parseLiteral } from './parse-literals.js';
import { parseParenthesized } from './parse-parenthesized.js';
import * as problem from './parse-problems.js';
import { identifierName, mayStartOperand, parseType, parseTypeArguments } from './parse-types.js';
import type { TokenCursor } from './token-cursor.js';

/** An operand with its member accesses, calls, indexers and so on. */
export function parsePrimary(cursor: TokenCursor): Expression {
  return parseChain(cursor, parseAtom(cursor));
}

function parseAtom(cursor: TokenCursor): Expression {
  const { token } = cursor;
  switch (token.kind) {
    case 'identifier':
      return parseNameOrOperator(cursor);
    case 'number':
    case 'string':
    case 'char':
      return parseLiteral(cursor);
    case 'interpolated-string':
      return parseInterpolatedString(cursor);
    case 'named-value':
      cursor.next();
      return { kind: 'NamedValueReference', name: token.text.slice(2, -2), span: cursor.spanFrom(token.start) };
    case 'keyword':
      return parseKeyword(cursor);
    case 'unknown':
      cursor.next();
      cursor.recovering = true;
      return { kind: 'MissingExpression', span: cursor.spanFrom(token.start) };
    default:
      if (token.text === '(') return parseParenthesized(cursor);
      if (token.text === '[') return skipCollection(cursor);
      return parseNothing(cursor);
  }
}

function parseNothing(cursor: TokenCursor): Expression {
  cursor.fail(problem.missingOperand(cursor));
  const { start } = cursor.token;
  return { kind: 'MissingExpression', span: { start, end: start } };
}

/** `[1, 2]`, of C# 12. */
function skipCollection(cursor: TokenCursor): Expression {
  const { token } = cursor;
  const closer = cursor.types.closer(cursor.index);
  if (closer === -1) cursor.fail(problem.unclosedBracket(token));
  else cursor.report(unsupported(token, 'a collection expression ("[…]")', '12', 'write new[] { … }'));
  cursor.index = closer === -1 ? cursor.index + 1 : closer + 1;
  return { kind: 'MissingExpression', span: cursor.spanFrom(token.start) };
}

function parseNameOrOperator(cursor: TokenCursor): Expression {
  const { token } = cursor;
  if (token.text === 'nameof' && cursor.peek().text === '(') {
    const expression = parseInParentheses(cursor, parseExpression);
    return { kind: 'NameOfExpression', expression, span: cursor.spanFrom(token.start) };
  }
  if (cursor.peek().text === '::') {
    cursor.next();
    cursor.next();
    const name = parseSimpleName(cursor);
    return { kind: 'AliasQualifiedName', alias: identifierName(token), name, span: cursor.spanFrom(token.start) };
  }
  return parseSimpleName(cursor);
}

/** `name` or `name<T>`. */
export function parseSimpleName(cursor: TokenCursor): SimpleName {
  const { token } = cursor;
  if (token.kind !== 'identifier' && token.kind !== 'named-value') {
    cursor.fail(problem.missingName(cursor));
    return { kind: 'IdentifierName', name: '', span: { start: token.start, end: token.start } };
  }
  cursor.next();
  const name = identifierName(token);
  if (cursor.at('<') && startsTypeArguments(cursor)) {
    const typeArguments = parseTypeArguments(cursor);
    return { kind: 'GenericName', name, typeArguments, span: cursor.spanFrom(token.start) };
  }
  return { kind: 'IdentifierName', name, span: cursor.spanFrom(token.start) };
}

function parseKeyword(cursor: TokenCursor): Expression {
  const { token } = cursor;
  const { text, start } = token;
  switch (text) {
    case 'true':
    case 'false':
    case 'null':
      return parseLiteral(cursor);
    case 'new':
      return parseCreation(cursor);
    case 'this':
      cursor.next();
      return { kind: 'ThisExpression', span: cursor.spanFrom(start) };
    case 'base':
      cursor.next();
      return { kind: 'BaseExpression', span: cursor.spanFrom(start) };
    case 'typeof': {
      const type = parseInParentheses(cursor, parseType);
      return { kind: 'TypeOfExpression', type, span: cursor.spanFrom(start) };
    }
    case 'sizeof': {
      const type = parseInParentheses(cursor, parseType);
      return { kind: 'SizeOfExpression', type, span: cursor.spanFrom(start) };
    }
    case 'checked':
    case 'unchecked': {
      const expression = parseInParentheses(cursor, parseExpression);
      return { kind: 'CheckedExpression', keyword: text, expression, span: cursor.spanFrom(start) };
    }
    case 'default':
      return parseDefault(cursor);
    default:
      if (!isPredefinedType(text)) return parseNothing(cursor);
      cursor.next();
      if (!cursor.at('.')) cursor.fail(problem.typeIsNoValue(token, cursor.peek(-2)));
      return { kind: 'PredefinedTypeExpression', keyword: text, span: cursor.spanFrom(start) };
  }
}

function parseDefault(cursor: TokenCursor): Expression {
  const { token } = cursor;
  if (cursor.peek().text === '(') {
    const type = parseInParentheses(cursor, parseType);
    return { kind: 'DefaultExpression', type, span: cursor.spanFrom(token.start) };
  }
  cursor.next();
  cursor.report(unsupported(token, '"default" without a type', '7.1', 'write default(T)'));
  return { kind: 'LiteralExpression', type: 'default', value: null, raw: token.text, span: cursor.spanFrom(token.start) };
}

/** Takes a keyword and what stands in parentheses behind it. */
function parseInParentheses<T>(cursor: TokenCursor, parse: (cursor: TokenCursor) => T): T {
  cursor.next();
  const openIndex = cursor.index;
  const opened = cursor.expect('(', problem.missing('"("'));
  const content = parse(cursor);
  if (opened) closeBracket(cursor, openIndex, ')');
  return content;
}

/** `.b`, `[0]`, `(x)`, `?.b`, `++` behind an operand, as many as there are. */
function parseChain(cursor: TokenCursor, first: Expression): Expression {
  const { start } = first.span;
  let left = first;
  for (;;) {
    switch (cursor.token.text) {
      case '.': {
        cursor.next();
        const name = parseSimpleName(cursor);
        left = { kind: 'MemberAccessExpression', expression: left, name, span: cursor.spanFrom(start) };
        break;
      }
      case '(': {
        const list = parseArguments(cursor, ')');
        left = { kind: 'InvocationExpression', expression: left, arguments: list, span: cursor.spanFrom(start) };
        break;
      }
      case '[': {
        const list = parseArguments(cursor, ']');
        left = { kind: 'ElementAccessExpression', expression: left, arguments: list, span: cursor.spanFrom(start) };
        break;
      }
      case '++':
      case '--': {
        const operator = cursor.next().text === '++' ? '++' : '--';
        left = { kind: 'PostfixUnaryExpression', operator, operand: left, span: cursor.spanFrom(start) };
        break;
      }
      case '?': {
        const follower = cursor.peek().text;
        if (follower !== '.' && follower !== '[') return left;
        cursor.next();
        const whenNotNull = cursor.nested(() => parseChain(cursor, parseBinding(cursor)));
        return { kind: 'ConditionalAccessExpression', expression: left, whenNotNull, span: cursor.spanFrom(start) };
      }
      case '!':
        if (mayStartOperand(cursor.peek())) return left;
        cursor.report(unsupported(cursor.token, 'the null-forgiving "!"', '8', 'remove it'));
        cursor.next();
        break;
      default:
        return left;
    }
    if (cursor.recovering && cursor.atEnd) return left;
  }
}

function parseBinding(cursor: TokenCursor): Expression {
  const { start } = cursor.token;
  if (cursor.accept('.')) {
    const name = parseSimpleName(cursor);
    return { kind: 'MemberBindingExpression', name, span: cursor.spanFrom(start) };
  }
  const list = parseArguments(cursor, ']');
  return { kind: 'ElementBindingExpression', arguments: list, span: cursor.spanFrom(start) };
}
