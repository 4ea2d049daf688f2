/**
 * Lambdas and anonymous methods. A body is bound once for each list of parameter types that overload resolution tries; what
 * was found counts when the types are settled. Source: C# specification, 12.19 Anonymous function expressions.
 */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import { canReachEnd } from '../../../analysis/end-reachability.js';
import type { AnonymousMethodExpression, Block, Expression, LambdaExpression, Parameter } from '../../../syntax/csharp/ast.js';
import { containsUnknown, sameType } from '../types/identity.js';
import { isVoid } from '../types/kinds.js';
import type { LambdaBody } from '../types/operand.js';
import { bindValue } from './bind-expression.js';
import { bindBlock } from './bind-statement.js';
import type { BoundLambda } from './bound.js';
import { arrowSpan, convert } from './convert.js';
import { declareExpressionVariables, localOf } from './declared-names.js';
import { problem } from './problem.js';
import { resolveType } from './resolve-type.js';
import { FunctionFrame, type Scope } from './scope.js';
import type { Transcript } from './transcript.js';

type Function = LambdaExpression | AnonymousMethodExpression;

export function bindLambda(node: LambdaExpression, scope: Scope): BoundLambda {
  return writtenFunction(node, node.parameters, scope);
}

export function bindAnonymousMethod(node: AnonymousMethodExpression, scope: Scope): BoundLambda {
  return writtenFunction(node, node.parameters, scope);
}

function writtenFunction(node: Function, parameters: readonly Parameter[] | undefined, scope: Scope): BoundLambda {
  const isTyped = parameters?.every(({ type }) => type !== undefined) === true && parameters.length > 0;
  const lambda = boundFunctionOf({
    node, scope,
    parameterCount: parameters?.length,
    ...(isTyped ? { parameterTypes: parameters.map(({ type }) => (type === undefined ? UNKNOWN : resolveType(type, scope))) } : {}),
    bindBody(inner, types) {
      parameters?.forEach(({ name }, index) => inner.declare(localOf(name, 'parameter', types[index] ?? UNKNOWN)));
      bindFunctionBody(node.body, inner);
    },
  });
  return node.kind === 'AnonymousMethodExpression' ? { ...lambda, isAnonymousMethod: true } : lambda;
}

/** A function whose body can be bound with any types of its parameters. */
export interface FunctionSource {
  readonly node: Expression;
  /** Where the function stands. */
  readonly scope: Scope;
  readonly parameterCount: number | undefined;
  /** Present when they are written out. */
  readonly parameterTypes?: readonly Type[];
  /** Binds the body in a scope of its own. */
  bindBody(scope: Scope, types: readonly Type[]): void;
}

/** A body bound with certain parameter types. */
interface Attempt {
  readonly types: readonly Type[];
  readonly body: LambdaBody;
  readonly frame: FunctionFrame;
  readonly transcript: Transcript;
}

export function boundFunctionOf(source: FunctionSource): BoundLambda {
  const { node, scope, parameterCount, parameterTypes } = source;
  const attempts: Attempt[] = [];
  const attempt = (types: readonly Type[]): Attempt => {
    const known = attempts.find((one) => identicalTypes(one.types, types));
    if (known !== undefined) return known;
    const made = tryBody(source, types);
    attempts.push(made);
    return made;
  };
  return {
    kind: 'lambda',
    parameterCount,
    ...(parameterTypes === undefined ? {} : { parameterTypes }),
    isAnonymousMethod: false,
    bodyKind: blockOf(node) === undefined ? 'expression' : 'block',
    bind: (types) => attempt(parameterTypes ?? types).body,
    complete(types, returnType) {
      const last = attempts.at(-1);
      // Nothing is known of the parameters: what was found with the types tried last is the best guess, as in the compiler.
      const chosen = types === undefined && last !== undefined ? last : attempt(parameterTypes ?? types ?? Array.from({ length: parameterCount ?? 0 }, () => UNKNOWN));
      scope.binding.transcript.add(chosen.transcript);
      if (returnType !== undefined && chosen.transcript.problems.length === 0) checkReturns(node, chosen, returnType, scope);
    },
  };
}

function identicalTypes(a: readonly Type[], b: readonly Type[]): boolean {
  return a.length === b.length && a.every((type, index) => isIdentical(type, b[index]));
}

function isIdentical(a: Type, b: Type | undefined): boolean {
  return a === b || (b !== undefined && sameType(a, b) && !containsUnknown(a) && !containsUnknown(b));
}

function tryBody({ node, scope, bindBody }: FunctionSource, types: readonly Type[]): Attempt {
  const frame = new FunctionFrame('lambda');
  const { transcript } = scope.binding.apart(() => bindBody(scope.inner(frame), types));
  const block = blockOf(node);
  const body: LambdaBody = {
    returns: frame.returns.map(({ operand }) => operand),
    compiles: transcript.problems.every(({ roslyn }) => HARMLESS.has(roslyn)),
    isVoidStatement: block === undefined ? frame.returns.every((returned) => isStatementExpression(returned.node)) : frame.returns.length === 0,
    canFallThrough: block !== undefined && canReachEnd(block),
  };
  return { types, body, frame, transcript };
}

/** The statements of a function; undefined when its body is an expression. */
function blockOf(node: Expression): Block | undefined {
  return (node.kind === 'LambdaExpression' || node.kind === 'AnonymousMethodExpression') && node.body.kind === 'Block' ? node.body : undefined;
}

/** Mistakes in a lambda that do not keep it from fitting a delegate: names declared twice. Source: Roslyn, PreventsSuccessfulDelegateConversion. */
const HARMLESS = new Set(['CS0100', 'CS0128', 'CS0136', 'CS1931']);

/** Binds statements in a scope of their own, or the expression that the function gives. */
export function bindFunctionBody(body: Block | Expression, scope: Scope): void {
  if (body.kind === 'Block') {
    bindBlock(body, scope);
    return;
  }
  declareExpressionVariables(body, scope);
  scope.frame.returns.push({ operand: bindValue(body, scope), node: body });
}

const STATEMENT_EXPRESSIONS: ReadonlySet<string> = new Set<Expression['kind']>(['AssignmentExpression', 'InvocationExpression', 'ObjectCreationExpression', 'AwaitExpression', 'PostfixUnaryExpression']);

function isStatementExpression(node: Expression): boolean {
  if (node.kind === 'ConditionalAccessExpression') return isStatementExpression(node.whenNotNull);
  if (node.kind === 'PrefixUnaryExpression') return node.operator === '++' || node.operator === '--';
  return STATEMENT_EXPRESSIONS.has(node.kind);
}

/** Whether what the function gives is what the delegate wants. */
function checkReturns(node: Expression, { body, frame }: Attempt, returnType: Type, scope: Scope): void {
  const { binding } = scope;
  if (isVoid(returnType)) {
    const [first] = frame.returns;
    if (first === undefined) return;
    if (blockOf(node) !== undefined) binding.report(problem('CS8030', first.node.span, 'this function gives a value where none is taken', 'write return; or nothing'));
    else if (!body.isVoidStatement) binding.report(problem('CS0201', first.node.span, 'this expression does nothing, and its value is not taken'));
    return;
  }
  for (const { operand, node: returned } of frame.returns) convert(operand, returnType, returned, scope);
  for (const span of frame.bareReturns) binding.report(problem('CS0126', span, '"return" gives no value, and this function must give one', 'write return …;'));
  if (body.canFallThrough) {
    binding.report(problem('CS1643', arrowSpan(node), 'the statements of this function can end without a return', 'return a value on every path'));
  }
}
