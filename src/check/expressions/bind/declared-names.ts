/** The names that statements declare in the scope they stand in. Source: C# specification (C# 7), 7.7 Scopes; Roslyn's scopes of expression variables. */
import { partsOf } from '../../../analysis/syntax-search.js';
import type { Expression, LocalFunctionStatement, Pattern, SingleDesignation, Statement, VariableDeclaration } from '../../../syntax/csharp/ast.js';
import type { Local, Scope } from './scope.js';

/** Makes the variables of a list of statements known before any of them is bound; functions are left to `declareFunction`. */
export function declareStatements(statements: readonly Statement[], scope: Scope, declareFunction: (node: LocalFunctionStatement, scope: Scope) => void): void {
  for (const statement of statements) {
    const inner = withoutLabels(statement);
    if (inner.kind === 'LocalFunctionStatement') declareFunction(inner, scope);
    else if (inner.kind === 'LocalDeclarationStatement') declareVariables(inner.declaration, scope, inner.constant ? 'constant' : 'variable');
    else for (const expression of openExpressions(inner)) declareExpressionVariables(expression, scope);
  }
}

function withoutLabels(statement: Statement): Statement {
  let inner = statement;
  while (inner.kind === 'LabeledStatement') inner = inner.statement;
  return inner;
}

/** The expressions of a statement whose variables can be seen behind it. */
function openExpressions(statement: Statement): readonly (Expression | undefined)[] {
  switch (statement.kind) {
    case 'ExpressionStatement':
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'YieldStatement':
    case 'SwitchStatement':
    case 'LockStatement':
      return [statement.expression];
    case 'IfStatement':
      return [statement.condition];
    default:
      return [];
  }
}

export function declareVariables({ variables }: VariableDeclaration, scope: Scope, role: Local['role']): void {
  for (const { name, initializer } of variables) {
    scope.declare(localOf(name, role));
    declareExpressionVariables(initializer, scope);
  }
}

export function localOf({ name, span }: Pick<SingleDesignation, 'name' | 'span'>, role: Local['role'], type?: Local['type']): Local {
  return { kind: 'local', name, span, role, type };
}

/** Declares `x` of `out var x` and `is T x` anywhere in the expression, lambdas and the inner parts of queries aside. */
export function declareExpressionVariables(expression: Expression | undefined, scope: Scope): void {
  if (expression === undefined || !scope.binding.traits.hasDesignations) return;
  for (const designation of designations(expression)) scope.declare(localOf(designation, 'variable'));
}

/** Declares the names of a `case`. */
export function declarePatternVariables(pattern: Pattern, scope: Scope): void {
  for (const designation of designations(pattern)) scope.declare(localOf(designation, 'variable'));
}

const OWN_SCOPES: ReadonlySet<unknown> = new Set<Expression['kind']>(['LambdaExpression', 'AnonymousMethodExpression']);

/** In the order of the text. */
function designations(root: Expression | Pattern): SingleDesignation[] {
  const found: SingleDesignation[] = [];
  const pending: object[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!('kind' in node)) pushAll(partsOf(node), pending);
    else if (isDesignation(node)) found.push(node);
    else if (isQuery(node)) pending.push(...firstSource(node));
    else if (!OWN_SCOPES.has(node.kind)) pushAll(partsOf(node), pending);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** One by one: a list may be longer than a call has room for arguments. */
function pushAll(parts: readonly object[], pending: object[]): void {
  for (const part of parts) pending.push(part);
}

function isDesignation(node: object & { kind: unknown }): node is SingleDesignation {
  return node.kind === 'SingleDesignation';
}

function isQuery(node: object & { kind: unknown }): node is Extract<Expression, { kind: 'QueryExpression' }> {
  return node.kind === 'QueryExpression';
}

/** Only the first source of a query stands outside of its lambdas. */
function firstSource({ clauses: [first] }: Extract<Expression, { kind: 'QueryExpression' }>): Expression[] {
  return first?.kind === 'FromClause' ? [first.expression] : [];
}
