/** The mistakes the parser reports, each with its code, message and hint. */
import type { Span } from '../text/position.js';
import type { SyntaxProblem } from '../text/syntax-problem.js';
import type { Identifier } from './ast.js';
import type { Token } from './token.js';
import type { TokenCursor } from './token-cursor.js';

type Report = (cursor: TokenCursor) => SyntaxProblem;

function problem(severity: 'error' | 'warning', code: string, span: Span, message: string, hint?: string): SyntaxProblem {
  return { code, span: { start: span.start, end: span.end }, message, severity, ...(hint === undefined ? {} : { hint }) };
}

/** The place behind the last token taken: where something is missing. */
function behind(cursor: TokenCursor): Span {
  const at = cursor.index === 0 ? cursor.token.start : cursor.previous.end;
  return { start: at, end: at };
}

/** A token as a message shows it. */
export function found(token: Token): string {
  if (token.kind === 'end') return 'the end of the expression';
  const { text } = token;
  return `"${text.length > 30 ? `${text.slice(0, 27)}…` : text}"`;
}

/** The current token is none that can stand here. */
export const unexpected = (expected: string): Report => (cursor) =>
  problem('error', 'unexpected-token', cursor.token, `expected ${expected} but found ${found(cursor.token)}`);

/** A token is missing behind the last one. */
export const missing = (expected: string, hint?: string): Report => (cursor) =>
  problem('error', 'missing-token', behind(cursor), `expected ${expected} but found ${found(cursor.token)}`, hint);

export const missingSemicolon: Report = (cursor) =>
  problem('error', 'missing-semicolon', behind(cursor), `a statement has no ";" at its end: ${found(cursor.token)} follows`,
    cursor.at('}') || cursor.atEnd ? 'end the statement with ";", and write "return" before the value that the block gives' : 'end the statement with ";"');

export function missingOperand(cursor: TokenCursor): SyntaxProblem {
  if (isStrictComparison(cursor)) return strictComparison(cursor.previous, cursor.token);
  if (cursor.index === 0) {
    return problem('error', 'missing-expression', cursor.token, `expected an expression but found ${found(cursor.token)}`);
  }
  return problem('error', 'missing-expression', cursor.atEnd ? behind(cursor) : cursor.token,
    `${found(cursor.previous)} is followed by ${found(cursor.token)}, where an expression is expected`);
}

/** `===` and `!==`, of JavaScript. */
function isStrictComparison({ previous, token }: TokenCursor): boolean {
  return token.text === '=' && token.start === previous.end && (previous.text === '==' || previous.text === '!=');
}

function strictComparison(operator: Token, surplus: Token): SyntaxProblem {
  const found = problem('error', 'missing-expression', { start: operator.start, end: surplus.end }, `"${operator.text}=" is no operator of C#`, `write ${operator.text}`);
  return { ...found, fix: { title: `write ${operator.text}`, safety: 'safe', edits: [{ span: { start: surplus.start, end: surplus.end }, text: '' }] } };
}

export function missingName(cursor: TokenCursor): SyntaxProblem {
  return problem('error', 'missing-name', cursor.atEnd ? behind(cursor) : cursor.token,
    `${found(cursor.previous)} is followed by ${found(cursor.token)}, where a name is expected`);
}

/** @param before the token in front of the type */
export function typeIsNoValue(token: Token, before: Token): SyntaxProblem {
  const message = `"${token.text}" is a type and stands where a value is expected`;
  return problem('error', 'type-as-value', token, message, before.text === '<' ? `close the type argument: <${token.text}>` : undefined);
}

export function emptyIndex(open: Span, close: Token): SyntaxProblem {
  return problem('error', 'missing-expression', { start: open.start, end: close.end }, '"[]" names no element', 'write the index or the key between the brackets');
}

export function emptyExpression(span: Span): SyntaxProblem {
  return problem('error', 'empty-expression', span, 'the expression is empty', 'write a C# expression between the brackets');
}

export function unclosedBracket(open: Token): SyntaxProblem {
  return problem('error', 'unclosed-bracket', open, `"${open.text}" is never closed`, `add the "${CLOSING[open.text] ?? ''}" that belongs to it`);
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export function semicolonInExpression(token: Token): SyntaxProblem {
  const found = problem('error', 'semicolon-in-expression', token, '@( ) holds one expression, without ";"', 'remove the ";", or write @{ return …; } for statements');
  return { ...found, fix: { title: 'remove the ";"', safety: 'safe', edits: [{ span: found.span, text: '' }] } };
}

export function statementInExpression(token: Token): SyntaxProblem {
  const code = token.text === 'return' ? 'return-in-expression' : 'statement-in-expression';
  const hint = token.text === 'return' ? 'leave "return" away, or write @{ return …; }' : 'write @{ … } and return the value';
  return problem('error', code, token, `"${token.text}" starts a statement, and @( ) holds one expression`, hint);
}

export function behindExpression(token: Token): SyntaxProblem {
  return problem('error', 'unexpected-token', token, `the expression ends before ${found(token)}`, 'check for a missing operator, or for a bracket or quote too many');
}

/** Razor's refusal of a body without braces. Source: reference/expressions.md §1. */
export function unbracedStatement(keyword: string, token: Token): SyntaxProblem {
  return problem('error', 'unbraced-statement', token,
    `the body of "${keyword}" has no braces, and APIM refuses it: Expected a "{" but found ${token.kind === 'end' ? 'the end' : `a ${found(token)}`}. Block statements must be enclosed in "{" and "}"`,
    `put { and } around the body of "${keyword}"`);
}

export function markup(token: Token): SyntaxProblem {
  return problem('error', 'markup-in-code', token, 'a statement starts with "<", which APIM reads as the start of markup', 'put markup into a string');
}

export function notAStatement(span: Span): SyntaxProblem {
  return problem('error', 'not-a-statement', span, 'this expression is used as a statement, and its value goes nowhere', 'write "return" before it, or assign it to a variable');
}

export function returnWithoutValue(span: Span): SyntaxProblem {
  return problem('error', 'return-without-value', span, '"return" gives no value, and a policy expression must give one', 'write return …;');
}

export function declarationAsBody(keyword: string, span: Span): SyntaxProblem {
  return problem('error', 'declaration-as-body', span, `a declaration cannot be the whole body of "${keyword}"`, 'put { and } around it');
}

export function untypedParameter({ name, span }: Identifier): SyntaxProblem {
  return problem('error', 'missing-type', span, `the parameter "${name}" of a local function has no type`, 'write its type before the name');
}

export function notInExpressions(token: Token, what: string): SyntaxProblem {
  return problem('error', 'unsupported-declaration', token, `${what} cannot stand in a policy expression`);
}

/** Source of the severities that follow: reference/expressions.md §1, table "C# features". */
export function catchFilter(span: Span): SyntaxProblem {
  return problem('warning', 'catch-filter', span, 'APIM is not known to accept "when" behind "catch"', 'test the condition inside the catch block');
}

export function tuple(span: Span): SyntaxProblem {
  return problem('warning', 'tuple', span, 'tuples need System.ValueTuple, which is not on the list of types that APIM allows', 'use an anonymous object, an array or several variables');
}

export function throwing(span: Span): SyntaxProblem {
  return problem('warning', 'throw', span, 'APIM is not known to accept "throw" in a policy expression', 'give back a value that the policy can test');
}

export function delegateVariable(span: Span): SyntaxProblem {
  return problem('warning', 'delegate-variable', span, 'a delegate is kept in a variable, and APIM may refuse to call it', 'write a local function');
}

export function dynamicType(span: Span): SyntaxProblem {
  return problem('error', 'dynamic-type', span, '"dynamic" binds at run time, which APIM refuses', 'use the type itself, or JObject or JToken');
}

export function asyncCode(span: Span, word: string): SyntaxProblem {
  return problem('error', 'async-code', span, `"${word}" cannot stand in a policy expression, which APIM compiles as a method that is not async`);
}

export function nestingTooDeep(span: Span): SyntaxProblem {
  return problem('error', 'nesting-too-deep', span, 'the code is nested too deeply here', 'put the inner parts into variables');
}

export function numberTooLarge(span: Span): SyntaxProblem {
  return problem('error', 'number-too-large', span, 'this number fits no integer type', 'append m for a decimal or d for a double');
}

export function tryAlone(span: Span): SyntaxProblem {
  return problem('error', 'try-without-catch', span, '"try" has neither "catch" nor "finally"', 'add catch { … } or finally { … }');
}

export function missingConditionalColon(cursor: TokenCursor, question: Token): SyntaxProblem {
  return problem('error', 'missing-token', behind(cursor), `expected ":" but found ${found(cursor.token)}: a conditional has two values`,
    cursor.surroundings.hole ? 'put the conditional into parentheses: in {…} a ":" starts the format' : `write condition ? a : b, or remove the ${found(question)}`);
}
