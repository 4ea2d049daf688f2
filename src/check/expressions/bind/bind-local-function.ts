/** Local functions. Source: C# specification, 13.6.4 Local function declarations. */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Method } from '../../../catalog/expressions/type.js';
import { canReachEnd } from '../../../analysis/end-reachability.js';
import type { LocalFunctionStatement, Parameter } from '../../../syntax/csharp/ast.js';
import { isUnknown } from '../types/identity.js';
import { isVoid } from '../types/kinds.js';
import { bindValue } from './bind-expression.js';
import { bindBlock } from './bind-statement.js';
import { convert } from './convert.js';
import { declareExpressionVariables, localOf } from './declared-names.js';
import { LOCAL_FUNCTIONS } from './local-functions.js';
import { problem } from './problem.js';
import { resolveType } from './resolve-type.js';
import { FunctionFrame, type LocalFunction, type Scope } from './scope.js';

/** Makes the function known in its whole block. */
export function declareLocalFunction(node: LocalFunctionStatement, scope: Scope): void {
  const { result: method } = scope.binding.apart(() => methodOf(node, scope));
  scope.declare({ kind: 'local-function', name: node.name.name, span: node.name.span, method } satisfies LocalFunction);
}

/** Constraints are not in the tree, so none are known. */
function methodOf(node: LocalFunctionStatement, outer: Scope): Method {
  const scope = outer.inner();
  node.typeParameters.forEach(({ name }, ordinal) => scope.declareTypeParameter(name, { kind: 'type-parameter', name, ordinal, owner: 'method' }));
  return {
    kind: 'method', name: node.name.name, declaringType: LOCAL_FUNCTIONS, isStatic: true, isExtension: false, isOverride: false,
    typeParameters: node.typeParameters.map(({ name }) => ({ name, constraints: { isClass: false, isStruct: false, hasConstructor: false, types: [] } })),
    parameters: node.parameters.map((parameter) => parameterOf(parameter, scope)),
    returnType: resolveType(node.returnType, scope),
  };
}

function parameterOf({ name, type, modifier, defaultValue }: Parameter, scope: Scope): Method['parameters'][number] {
  return {
    name: name.name,
    type: type === undefined ? UNKNOWN : resolveType(type, scope),
    isOptional: defaultValue !== undefined,
    ...(modifier === undefined || modifier === 'in' ? {} : { modifier }),
  };
}

export function bindLocalFunction(node: LocalFunctionStatement, outer: Scope): void {
  const signature = outer.inner();
  for (const { name } of node.typeParameters) signature.declareTypeParameter(name, UNKNOWN);
  const returnType = resolveType(node.returnType, signature);
  const scope = signature.inner(new FunctionFrame('local-function', returnType));
  for (const { name, type, defaultValue } of node.parameters) {
    const parameterType = type === undefined ? UNKNOWN : resolveType(type, scope);
    const local = localOf(name, 'parameter', parameterType);
    scope.declare(local);
    scope.binding.transcript.locals.set(name, local);
    if (defaultValue !== undefined) convert(bindValue(defaultValue, scope), parameterType, defaultValue, scope);
  }
  if (node.body.kind === 'Block') {
    bindBlock(node.body, scope);
    if (!isVoid(returnType) && !isUnknown(returnType) && canReachEnd(node.body)) {
      scope.binding.report(problem('CS0161', node.name.span, `the function "${node.name.name}" can end without a return`, 'return a value on every path'));
    }
    return;
  }
  declareExpressionVariables(node.body, scope);
  const operand = bindValue(node.body, scope);
  if (!isVoid(returnType)) convert(operand, returnType, node.body, scope);
}
