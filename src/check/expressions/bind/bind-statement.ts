/** Binds statements. Source: C# specification (C# 7), 13 Statements. */
import { UNKNOWN, coreType } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type * as ast from '../../../syntax/csharp/ast.js';
import { wellKnown } from '../types/core.js';
import { implicitConversion } from '../types/conversions.js';
import { displayType } from '../types/display.js';
import { isUnknown } from '../types/identity.js';
import { isReferenceType, isVoid } from '../types/kinds.js';
import { membersAreKnown } from '../types/lookup-members.js';
import { bindThrown, bindValue } from './bind-expression.js';
import { bindDo, bindFor, bindForEach, bindWhile } from './bind-loop.js';
import { bindLocalFunction, declareLocalFunction } from './bind-local-function.js';
import { bindSwitch } from './bind-switch.js';
import { bindVariables } from './bind-variables.js';
import { value } from './bound.js';
import { convert } from './convert.js';
import { declareExpressionVariables, declareStatements, declareVariables, localOf } from './declared-names.js';
import { problem } from './problem.js';
import { resolveType } from './resolve-type.js';
import type { Scope } from './scope.js';

type ByKind = { readonly [K in ast.Statement['kind']]: Extract<ast.Statement, { readonly kind: K }> };
type Binders = { readonly [K in keyof ByKind]: (node: ByKind[K], scope: Scope) => void };

export function bindStatement(node: ast.Statement, scope: Scope): void {
  scope.binding.enter();
  bindByKind(node.kind, node, scope);
  scope.binding.leave();
}

function bindByKind<K extends keyof ByKind>(kind: K, node: ByKind[K], scope: Scope): void {
  BINDERS[kind](node, scope);
}

/** Statements in a scope of their own. */
export function bindBlock({ statements }: ast.Block, outer: Scope): void {
  bindStatements(statements, outer.inner());
}

/** Statements in a scope that is there already. */
export function bindStatements(statements: readonly ast.Statement[], scope: Scope): void {
  declareStatements(statements, scope, declareLocalFunction);
  for (const statement of statements) bindStatement(statement, scope);
}

/** The body of a branch or loop, whose names are its own. */
export function bindBody(statement: ast.Statement, scope: Scope): void {
  if (statement.kind === 'Block') bindBlock(statement, scope);
  else bindStatements([statement], scope.inner());
}

/** A condition, which must be a bool. */
export function bindCondition(node: ast.Expression, scope: Scope): void {
  convert(bindValue(node, scope), coreType('bool'), node, scope);
}

const BINDERS: Binders = {
  Block: bindBlock,
  EmptyStatement: () => undefined,
  ExpressionStatement: ({ expression }, scope) => {
    const operand = bindValue(expression, scope);
    if (operand.kind === 'lambda') operand.complete(undefined, undefined);
  },
  LocalDeclarationStatement: ({ declaration, constant }, scope) => bindVariables(declaration, constant ? 'constant' : 'variable', scope),
  LocalFunctionStatement: bindLocalFunction,
  IfStatement: (node, scope) => {
    bindCondition(node.condition, scope);
    bindBody(node.then, scope);
    if (node.else !== undefined) bindBody(node.else, scope);
  },
  WhileStatement: bindWhile,
  DoStatement: bindDo,
  ForStatement: bindFor,
  ForEachStatement: bindForEach,
  SwitchStatement: bindSwitch,
  ReturnStatement: bindReturn,
  BreakStatement: () => undefined,
  ContinueStatement: () => undefined,
  ThrowStatement: ({ expression }, scope) => {
    if (expression !== undefined) bindThrown(expression, scope);
  },
  TryStatement: bindTry,
  UsingStatement: bindUsing,
  LockStatement: ({ expression, body }, scope) => {
    const operand = bindValue(expression, scope);
    if (operand.kind === 'value' && !isUnknown(operand.type) && operand.type.kind !== 'type-parameter' && !isReferenceType(operand.type)) {
      scope.binding.report(problem('CS0185', expression.span, `a ${displayType(operand.type)} cannot be locked: only objects can`));
    }
    bindBody(body, scope);
  },
  CheckedStatement: ({ block }, scope) => bindBlock(block, scope),
  GotoStatement: ({ expression }, scope) => {
    if (expression !== undefined) bindValue(expression, scope);
  },
  LabeledStatement: ({ statement }, scope) => bindStatement(statement, scope),
  YieldStatement: ({ expression, span }, scope) => {
    if (expression !== undefined) bindValue(expression, scope);
    const keyword = { start: span.start, end: span.start + 'yield'.length };
    if (scope.frame.kind !== 'local-function') scope.binding.report(problem('CS1621', keyword, '"yield" gives values one by one, and an expression gives one'));
  },
};

function bindReturn({ expression, span }: ast.ReturnStatement, scope: Scope): void {
  const { frame, binding } = scope;
  if (expression === undefined) {
    frame.bareReturns.push({ start: span.start, end: span.start + 'return'.length });
    if (frame.returnType !== undefined && !isVoid(frame.returnType) && !isUnknown(frame.returnType)) {
      binding.report(problem('CS0126', { start: span.start, end: span.start + 'return'.length }, '"return" gives no value, and this function must give one', 'write return …;'));
    }
    return;
  }
  const operand = bindValue(expression, scope);
  if (frame.returnType === undefined) frame.returns.push({ operand, node: expression });
  else if (isVoid(frame.returnType)) binding.report(problem('CS0127', { start: span.start, end: span.start + 'return'.length }, 'the function is void and gives no value', 'write the type of the value instead of void'));
  else convert(operand, frame.returnType, expression, scope);
}

function bindTry({ block, catches, finally: last }: ast.TryStatement, scope: Scope): void {
  bindBlock(block, scope);
  const caught: { readonly type: Type; readonly isFiltered: boolean }[] = [];
  for (const clause of catches) {
    const type = bindCatch(clause, scope);
    const earlier = caught.find((one) => !one.isFiltered && !isUnknown(type) && !isUnknown(one.type) && implicitConversion(value(type), one.type) !== undefined);
    if (earlier !== undefined && clause.type !== undefined) {
      scope.binding.report(problem('CS0160', clause.type.span, `a catch further up already catches every ${displayType(type)}`, 'move this one up, or remove it'));
    }
    caught.push({ type, isFiltered: clause.filter !== undefined });
  }
  if (last !== undefined) bindBlock(last, scope);
}

function bindCatch({ type: node, name, filter, block }: ast.CatchClause, outer: Scope): Type {
  const scope = outer.inner();
  const type = node === undefined ? UNKNOWN : resolveType(node, scope);
  if (node !== undefined && !isUnknown(type) && membersAreKnown(type) && implicitConversion(value(type), wellKnown('System.Exception')) === undefined) {
    scope.binding.report(problem('CS0155', node.span, `a ${displayType(type)} is no exception and cannot be caught`));
  }
  if (name !== undefined) scope.declare(localOf(name, 'variable', type));
  if (filter !== undefined) {
    declareExpressionVariables(filter, scope);
    bindCondition(filter, scope);
  }
  bindBlock(block, scope);
  return type;
}

function bindUsing({ declaration, expression, body }: ast.UsingStatement, outer: Scope): void {
  const scope = outer.inner();
  if (declaration !== undefined) {
    declareVariables(declaration, scope, 'using variable');
    bindVariables(declaration, 'using variable', scope);
    for (const { name } of declaration.variables) {
      const declared = scope.declaredAt(name.name, name.span);
      if (declared?.kind === 'local' && declared.type !== undefined) checkDisposable(declared.type, declaration.span, scope);
    }
  }
  if (expression !== undefined) {
    declareExpressionVariables(expression, scope);
    const operand = bindValue(expression, scope);
    if (operand.kind === 'value') checkDisposable(operand.type, expression.span, scope);
  }
  bindBody(body, scope);
}

function checkDisposable(type: Type, span: ast.Expression['span'], scope: Scope): void {
  if (isUnknown(type) || !membersAreKnown(type) || implicitConversion(value(type), wellKnown('System.IDisposable')) !== undefined) return;
  scope.binding.report(problem('CS1674', span, `a ${displayType(type)} needs no "using": it is not disposable`, 'declare it as an ordinary variable'));
}
