/** `new`: objects, arrays, anonymous objects. Source: C# specification, 12.8.16 The new operator. */
import { UNKNOWN, coreType } from '../../../catalog/expressions/type-library.js';
import type { AnonymousType, NamedType, Type } from '../../../catalog/expressions/type.js';
import type { AnonymousObjectCreationExpression, AnonymousObjectMember, ArrayCreationExpression, ImplicitArrayCreationExpression, InitializerExpression, ObjectCreationExpression } from '../../../syntax/csharp/ast.js';
import { bestCommonType } from '../types/best-common-type.js';
import { arrayOf } from '../types/core.js';
import { displayOperand, displayType, lastPart } from '../types/display.js';
import { isUnknown } from '../types/identity.js';
import { isVoid } from '../types/kinds.js';
import { constructorsOf, delegateInvoke } from '../types/lookup-members.js';
import { integerOf } from '../types/numeric.js';
import { abandonArguments, bindArguments } from './bind-arguments.js';
import { type Operand, bindValue } from './bind-expression.js';
import { bindInitializer } from './bind-initializer.js';
import { type Bound, value } from './bound.js';
import { chooseMember } from './choose-method.js';
import { convert } from './convert.js';
import { problem } from './problem.js';
import { resolveType } from './resolve-type.js';
import type { Scope } from './scope.js';

export function bindObjectCreation(node: ObjectCreationExpression, scope: Scope): Bound {
  const type = resolveType(node.type, scope);
  create(type, node, scope);
  if (node.initializer !== undefined) bindInitializer(node.initializer, type, scope);
  return value(type);
}

function create(type: Type, node: ObjectCreationExpression, scope: Scope): void {
  const nodes = node.arguments ?? [];
  if (delegateInvoke(type) !== undefined) {
    const [only] = nodes;
    const operand = only === undefined ? undefined : bindValue(only.expression, scope);
    if (only === undefined || operand === undefined) return;
    if (operand.kind === 'value' && delegateInvoke(operand.type) === undefined && !isUnknown(operand.type)) scope.binding.report(problem('CS0149', only.span, 'a method or lambda is expected here'));
    else convert(operand, type, only.expression, scope);
    return;
  }
  const bound = bindArguments(nodes, scope);
  if (type.kind !== 'named' || !isCreatable(type, node, scope) || !type.definition.hasMembers) {
    abandonArguments(bound);
    if (type.kind === 'named' && !type.definition.hasMembers) {
      scope.binding.use({ syntax: 'creation', declaringType: type.definition, member: '.ctor', span: node.span, nameSpan: node.type.span });
    }
    return;
  }
  const constructors = constructorsOf(type);
  const choice = chooseMember(constructors, bound, { name: lastPart(type.definition.name), node, nameSpan: node.type.span, typeArguments: [], syntax: 'creation' });
  if (choice.kind === 'chosen') choice.complete(scope);
  else if (choice.kind === 'failed') choice.report(scope);
  else abandonArguments(bound);
  if (constructors.length === 0) scope.binding.report(problem('CS1729', node.type.span, `${displayType(type)} has no constructor that can be called`, 'get one from a method that creates it'));
}

function isCreatable({ definition }: NamedType, node: ObjectCreationExpression, scope: Scope): boolean {
  if (definition.isStatic) scope.binding.report(problem('CS0712', node.span, `${definition.name} holds only static members and cannot be created`, 'call its members on the type itself'));
  else if (definition.isAbstract || definition.kind === 'interface') {
    scope.binding.report(problem('CS0144', node.span, `${definition.name} is ${definition.kind === 'interface' ? 'an interface' : 'abstract'} and cannot be created`));
  } else return true;
  return false;
}

export function bindArrayCreation({ type: node, sizes, initializer }: ArrayCreationExpression, scope: Scope): Bound {
  const type = resolveType(node, scope);
  const lengths = sizes.map((size) => {
    const operand = bindValue(size, scope);
    convert(operand, coreType('int'), size, scope);
    return operand.kind === 'value' ? integerOf(operand.constant) : undefined;
  });
  if (initializer === undefined) return value(type);
  if (type.kind === 'array') bindArrayElements(initializer, type, scope);
  const [length, ...others] = lengths;
  if (length !== undefined && others.length === 0 && BigInt(initializer.expressions.length) !== length) {
    scope.binding.report(problem('CS0847', initializer.span, `the array is to have ${length} elements, and ${initializer.expressions.length} stand here`));
  }
  return value(type);
}

/** `{ a, b }` of an array; further braces for further dimensions. */
export function bindArrayElements({ expressions }: InitializerExpression, type: Extract<Type, { readonly kind: 'array' }>, scope: Scope): void {
  const inner: Type = type.rank > 1 ? { ...type, rank: type.rank - 1 } : type.element;
  for (const expression of expressions) {
    if (expression.kind === 'InitializerExpression' && type.rank > 1 && inner.kind === 'array') bindArrayElements(expression, inner, scope);
    else convert(bindValue(expression, scope), inner, expression, scope);
  }
}

export function bindImplicitArray({ rank, initializer, span }: ImplicitArrayCreationExpression, scope: Scope): Bound {
  if (rank > 1) {
    for (const row of initializer.expressions) bindValue(row, scope);
    return value(UNKNOWN);
  }
  const elements = initializer.expressions.map((node) => ({ node, operand: bindValue(node, scope) }));
  const type = bestCommonType(elements.map(({ operand }) => operand));
  if (type === undefined || isVoid(type)) {
    for (const { operand } of elements) if (operand.kind === 'lambda') operand.complete(undefined, undefined);
    scope.binding.report(problem('CS0826', span, 'the elements of the array have no common type', 'write the type: new object[] { … }'));
    return value(arrayOf(UNKNOWN));
  }
  const fits = scope.binding.apart(() => elements.forEach(({ node, operand }) => convert(operand, type, node, scope)));
  if (fits.transcript.problems.length > 0) scope.binding.report(problem('CS0826', span, 'the elements of the array have no common type', 'write the type: new object[] { … }'));
  else scope.binding.transcript.add(fits.transcript);
  return value(arrayOf(type));
}

export function bindAnonymousObject({ members }: AnonymousObjectCreationExpression, scope: Scope): Bound {
  const properties: AnonymousType['properties'][number][] = [];
  for (const member of members) {
    const operand = bindValue(member.expression, scope);
    const type = propertyType(operand, member, scope);
    const name = member.name ?? projectedName(member);
    if (name === undefined) {
      scope.binding.report(problem('CS0746', member.span, 'this member of the object has no name', 'write name = …'));
      continue;
    }
    if (properties.some((property) => property.name === name.name)) scope.binding.report(problem('CS0833', member.span, `the object already has a member "${name.name}"`));
    properties.push({ name: name.name, type });
  }
  return value({ kind: 'anonymous', properties });
}

function propertyType(operand: Operand, { expression, span }: AnonymousObjectMember, scope: Scope): Type {
  if (operand.kind === 'value' && !isVoid(operand.type)) return operand.type;
  if (operand.kind === 'lambda') operand.complete(undefined, undefined);
  const what = operand.kind === 'value' ? 'what gives nothing' : displayOperand(operand);
  const hint = operand.kind === 'null' ? 'write the type before null: (string)null' : undefined;
  scope.binding.report(problem('CS0828', operand.kind === 'null' ? span : expression.span, `${what} has no type that a member of the object could have`, hint));
  return UNKNOWN;
}

/** The name that `new { a.Name }` gives its member. */
function projectedName({ expression }: AnonymousObjectMember): { readonly name: string } | undefined {
  switch (expression.kind) {
    case 'IdentifierName':
      return expression;
    case 'MemberAccessExpression':
      return expression.name;
    case 'ConditionalAccessExpression':
      return projectedName({ expression: expression.whenNotNull, span: expression.span });
    case 'MemberBindingExpression':
      return expression.name;
    default:
      return expression.kind === 'NamedValueReference' || expression.kind === 'MissingExpression' ? { name: '' } : undefined;
  }
}
