/** Operators that types define themselves, as DateTime, TimeSpan, Guid, Uri and XNamespace do (ECMA-334 §11.4.3–§11.4.5). */
import type { Method, NamedType, Type } from '../../../catalog/expressions/type.js';
import { nullableOf } from './core.js';
import { isNamed, sameType } from './identity.js';
import { isNonNullableValueType, isNullable, keywordOf, withoutNullable } from './kinds.js';
import type { Operand } from './operand.js';
import { type OperatorResult, resolved, UNKNOWN_RESULT } from './operator-result.js';
import { resolveOverload } from './resolve-overload.js';
import { substituteMember } from './substitute.js';
import { baseTypes } from './supertypes.js';

const COMPARISONS: ReadonlySet<string> = new Set(['op_Equality', 'op_Inequality', 'op_LessThan', 'op_GreaterThan', 'op_LessThanOrEqual', 'op_GreaterThanOrEqual']);

/** What the operator of the operands' own types gives; absent when none applies, failed when several do and none is best. */
export function userDefinedOperator(name: string, operands: readonly Operand[]): OperatorResult | undefined {
  const candidates = candidatesOf(name, operands);
  if (candidates.length === 0) return undefined;
  const withLifted = [...candidates, ...candidates.flatMap((method) => liftedOf(method, operands))];
  const choice = resolveOverload(withLifted, operands.map((operand) => ({ operand })), { name });
  if (choice.kind === 'unknown') return UNKNOWN_RESULT;
  if (choice.kind === 'chosen') return resolved(choice.member.returnType, choice.parameterTypes, choice.original);
  return choice.roslyn === 'CS0121' ? { kind: 'failed', roslyn: choice.roslyn, message: choice.message } : undefined;
}

/** The operators that the operands' types or, for a type without one, its nearest base declare. */
function candidatesOf(name: string, operands: readonly Operand[]): readonly Method[] {
  const found: Method[] = [];
  for (const operand of operands) {
    const type = operand.kind === 'value' ? withoutNullable(operand.type) : undefined;
    if (type?.kind !== 'named' || hasBuiltInOnly(type)) continue;
    for (const each of [type, ...baseTypes(type)]) {
      const own = operatorsOf(each, name);
      if (own.length === 0) continue;
      for (const method of own) if (!found.some((other) => isSame(other, method))) found.push(method);
      break;
    }
  }
  return found;
}

function operatorsOf(type: NamedType, name: string): readonly Method[] {
  if (hasBuiltInOnly(type)) return [];
  return (type.definition.members.get(name) ?? []).flatMap((member) => (member.kind === 'method' ? [substituteMember(member, { type: type.typeArguments })] : []));
}

/** Types whose operators are the language's own, although metadata declares some: string, decimal, delegates. */
function hasBuiltInOnly(type: NamedType): boolean {
  return keywordOf(type) !== undefined || type.definition.kind === 'delegate' || type.definition.kind === 'enum' || isNamed(type, 'System.Delegate')
    || isNamed(type, 'System.MulticastDelegate');
}

function isSame(a: Method, b: Method): boolean {
  return a.declaringType === b.declaringType && a.parameters.length === b.parameters.length
    && a.parameters.every((parameter, index) => sameType(parameter.type, b.parameters[index]?.type ?? parameter.type));
}

/** The operator on `T?`, where an operand may be null: a comparison still gives bool, anything else what may be null. */
function liftedOf(method: Method, operands: readonly Operand[]): Method[] {
  const isWanted = operands.some((operand) => operand.kind === 'null' || (operand.kind === 'value' && isNullable(operand.type)));
  if (!isWanted || !method.parameters.every((parameter) => isNonNullableValueType(parameter.type))) return [];
  const returnType = COMPARISONS.has(method.name) ? method.returnType : liftedReturn(method.returnType);
  if (returnType === undefined) return [];
  return [{ ...method, parameters: method.parameters.map((parameter) => ({ ...parameter, type: nullableOf(parameter.type) })), returnType, original: method.original ?? method }];
}

function liftedReturn(type: Type): Type | undefined {
  return isNonNullableValueType(type) ? nullableOf(type) : undefined;
}
