/** Looks for things anywhere in a piece of a C# tree. */
import type { Expression, Statement } from '../syntax/csharp/ast.js';
import { withoutParentheses } from './unwrap.js';

type SyntaxNode = Expression | Statement;

/** Every node below, the node itself first; those in lambdas too. */
export function* descendants(root: object): Generator<SyntaxNode, void> {
  const pending: object[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isSyntaxNode(node)) yield node;
    pushParts(node, pending);
  }
}

/** The nodes and lists that a node or list holds, in their order. */
export function partsOf(holder: object): object[] {
  const parts: object[] = [];
  pushParts(holder, parts);
  return parts;
}

/** What the list or object holds, in its order; a span holds no nodes. `Object.values` would make a list for each node, which costs more than the rest. */
function pushParts<Held extends object>(holder: Held, pending: object[]): void {
  if (Array.isArray(holder)) {
    for (const part of holder) if (isObject(part)) pending.push(part);
    return;
  }
  for (const name in holder) {
    const part = holder[name];
    if (name !== 'span' && isObject(part)) pending.push(part);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isSyntaxNode(node: object): node is SyntaxNode {
  return 'kind' in node && typeof node.kind === 'string';
}

/** Local variables that the code may give another value: by assignment, `++`, `--`, `ref` and `out`. */
export function assignedNames(root: object): Set<string> {
  const names = new Set<string>();
  const add = (target: Expression): void => {
    const inner = withoutParentheses(target);
    if (inner.kind === 'IdentifierName') names.add(inner.name);
    // Every name in the target of a deconstruction: too many is safe.
    else for (const node of descendants(inner)) if (node.kind === 'IdentifierName') names.add(node.name);
  };
  for (const node of descendants(root)) {
    if (node.kind === 'AssignmentExpression') add(node.left);
    else if (node.kind === 'PostfixUnaryExpression') add(node.operand);
    else if (node.kind === 'PrefixUnaryExpression' && (node.operator === '++' || node.operator === '--')) add(node.operand);
    else if (node.kind === 'InvocationExpression') for (const { modifier, expression } of node.arguments) if (modifier !== undefined) add(expression);
  }
  return names;
}

/** Whether a lambda or local function gives a variable another value, so that calling it does. */
export function functionsAssign(root: object): boolean {
  for (const node of descendants(root)) {
    const isFunction = node.kind === 'LambdaExpression' || node.kind === 'AnonymousMethodExpression' || node.kind === 'LocalFunctionStatement';
    if (isFunction && assignedNames(node.body).size > 0) return true;
  }
  return false;
}

/** Whether the code may leave the block that it stands in. */
export function mayLeave(statement: Statement): boolean {
  for (const { kind } of descendants(statement)) if (kind === 'ReturnStatement' || kind === 'GotoStatement' || kind === 'LabeledStatement') return true;
  return false;
}
