/** Members of namespaces, types and values; `?.`. Source: C# specification, 12.8.7 Member access and 12.8.8 Null conditional member access. */
import { UNKNOWN, extensionMethods } from '../../../catalog/expressions/type-library.js';
import type { Field, Member, Method, Property, Type } from '../../../catalog/expressions/type.js';
import type { AliasQualifiedName, ConditionalAccessExpression, Expression, MemberAccessExpression, MemberBindingExpression, SimpleName } from '../../../syntax/csharp/ast.js';
import { closestName } from '../../../syntax/text/closest-name.js';
import { listed } from '../../shown-text.js';
import { implicitConversion } from '../types/conversions.js';
import { displayType, lastPart } from '../types/display.js';
import { containsUnknown } from '../types/identity.js';
import { nullableOf } from '../types/core.js';
import { isDelegate, isNonNullableValueType, isVoid, withoutNullable } from '../types/kinds.js';
import { lookupMembers, membersAreKnown } from '../types/lookup-members.js';
import { constructionsOf, memberTypes } from '../types/supertypes.js';
import { bindExpression, bindValue } from './bind-expression.js';
import { type Bound, type BoundMethods, type BoundType, type BoundValue, value } from './bound.js';
import { inNamespace, nestedType } from './find-type.js';
import { methodGroupOf } from './method-group.js';
import { problem } from './problem.js';
import { hasNamedValue, resolveType } from './resolve-type.js';
import type { Scope } from './scope.js';
import type { MemberUsage } from './transcript.js';

/** An access to a member: the whole of it, its name, and whether it is called, which makes other members stand back. */
export interface MemberAccess {
  readonly node: Expression;
  readonly name: SimpleName;
  readonly isInvoked: boolean;
  readonly syntax: MemberUsage['syntax'];
}

export function bindMemberAccess(node: MemberAccessExpression, scope: Scope, isInvoked = false): Bound {
  const left = bindExpression(node.expression, scope);
  return bindMember(left, { node, name: node.name, isInvoked, syntax: 'member-access' }, scope);
}

/** `.b` behind `a?`. */
export function bindMemberBinding(node: MemberBindingExpression, scope: Scope, isInvoked = false): Bound {
  const left = scope.binding.receivers.at(-1) ?? value(UNKNOWN);
  return bindMember(left, { node, name: node.name, isInvoked, syntax: 'conditional-member' }, scope);
}

/** `global::System`. */
export function bindAlias({ alias, name }: AliasQualifiedName, scope: Scope): Bound {
  return (alias === 'global' ? inNamespace('', name.name, typeArgumentsOf(name, scope)) : undefined) ?? value(UNKNOWN);
}

export function bindConditionalAccess({ expression, whenNotNull }: ConditionalAccessExpression, scope: Scope): Bound {
  const receiver = bindValue(expression, scope);
  const { binding } = scope;
  const type = receiver.kind === 'value' ? receiver.type : UNKNOWN;
  if (receiver.kind !== 'value' || isNonNullableValueType(type)) {
    const question = { start: expression.span.end, end: expression.span.end + 1 };
    binding.report(problem('CS0023', question, `"?." asks for null, and ${receiver.kind === 'value' ? `a ${displayType(type)} is never null` : 'this has no value of a type'}`, 'write "." alone'));
  }
  binding.receivers.push(value(withoutNullable(type)));
  const result = bindExpression(whenNotNull, scope);
  binding.receivers.pop();
  return result.kind === 'value' ? value(nullableResult(result.type)) : value(UNKNOWN);
}

/** What `a?.b` gives when `b` gives this. */
function nullableResult(type: Type): Type {
  if (type.kind === 'type-parameter') return UNKNOWN;
  return isVoid(type) || !isNonNullableValueType(type) ? type : nullableOf(type);
}

function typeArgumentsOf(name: SimpleName, scope: Scope): Type[] {
  return name.kind === 'GenericName' ? name.typeArguments.map((type) => resolveType(type, scope)) : [];
}

/** The member of what stands before the dot. */
export function bindMember(left: Bound, access: MemberAccess, scope: Scope): Bound {
  const typeArguments = typeArgumentsOf(access.name, scope);
  const { name, span } = access.name;
  if (name === '' || hasNamedValue(name)) return value(UNKNOWN);
  switch (left.kind) {
    case 'namespace': {
      const found = inNamespace(left.name, name, typeArguments);
      if (found === undefined) scope.binding.report(problem('CS0234', access.node.span, `there is no "${name}" in the namespace ${left.name}`));
      return found ?? value(UNKNOWN);
    }
    case 'type':
      return memberOfType(left, access, typeArguments, scope);
    case 'value':
      return memberOfValue(left, access, typeArguments, scope);
    case 'method-group':
      scope.binding.report(problem('CS0119', lastName(left.node), `"${left.name}" is a method, and what it gives is there only when it is called`, `write ${left.name}(…)`));
      return value(UNKNOWN);
    case 'null':
    case 'lambda':
      scope.binding.report(problem('CS0023', access.node.span, `${left.kind === 'null' ? 'null' : 'a lambda'} has no members`));
      return value(UNKNOWN);
    default:
      scope.binding.report(problem('CS0023', { start: span.start, end: span.end }, 'this has no members'));
      return value(UNKNOWN);
  }
}

function lastName(node: Expression): Expression['span'] {
  return node.kind === 'MemberAccessExpression' || node.kind === 'MemberBindingExpression' ? node.name.span : node.span;
}

function memberOfType(left: BoundType, access: MemberAccess, typeArguments: readonly Type[], scope: Scope): Bound {
  const { type } = left;
  const { name, span } = access.name;
  if (type.kind === 'unknown' || type.kind === 'type-parameter') return value(UNKNOWN);
  const members = candidates(type, access);
  const first = members[0];
  if (first === undefined) {
    const nested = nestedType(type, name, typeArguments);
    if (nested !== undefined) return nested;
    if (!membersAreKnown(type)) return unknownMember(type, access, scope);
    scope.binding.report(notInvocable(type, access) ?? problem('CS0117', span, `${displayType(type)} has no member "${name}"`, didYouMean(name, type)));
    return value(UNKNOWN);
  }
  if (first.kind === 'method') return methodGroup(methodsOf(members), typeArguments, left, access);
  if (!first.isStatic) {
    scope.binding.report(problem('CS0120', access.node.span, `"${name}" belongs to an object of type ${displayType(type)}, and the type itself stands before the dot`));
  }
  return useMember(first, access, scope);
}

function memberOfValue(left: BoundValue, access: MemberAccess, typeArguments: readonly Type[], scope: Scope): Bound {
  const { type } = left;
  const { name, span } = access.name;
  if (type.kind === 'unknown' || type.kind === 'dynamic' || type.kind === 'type-parameter') return value(UNKNOWN);
  if (isVoid(type)) {
    scope.binding.report(problem('CS0023', { start: span.start - 1, end: span.start }, 'the method before the dot gives nothing'));
    return value(UNKNOWN);
  }
  const property = type.kind === 'anonymous' ? type.properties.find((one) => one.name === name) : undefined;
  if (property !== undefined) return value(property.type);
  const members = candidates(type, access);
  const first = members[0];
  if (first?.kind === 'method') return methodGroup(methodsOf(members), typeArguments, left, access);
  if (first !== undefined) {
    if (first.isStatic) scope.binding.report(problem('CS0176', access.node.span, `"${name}" belongs to the type, not to an object`, `write ${first.declaringType.name}.${name}`));
    return useMember(first, access, scope);
  }
  const extensions = extensionMethods(name);
  if (extensions.length > 0 && (access.isInvoked || extensions.some((method) => mayExtend(method, type)))) return methodGroup([], typeArguments, left, access);
  if (!membersAreKnown(type)) return unknownMember(type, access, scope);
  scope.binding.report(unknownMemberProblem(type, access));
  return value(UNKNOWN);
}

/** Whether the extension method may take the value before the dot, its type arguments aside. */
function mayExtend({ parameters: [self] }: Method, type: Type): boolean {
  if (self?.type.kind !== 'named' || containsUnknown(type) || !membersAreKnown(type)) return true;
  if (self.type.typeArguments.length > 0) return constructionsOf(type, self.type.definition).length > 0;
  return implicitConversion({ kind: 'value', type }, self.type) !== undefined;
}

/** What the compiler says of a member that neither the type nor an extension has. */
function unknownMemberProblem(type: Type, access: MemberAccess): ReturnType<typeof problem> {
  const { name, span } = access.name;
  // The compiler takes the dot of `?.Name` for a part of the name's place.
  const place = access.syntax === 'conditional-member' && !access.isInvoked ? { start: span.start - 1, end: span.end } : span;
  return notInvocable(type, access) ?? problem('CS1061', place, `${displayType(type)} has no member "${name}"`, didYouMean(name, type));
}

/** A property that is called like a method. */
function notInvocable(type: Type, { isInvoked, name: { name, span } }: MemberAccess): ReturnType<typeof problem> | undefined {
  if (!isInvoked || lookupMembers(type, name).length === 0) return undefined;
  return problem('CS1955', span, `"${name}" of ${displayType(type)} is no method and cannot be called`, 'remove the ( ) behind it, or write [ ] for an index');
}

/** The nearest name; where there is none, the properties, if they are few. */
function didYouMean(name: string, type: Type): string | undefined {
  const members = memberTypes(type).flatMap(({ definition }) => [...definition.members]);
  const meant = closestName(name, members.map(([known]) => known));
  if (meant !== undefined) return `did you mean ${meant}?`;
  const properties = members.filter(([, [first]]) => first?.kind === 'property' && first.parameters.length === 0).map(([known]) => known);
  return properties.length === 0 || properties.length > FEW ? undefined : `it has ${listed(properties, 'and')}`;
}

const FEW = 8;

/** Members of the name; where it is called, those that cannot be are passed over. */
function candidates(type: Type, { name: { name }, isInvoked }: MemberAccess): readonly Member[] {
  const members = lookupMembers(type, name);
  return isInvoked ? members.filter((member) => member.kind === 'method' || isDelegate(member.type) || member.type.kind === 'unknown') : members;
}

function methodsOf(members: readonly Member[]): Method[] {
  return members.filter((member): member is Method => member.kind === 'method');
}

function methodGroup(methods: readonly Method[], typeArguments: readonly Type[], on: BoundType | BoundValue, { node, name }: MemberAccess): BoundMethods {
  return methodGroupOf({ name: name.name, methods, typeArguments, on, node });
}

function unknownMember(type: Type, { node, name, syntax }: MemberAccess, scope: Scope): Bound {
  if (type.kind === 'named') scope.binding.use({ syntax, declaringType: type.definition, member: name.name, span: node.span, nameSpan: name.span });
  return value(UNKNOWN);
}

function useMember(member: Property | Field, { node, name, syntax }: MemberAccess, scope: Scope): BoundValue {
  scope.binding.use({ syntax, declaringType: member.declaringType, member: member.name, span: node.span, nameSpan: name.span });
  let known = values.get(member);
  if (known === undefined) values.set(member, (known = valueOf(member)));
  return known;
}

/** What stands for a property or field wherever it is read. */
const values = new WeakMap<Property | Field, BoundValue>();

function valueOf(member: Property | Field): BoundValue {
  return member.kind === 'field' ? { ...value(member.type, member.constant), target: fieldTarget(member) } : { ...value(member.type), target: propertyTarget(member) };
}

function fieldTarget({ name, isReadOnly, constant }: Field): BoundValue['target'] & object {
  if (constant !== undefined) return { kind: 'refused', roslyn: 'CS0131', reason: `"${name}" is a constant and cannot be assigned to` };
  return isReadOnly ? { kind: 'refused', roslyn: 'CS0198', reason: `"${name}" is read-only` } : { kind: 'variable' };
}

/** Of a property or indexer. */
export function propertyTarget({ name, canWrite, parameters, declaringType }: Property): BoundValue['target'] & object {
  if (canWrite) return { kind: 'property' };
  const refused = { kind: 'refused', roslyn: 'CS0200' } as const;
  if (parameters.length === 0) return { ...refused, reason: `"${name}" is read-only`, hint: 'to compare write ==' };
  return declaringType.name === 'System.String'
    ? { ...refused, reason: 'the characters of a string are read-only', hint: 'make another string: text.Remove(at, 1).Insert(at, "…")' }
    : { ...refused, reason: `the elements of ${lastPart(declaringType.name)} are read-only` };
}
