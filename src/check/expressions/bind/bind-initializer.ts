/** `{ A = 1 }`, `{ ["a"] = 1 }` and `{ a, b }` behind `new T`. Source: C# specification, 12.8.16.3 Object initializers and 12.8.16.4 Collection initializers. */
import { UNKNOWN, extensionMethods } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { AssignmentExpression, Expression, InitializerExpression } from '../../../syntax/csharp/ast.js';
import { implicitConversion } from '../types/conversions.js';
import { wellKnown } from '../types/core.js';
import { displayType } from '../types/display.js';
import { lookupMembers, membersAreKnown } from '../types/lookup-members.js';
import { abandonArguments, bindArguments } from './bind-arguments.js';
import { bindIndexed } from './bind-element-access.js';
import { bindValue } from './bind-expression.js';
import { propertyTarget } from './bind-member-access.js';
import { type Bound, value, variable } from './bound.js';
import { chooseMember } from './choose-method.js';
import { convert } from './convert.js';
import { problem } from './problem.js';
import type { Scope } from './scope.js';

export function bindInitializer({ form, expressions, span }: InitializerExpression, type: Type, scope: Scope): void {
  if (form === 'object') {
    for (const expression of expressions) {
      if (expression.kind === 'AssignmentExpression') bindMember(expression, type, scope);
      else bindValue(expression, scope);
    }
    return;
  }
  const isCollection = implicitConversion(value(type), wellKnown('System.Collections.IEnumerable')) !== undefined;
  if (!isCollection && membersAreKnown(type)) {
    for (const expression of expressions) bindElement(expression, UNKNOWN, scope);
    scope.binding.report(problem('CS1922', span, `${displayType(type)} is no collection that elements could be added to`));
    return;
  }
  for (const expression of expressions) bindElement(expression, type, scope);
}

function bindMember({ left, right, span }: AssignmentExpression, type: Type, scope: Scope): void {
  const target = left.kind === 'ElementBindingExpression' ? bindIndexed(variable(type), left, left.arguments, scope) : memberTarget(left, span, type, scope);
  const memberType = target.kind === 'value' ? target.type : UNKNOWN;
  if (right.kind === 'InitializerExpression') {
    bindInitializer(right, memberType, scope);
    return;
  }
  const operand = bindValue(right, scope);
  if (target.kind === 'value' && target.target?.kind === 'refused') scope.binding.report(problem(target.target.roslyn, left.span, target.target.reason));
  convert(operand, memberType, right, scope);
}

function memberTarget(left: Expression, span: Expression['span'], type: Type, scope: Scope): Bound {
  if (left.kind !== 'IdentifierName' || type.kind !== 'named') return value(UNKNOWN);
  const [member] = lookupMembers(type, left.name);
  if (member === undefined) {
    if (membersAreKnown(type) && left.name !== '') scope.binding.report(problem('CS0117', left.span, `${displayType(type)} has no member "${left.name}"`));
    return value(UNKNOWN);
  }
  if (member.kind === 'method') {
    scope.binding.report(problem('CS1913', left.span, `"${left.name}" is a method and cannot be set`));
    return value(UNKNOWN);
  }
  scope.binding.use({ syntax: 'initializer', declaringType: member.declaringType, member: member.name, span, nameSpan: left.span });
  return { ...value(member.type), target: member.kind === 'property' ? propertyTarget(member) : { kind: 'variable' } };
}

/** One element, or the arguments of one call of Add in braces of their own. */
function bindElement(node: Expression, type: Type, scope: Scope): void {
  const nodes = node.kind === 'InitializerExpression' ? node.expressions : [node];
  const bound = bindArguments(nodes.map((expression) => ({ expression, span: expression.span })), scope);
  if (type.kind !== 'named' || !type.definition.hasMembers) {
    abandonArguments(bound);
    return;
  }
  const methods = lookupMembers(type, 'Add').flatMap((member) => (member.kind === 'method' ? member : []));
  const call = { name: 'Add', node, nameSpan: node.span, typeArguments: [], syntax: 'initializer' } as const;
  const choice = chooseMember(methods, bound, call);
  if (choice.kind === 'chosen') choice.complete(scope);
  else if (choice.kind === 'failed') choice.report(scope);
  else abandonArguments(bound);
  if (methods.length === 0 && membersAreKnown(type) && extensionMethods('Add').length === 0) {
    scope.binding.report(problem('CS1061', node.span, `${displayType(type)} has no method "Add" to take elements`));
  }
}
