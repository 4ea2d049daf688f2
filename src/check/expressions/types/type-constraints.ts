/** Whether type arguments meet the constraints of their parameters: `As<T>() where T : class` (ECMA-334 §8.4.5). */
import type { Type, TypeParameterDefinition } from '../../../catalog/expressions/type.js';
import { displayType } from './display.js';
import { containsUnknown } from './identity.js';
import { isNonNullableValueType, isNullable, isOpaque, isReferenceType, isValueType } from './kinds.js';
import { constructorsOf } from './lookup-members.js';
import { standardConversion } from './standard-conversion.js';
import { substitute } from './substitute.js';

export interface ConstraintProblem {
  readonly roslyn: string;
  readonly message: string;
}

/** @param of the generic method or type as messages name it @param owner whether the constraints mention parameters of a method or a type */
export function constraintProblem(
  parameters: readonly TypeParameterDefinition[], typeArguments: readonly Type[], of: string, owner: 'method' | 'type',
): ConstraintProblem | undefined {
  for (const [ordinal, parameter] of parameters.entries()) {
    const argument = typeArguments[ordinal];
    if (argument === undefined || containsUnknown(argument) || isOpaque(argument)) continue;
    const problem = problemOf(argument, parameter, of, (type) => substitute(type, { [owner]: typeArguments }));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemOf(argument: Type, { name, constraints }: TypeParameterDefinition, of: string, constructed: (type: Type) => Type): ConstraintProblem | undefined {
  const place = `in the generic type or method '${of}'`;
  const shown = displayType(argument);
  if (constraints.isClass && !isReferenceType(argument)) {
    return { roslyn: 'CS0452', message: `The type '${shown}' must be a reference type in order to use it as parameter '${name}' ${place}` };
  }
  if (constraints.isStruct && !isNonNullableValueType(argument)) {
    return { roslyn: 'CS0453', message: `The type '${shown}' must be a non-nullable value type in order to use it as parameter '${name}' ${place}` };
  }
  for (const type of constraints.types.map(constructed)) {
    const conversion = standardConversion(argument, type)?.kind;
    if (conversion === 'identity' || conversion === 'reference' || conversion === 'unknown' || (conversion === 'boxing' && !isNullable(argument))) continue;
    const why = isValueType(argument) ? 'boxing conversion' : 'implicit reference conversion';
    return {
      roslyn: isNullable(argument) ? 'CS0312' : isValueType(argument) ? 'CS0315' : 'CS0311',
      message: `The type '${shown}' cannot be used as type parameter '${name}' ${place}. There is no ${why} from '${shown}' to '${displayType(type)}'`,
    };
  }
  if (constraints.hasConstructor && !hasConstructor(argument)) {
    return { roslyn: 'CS0310', message: `'${shown}' must be a non-abstract type with a public parameterless constructor in order to use it as parameter '${name}' ${place}` };
  }
  return undefined;
}

function hasConstructor(type: Type): boolean {
  if (isValueType(type)) return true;
  return type.kind === 'named' && !type.definition.isAbstract && constructorsOf(type).some(({ parameters }) => parameters.length === 0);
}
