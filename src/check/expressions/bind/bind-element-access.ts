/** `a[i]`: elements of arrays and indexers. Source: C# specification, 12.8.11 Element access. */
import { UNKNOWN, coreType } from '../../../catalog/expressions/type-library.js';
import type { Property, Type } from '../../../catalog/expressions/type.js';
import type { Argument, ElementAccessExpression, ElementBindingExpression, Expression } from '../../../syntax/csharp/ast.js';
import { implicitConversion } from '../types/conversions.js';
import { displayOperand, displayType } from '../types/display.js';
import { containsUnknown, isUnknown } from '../types/identity.js';
import { indexersOf, membersAreKnown } from '../types/lookup-members.js';
import { type BoundArgument, abandonArguments, bindArguments } from './bind-arguments.js';
import { bindExpression } from './bind-expression.js';
import { type Bound, type BoundValue, value } from './bound.js';
import { propertyTarget } from './bind-member-access.js';
import { chooseMember } from './choose-method.js';
import { convert } from './convert.js';
import { problem } from './problem.js';
import type { Scope } from './scope.js';

export function bindElementAccess(node: ElementAccessExpression, scope: Scope): Bound {
  const left = bindExpression(node.expression, scope);
  return bindIndexed(left, node, node.arguments, scope);
}

/** `[i]` behind `a?`. */
export function bindElementBinding(node: ElementBindingExpression, scope: Scope): Bound {
  return bindIndexed(scope.binding.receivers.at(-1) ?? value(UNKNOWN), node, node.arguments, scope);
}

/** What stands in brackets behind `left`; also `[key] = value` in an initializer. */
export function bindIndexed(left: Bound, node: Expression, nodes: readonly Argument[], scope: Scope): Bound {
  const indices = bindArguments(nodes, scope);
  if (left.kind !== 'value') {
    abandonArguments(indices);
    scope.binding.report(problem('CS0021', node.span, `${left.kind === 'type' || left.kind === 'namespace' ? `a ${left.kind}` : displayOperand(left)} has no elements`));
    return value(UNKNOWN);
  }
  if (isUnknown(left.type)) return unknownElement(indices);
  if (left.type.kind === 'array') return elementOf(left.type, node, indices, scope);
  const indexers = indexersOf(left.type);
  if (indexers.length > 0) return callIndexer(indexers, node, indices, scope);
  if (membersAreKnown(left.type) && !containsUnknown(left.type)) {
    scope.binding.report(problem('CS0021', node.span, `a value of type ${displayType(left.type)} has no elements to be read with [ ]`));
  }
  return unknownElement(indices);
}

function unknownElement(indices: readonly BoundArgument[]): BoundValue {
  abandonArguments(indices);
  return value(UNKNOWN);
}

function elementOf({ element, rank }: Extract<Type, { readonly kind: 'array' }>, node: Expression, indices: readonly BoundArgument[], scope: Scope): BoundValue {
  if (indices.length !== rank) scope.binding.report(problem('CS0022', node.span, `the array takes ${rank} index${rank === 1 ? '' : 'es'} between the brackets, and here are ${indices.length}`));
  for (const { operand, node: { expression } } of indices) {
    const isIndex = INDEX_TYPES.some((keyword) => implicitConversion(operand, coreType(keyword)) !== undefined);
    if (!isIndex || operand.kind === 'lambda') convert(operand, coreType('int'), expression, scope);
  }
  return { ...value(element), target: { kind: 'variable' } };
}

const INDEX_TYPES = ['int', 'uint', 'long', 'ulong'] as const;

function callIndexer(indexers: readonly Property[], node: Expression, indices: readonly BoundArgument[], scope: Scope): Bound {
  const choice = chooseMember(indexers, indices, {
    name: 'this', node, nameSpan: node.span, typeArguments: [], syntax: node.kind === 'ElementAccessExpression' ? 'element-access' : 'conditional-element',
  });
  if (choice.kind === 'unknown') return unknownElement(indices);
  if (choice.kind === 'failed') return choice.report(scope);
  return { ...choice.complete(scope), target: propertyTarget(choice.member) };
}
