/** Texts that callers choose: headers, query parameters and what stands in the body. */
import { parsedExpression } from '../model/parsed-expression.js';
import type { Place } from '../model/walk.js';
import type { Expression, ParsedCode } from '../syntax/csharp/ast.js';
import { NO_LOCALS } from './locals.js';
import { memberPath } from './request-collection.js';
import { requestText } from './request-text.js';
import { variableSet } from './steps-before.js';
import { assignedNames, descendants } from './syntax-search.js';
import { withoutParentheses } from './unwrap.js';
import type { Source } from './value-sources.js';

export type CallerText = Source | { readonly kind: 'body' };

/** What names stand for, where that is one expression. */
export interface Definitions {
  readonly locals: ReadonlyMap<string, Expression>;
  /** Of the request. */
  readonly variables: ReadonlyMap<string, Expression>;
}

/** Longer ways from a text to where it comes from are not followed. */
const MOST_STEPS = 40;

/** Where the text comes from, when it is the caller's as it was sent; undefined when something was made of it, or that cannot be told. */
export function callerText(expression: Expression, definitions: Definitions): CallerText | undefined {
  let inner = withoutParentheses(expression);
  let { locals } = definitions;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const read = requestText(inner, NO_LOCALS);
    if (read !== undefined && read.kind !== 'variable') return { kind: read.kind, name: read.name };
    if (isBodyRead(inner)) return { kind: 'body' };
    const variable = read ?? storedObject(inner);
    const defined = variable !== undefined ? definitions.variables.get(variable.name) : inner.kind === 'IdentifierName' ? locals.get(inner.name) : undefined;
    const next = defined ?? (variable === undefined ? partOf(inner) : undefined);
    if (next === undefined) return undefined;
    // The local variables of one expression are not those of another.
    if (variable !== undefined) locals = new Map();
    inner = withoutParentheses(next);
  }
  return undefined;
}

/** `context.Request.Body.As<JObject>(…)`. */
function isBodyRead(node: Expression): boolean {
  return node.kind === 'InvocationExpression' && node.expression.kind === 'MemberAccessExpression' && node.expression.name.name === 'As' && memberPath(node.expression.expression) === 'context.Request.Body';
}

/** `context.Variables.GetValueOrDefault<JObject>("body")`. */
function storedObject(node: Expression): { readonly name: string } | undefined {
  if (node.kind !== 'InvocationExpression' || node.expression.kind !== 'MemberAccessExpression' || node.expression.name.name !== 'GetValueOrDefault') return undefined;
  const name = node.arguments[0]?.expression;
  return memberPath(node.expression.expression) === 'context.Variables' && name?.kind === 'LiteralExpression' && typeof name.value === 'string' ? { name: name.value } : undefined;
}

/** Methods that give the text or JSON value as it is. */
const KEEPS_TEXT: ReadonlySet<string> = new Set(['ToString', 'Trim', 'Value', 'SelectToken', 'GetValue']);

/** What the expression is read from without a change: `json` of `(string)json["model"] ?? ""`. */
function partOf(node: Expression): Expression | undefined {
  switch (node.kind) {
    case 'CastExpression':
    case 'ElementAccessExpression':
    case 'ConditionalAccessExpression':
      return node.expression;
    case 'TypeTestExpression':
      return node.operator === 'as' ? node.expression : undefined;
    case 'BinaryExpression':
      return node.operator === '??' ? node.left : undefined;
    case 'InvocationExpression':
      return node.expression.kind === 'MemberAccessExpression' && KEEPS_TEXT.has(node.expression.name.name) ? node.expression.expression : undefined;
    default:
      return undefined;
  }
}

/** Locals that are given one value, where they are declared. */
export function localDefinitions(code: ParsedCode): ReadonlyMap<string, Expression> {
  const found = new Map<string, Expression>();
  if (code.form === 'expression') return found;
  const dropped = assignedNames(code.block);
  for (const node of descendants(code.block)) {
    if (node.kind !== 'LocalDeclarationStatement') continue;
    for (const { name, initializer } of node.declaration.variables) {
      if (initializer === undefined || found.has(name.name)) dropped.add(name.name);
      else found.set(name.name, initializer);
    }
  }
  for (const name of dropped) found.delete(name);
  return found;
}

/** Variables of the request that one policy of the document sets, with an expression. */
export function variableDefinitions(places: readonly Place[]): ReadonlyMap<string, Expression> {
  const found = new Map<string, Expression>();
  const seen = new Set<string>();
  for (const { element } of places) {
    const set = variableSet(element);
    if (set === undefined) continue;
    found.delete(set.name);
    if (seen.has(set.name)) continue;
    seen.add(set.name);
    const code = set.value?.kind === 'expression' ? parsedExpression(set.value).code : undefined;
    if (code?.form === 'expression') found.set(set.name, code.expression);
  }
  return found;
}
