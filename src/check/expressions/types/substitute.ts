/** Types, methods and properties with type arguments put in for type parameters. */
import type { Member, Method, ParameterDefinition, Property, Type } from '../../../catalog/expressions/type.js';

/** What stands for the parameters of the declaring type and of the method, by ordinal; absent: they stay. */
export interface Substitution {
  readonly type?: readonly Type[];
  readonly method?: readonly (Type | undefined)[];
}

/** The type with arguments for its parameters; the same object where there are none. */
export function substitute(type: Type, substitution: Substitution): Type {
  switch (type.kind) {
    case 'type-parameter':
      return substitution[type.owner]?.[type.ordinal] ?? type;
    case 'named': {
      const typeArguments = substituteAll(type.typeArguments, substitution);
      return typeArguments === type.typeArguments ? type : { ...type, typeArguments };
    }
    case 'array': {
      const element = substitute(type.element, substitution);
      return element === type.element ? type : { ...type, element };
    }
    case 'anonymous': {
      const types = type.properties.map((property) => substitute(property.type, substitution));
      return types.every((each, index) => each === type.properties[index]?.type)
        ? type
        : { kind: 'anonymous', properties: type.properties.map(({ name, type: old }, index) => ({ name, type: types[index] ?? old })) };
    }
    default:
      return type;
  }
}

function substituteAll(types: readonly Type[], substitution: Substitution): readonly Type[] {
  if (types.length === 0) return types;
  let changed = false;
  const made = types.map((type) => {
    const next = substitute(type, substitution);
    changed ||= next !== type;
    return next;
  });
  return changed ? made : types;
}

/** The member of a constructed type: `Add(string)` of `List<string>`. `original` keeps the declared one. */
export function substituteMember<M extends Member>(member: M, substitution: Substitution): M;
export function substituteMember(member: Member, substitution: Substitution): Member {
  switch (member.kind) {
    case 'field': {
      const type = substitute(member.type, substitution);
      return type === member.type ? member : { ...member, type };
    }
    case 'property':
      return substituteProperty(member, substitution);
    case 'method':
      return substituteMethod(member, substitution);
  }
}

function substituteProperty(property: Property, substitution: Substitution): Property {
  const type = substitute(property.type, substitution);
  const parameters = substituteParameters(property.parameters, substitution);
  return type === property.type && parameters === property.parameters ? property : { ...property, type, parameters, original: property.original ?? property };
}

function substituteMethod(method: Method, substitution: Substitution): Method {
  const returnType = substitute(method.returnType, substitution);
  const parameters = substituteParameters(method.parameters, substitution);
  return returnType === method.returnType && parameters === method.parameters
    ? method
    : { ...method, returnType, parameters, original: method.original ?? method };
}

function substituteParameters(parameters: readonly ParameterDefinition[], substitution: Substitution): readonly ParameterDefinition[] {
  let changed = false;
  const made = parameters.map((parameter) => {
    const type = substitute(parameter.type, substitution);
    if (type === parameter.type) return parameter;
    changed = true;
    return { ...parameter, type };
  });
  return changed ? made : parameters;
}
