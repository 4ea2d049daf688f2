/** Calls. Source: C# specification, 12.8.10 Invocation expressions. */
import { UNKNOWN, extensionMethods } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { Expression, InvocationExpression, MemberAccessExpression } from '../../../syntax/csharp/ast.js';
import type { Span } from '../../../syntax/text/position.js';
import { containsUnknown } from '../types/identity.js';
import { delegateInvoke, lookupMembers, membersAreKnown } from '../types/lookup-members.js';
import { type BoundArgument, abandonArguments, bindArguments } from './bind-arguments.js';
import { bindExpression } from './bind-expression.js';
import { bindMemberAccess, bindMemberBinding } from './bind-member-access.js';
import { methodGroupOf } from './method-group.js';
import { type Bound, type BoundMethods, type BoundValue, value } from './bound.js';
import { type Call, chooseMember } from './choose-method.js';
import { problem } from './problem.js';
import type { Scope } from './scope.js';

export function bindInvocation(node: InvocationExpression, scope: Scope): Bound {
  const callee = bindCallee(node.expression, scope);
  const callArguments = bindArguments(node.arguments, scope);
  if (callee.kind === 'method-group') return callMethod(callee, callArguments, node, scope);
  if (callee.kind === 'value') return callDelegate(callee, callArguments, node, scope);
  abandonArguments(callArguments);
  const { span } = node.expression;
  if (callee.kind === 'type') {
    if (callee.type.kind !== 'unknown') scope.binding.report(problem('CS1955', span, 'a type cannot be called', 'create an object: new …(…)'));
  } else if (callee.kind === 'namespace') scope.binding.report(problem('CS0118', span, `${callee.name} is a namespace and cannot be called`));
  else scope.binding.report(problem('CS0149', span, 'this is no method and cannot be called'));
  return value(UNKNOWN);
}

function bindCallee(node: Expression, scope: Scope): Bound {
  switch (node.kind) {
    case 'MemberAccessExpression':
      return bindCalledMember(node, scope);
    case 'MemberBindingExpression':
      return bindMemberBinding(node, scope, true);
    default:
      return bindExpression(node, scope);
  }
}

function bindCalledMember(node: MemberAccessExpression, scope: Scope): Bound {
  scope.binding.enter();
  const bound = bindMemberAccess(node, scope, true);
  scope.binding.leave();
  return bound;
}

/** The place of the name of what is called: where the compiler reports that no overload fits. */
function nameSpan(node: Expression): Expression['span'] {
  return node.kind === 'MemberAccessExpression' || node.kind === 'MemberBindingExpression' ? node.name.span : node.span;
}

function callMethod(group: BoundMethods, callArguments: readonly BoundArgument[], node: InvocationExpression, scope: Scope): Bound {
  return callGroup(group, callArguments, { name: group.name, node, nameSpan: nameSpan(group.node), typeArguments: group.typeArguments, syntax: 'invocation' }, scope);
}

/** Calls a method of a value by name, as a query does: of its own, else an extension method. */
export function callOnValue(name: string, on: BoundValue, callArguments: readonly BoundArgument[], typeArguments: readonly Type[], span: Span, scope: Scope): Bound {
  const methods = lookupMembers(on.type, name).flatMap((member) => (member.kind === 'method' ? member : []));
  const node: Expression = { kind: 'IdentifierName', name, span };
  return callGroup(methodGroupOf({ name, methods, typeArguments, on, node }), callArguments, { name, node, nameSpan: span, typeArguments }, scope);
}

function callGroup(group: BoundMethods, callArguments: readonly BoundArgument[], call: Call, scope: Scope): Bound {
  const own = chooseMember(group.methods, callArguments, call);
  if (own.kind === 'chosen') {
    checkReceiver(group, own.member.isStatic, scope);
    return own.complete(scope);
  }
  const onValue = group.on?.kind === 'value' ? group.on : undefined;
  if (onValue === undefined) return own.kind === 'failed' ? own.report(scope) : giveUp(callArguments);
  const extension = chooseMember(extensionMethods(group.name), callArguments, { ...call, receiver: onValue });
  if (extension.kind === 'chosen') return extension.complete(scope);
  // A type of which only some members are known may have the one that is meant.
  if (!membersAreKnown(onValue.type) || containsUnknown(onValue.type)) return giveUp(callArguments);
  if (own.kind === 'failed') return own.report(scope);
  return extension.kind === 'failed' ? extension.report(scope) : giveUp(callArguments);
}

function giveUp(callArguments: readonly BoundArgument[]): Bound {
  abandonArguments(callArguments);
  return value(UNKNOWN);
}

/** A method of an object that is called on the type, or the other way round. */
function checkReceiver({ on, name, node }: BoundMethods, isStatic: boolean, scope: Scope): void {
  if (on?.kind === 'type' && !isStatic) {
    scope.binding.report(problem('CS0120', node.span, `"${name}" is called on an object, and a type stands before the dot`, 'put a value before the dot'));
  } else if (on?.kind === 'value' && isStatic) {
    scope.binding.report(problem('CS0176', node.span, `"${name}" belongs to the type, not to an object`, 'put the type before the dot, and the object between the brackets'));
  }
}

function callDelegate(callee: BoundValue, callArguments: readonly BoundArgument[], node: InvocationExpression, scope: Scope): Bound {
  const invoke = delegateInvoke(callee.type);
  if (invoke !== undefined) {
    const choice = chooseMember([invoke], callArguments, { name: 'Invoke', node, nameSpan: node.expression.span, typeArguments: [], delegate: callee.type, syntax: 'invocation' });
    if (choice.kind === 'chosen') return choice.complete(scope);
    return choice.kind === 'failed' ? choice.report(scope) : giveUp(callArguments);
  }
  if (!containsUnknown(callee.type) && membersAreKnown(callee.type)) scope.binding.report(problem('CS0149', node.expression.span, 'this is no method and cannot be called'));
  return giveUp(callArguments);
}
