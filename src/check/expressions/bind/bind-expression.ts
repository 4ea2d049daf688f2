/** Binds expressions: what each stands for, its type, and what the compiler says of it. Source: C# specification (C# 7), 12 Expressions. */
import { UNKNOWN, coreType } from '../../../catalog/expressions/type-library.js';
import type * as ast from '../../../syntax/csharp/ast.js';
import { wellKnown } from '../types/core.js';
import { bindAssignment } from './bind-assignment.js';
import { bindConditional } from './bind-conditional.js';
import { bindAsOperator, bindCast, bindIsOperator } from './bind-conversions.js';
import { bindAnonymousObject, bindArrayCreation, bindImplicitArray, bindObjectCreation } from './bind-creation.js';
import { bindElementAccess, bindElementBinding } from './bind-element-access.js';
import { bindInvocation } from './bind-invocation.js';
import { bindAnonymousMethod, bindLambda } from './bind-lambda.js';
import { bindAlias, bindConditionalAccess, bindMemberAccess, bindMemberBinding } from './bind-member-access.js';
import { bindName } from './bind-name.js';
import { bindBinary, bindPostfix, bindPrefix } from './bind-operators.js';
import { bindPattern } from './bind-pattern.js';
import { bindQuery } from './bind-query.js';
import { type Bound, value } from './bound.js';
import { convert } from './convert.js';
import { literalBound } from './literal.js';
import { problem } from './problem.js';
import { keywordType, resolveType } from './resolve-type.js';
import type { Scope } from './scope.js';

type ByKind = { readonly [K in ast.Expression['kind']]: Extract<ast.Expression, { readonly kind: K }> };
type Binders = { readonly [K in keyof ByKind]: (node: ByKind[K], scope: Scope) => Bound };

/** Binds an expression that may be a type or namespace in front of a dot. */
export function bindExpression(node: ast.Expression, scope: Scope): Bound {
  const { binding } = scope;
  binding.enter();
  const bound = bindByKind(node.kind, node, scope);
  binding.leave();
  return bound;
}

function bindByKind<K extends keyof ByKind>(kind: K, node: ByKind[K], scope: Scope): Bound {
  return BINDERS[kind](node, scope);
}

export type Operand = Exclude<Bound, { readonly kind: 'type' | 'namespace' }>;

/** Binds an expression that must have a value (or get one from its surroundings, as `null` and lambdas do). */
export function bindValue(node: ast.Expression, scope: Scope): Operand {
  const bound = bindExpression(node, scope);
  if (bound.kind === 'value' && typeof bound.constant === 'boolean') scope.binding.transcript.constants.set(node, bound.constant);
  return withoutType(bound, node, scope);
}

/** Reports a type or namespace that stands where a value is expected. */
export function withoutType(bound: Bound, { span }: ast.Expression, scope: Scope): Operand {
  if (bound.kind === 'type') {
    if (bound.type.kind !== 'unknown') scope.binding.report(problem('CS0119', span, 'a type stands where a value is expected', 'call one of its members, or create one with new'));
    return value(UNKNOWN);
  }
  if (bound.kind === 'namespace') {
    scope.binding.report(problem('CS0118', span, `the namespace ${bound.name} stands where a value is expected`));
    return value(UNKNOWN);
  }
  return bound;
}

const UNKNOWN_VALUE = value(UNKNOWN);

const BINDERS: Binders = {
  LiteralExpression: literalBound,
  InterpolatedStringExpression: bindInterpolatedString,
  IdentifierName: bindName,
  GenericName: bindName,
  PredefinedTypeExpression: ({ keyword }) => ({ kind: 'type', type: keywordType(keyword) }),
  ThisExpression: bindThis,
  BaseExpression: bindThis,
  ParenthesizedExpression: ({ expression }, scope) => bindExpression(expression, scope),
  TupleExpression: bindTuple,
  MemberAccessExpression: bindMemberAccess,
  ElementAccessExpression: bindElementAccess,
  InvocationExpression: bindInvocation,
  ConditionalAccessExpression: bindConditionalAccess,
  MemberBindingExpression: bindMemberBinding,
  ElementBindingExpression: bindElementBinding,
  AliasQualifiedName: bindAlias,
  ObjectCreationExpression: bindObjectCreation,
  AnonymousObjectCreationExpression: bindAnonymousObject,
  ArrayCreationExpression: bindArrayCreation,
  ImplicitArrayCreationExpression: bindImplicitArray,
  InitializerExpression: bindStrayInitializer,
  TypeOfExpression: ({ type }, scope) => {
    resolveType(type, scope);
    return value(wellKnown('System.Type'));
  },
  DefaultExpression: ({ type }, scope) => value(resolveType(type, scope)),
  SizeOfExpression: ({ type }, scope) => {
    resolveType(type, scope);
    return value(coreType('int'));
  },
  CheckedExpression: bindChecked,
  NameOfExpression: bindNameOf,
  PrefixUnaryExpression: bindPrefix,
  PostfixUnaryExpression: bindPostfix,
  CastExpression: bindCast,
  AwaitExpression: ({ expression }, scope) => {
    bindValue(expression, scope);
    return UNKNOWN_VALUE;
  },
  BinaryExpression: bindBinary,
  IsPatternExpression: ({ expression, pattern }, scope) => {
    bindPattern(pattern, bindValue(expression, scope), scope);
    return value(coreType('bool'));
  },
  TypeTestExpression: (node, scope) => (node.operator === 'is' ? bindIsOperator(node, scope) : bindAsOperator(node, scope)),
  ConditionalExpression: bindConditional,
  AssignmentExpression: bindAssignment,
  LambdaExpression: bindLambda,
  AnonymousMethodExpression: bindAnonymousMethod,
  QueryExpression: bindQuery,
  ThrowExpression: ({ expression }, scope) => {
    bindThrown(expression, scope);
    return { kind: 'throw' };
  },
  RefExpression: ({ expression }, scope) => bindExpression(expression, scope),
  DeclarationExpression: () => UNKNOWN_VALUE,
  NamedValueReference: () => UNKNOWN_VALUE,
  MissingExpression: () => UNKNOWN_VALUE,
};

function bindInterpolatedString({ parts }: ast.InterpolatedStringExpression, scope: Scope): Bound {
  for (const part of parts) {
    if (part.kind === 'InterpolatedText') continue;
    convert(bindValue(part.expression, scope), coreType('object'), part.expression, scope);
    if (part.alignment !== undefined) convert(bindValue(part.alignment, scope), coreType('int'), part.alignment, scope);
  }
  return { ...value(coreType('string')), isInterpolated: true };
}

function bindChecked({ keyword, expression }: ast.CheckedExpression, scope: Scope): Bound {
  const { binding } = scope;
  const outer = binding.isUnchecked;
  binding.isUnchecked = keyword === 'unchecked';
  const bound = bindExpression(expression, scope);
  binding.isUnchecked = outer;
  return bound;
}

/** Source: reference/expressions.md §1: an expression has no `this`. */
function bindThis({ span }: ast.ThisExpression | ast.BaseExpression, scope: Scope): Bound {
  scope.binding.report(problem('CS0026', span, 'there is no object that an expression belongs to', 'what an expression knows is in "context"'));
  return UNKNOWN_VALUE;
}

function bindTuple({ elements }: ast.TupleExpression, scope: Scope): Bound {
  for (const { expression } of elements) bindValue(expression, scope);
  return UNKNOWN_VALUE;
}

function bindStrayInitializer({ expressions }: ast.InitializerExpression, scope: Scope): Bound {
  for (const expression of expressions) bindValue(expression, scope);
  return UNKNOWN_VALUE;
}

/** Only what the name means matters, not whether it has a value there. */
function bindNameOf({ expression }: ast.NameOfExpression, scope: Scope): Bound {
  const { transcript } = scope.binding.apart(() => bindExpression(expression, scope));
  for (const found of transcript.problems) if (found.code === 'unknown-name' || found.code === 'unknown-member') scope.binding.report(found);
  const name = expression.kind === 'MemberAccessExpression' ? expression.name.name : expression.kind === 'IdentifierName' ? expression.name : undefined;
  return value(coreType('string'), name);
}

/** What stands behind `throw`. */
export function bindThrown(node: ast.Expression, scope: Scope): void {
  const thrown = bindValue(node, scope);
  if (thrown.kind === 'null') return;
  const { transcript } = scope.binding.apart(() => convert(thrown, wellKnown('System.Exception'), node, scope));
  if (transcript.problems.length > 0) scope.binding.report(problem('CS0155', node.span, 'only an exception can be thrown', 'write throw new Exception(…)'));
}
