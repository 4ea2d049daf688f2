/** Types, members and operands in words, as the compiler's messages print them. */
import type { Member, NamedType, ParameterDefinition, Type, TypeParameterDefinition } from '../../../catalog/expressions/type.js';
import { keywordOf, nullableUnderlying } from './kinds.js';
import type { Operand } from './operand.js';

/** `string`, `int?`, `System.Guid`, `System.Collections.Generic.List<string>`, `int[]`. */
export function displayType(type: Type): string {
  switch (type.kind) {
    case 'named':
      return displayNamed(type);
    case 'array':
      return displayArray(type);
    case 'type-parameter':
      return type.name;
    case 'anonymous':
      return `<anonymous type: ${type.properties.map((property) => `${displayType(property.type)} ${property.name}`).join(', ')}>`;
    case 'dynamic':
      return 'dynamic';
    case 'unknown':
      return '?';
  }
}

function displayNamed(type: NamedType): string {
  const keyword = keywordOf(type);
  if (keyword !== undefined) return keyword;
  const underlying = nullableUnderlying(type);
  if (underlying !== undefined) return `${displayType(underlying)}?`;
  if (type.definition.name === 'System.ValueTuple' && type.typeArguments.length > 1) return displayTuple(type);
  const { name, arity } = type.definition;
  const ofContaining = type.typeArguments.length - arity;
  if (ofContaining === 0) return name + displayArguments(type.typeArguments);
  const dot = name.lastIndexOf('.');
  return name.slice(0, dot) + displayArguments(type.typeArguments.slice(0, ofContaining)) + name.slice(dot) + displayArguments(type.typeArguments.slice(ofContaining));
}

function displayArguments(types: readonly Type[]): string {
  return types.length === 0 ? '' : `<${types.map(displayType).join(', ')}>`;
}

function displayTuple({ typeArguments, elementNames }: NamedType): string {
  const elements = typeArguments.map((type, index) => {
    const name = elementNames?.[index];
    return name === undefined ? displayType(type) : `${displayType(type)} ${name}`;
  });
  return `(${elements.join(', ')})`;
}

/** Ranks are written outermost first: `int[][,]` is an array of two-dimensional arrays. */
function displayArray(type: Type): string {
  let ranks = '';
  let element = type;
  while (element.kind === 'array') {
    ranks += `[${','.repeat(element.rank - 1)}]`;
    element = element.element;
  }
  return displayType(element) + ranks;
}

/** What stands in `cannot convert from '…'`. */
export function displayOperand(operand: Operand): string {
  switch (operand.kind) {
    case 'value':
      return displayType(operand.type);
    case 'null':
      return '<null>';
    case 'default':
      return 'default';
    case 'lambda':
      return operand.isAnonymousMethod ? 'anonymous method' : 'lambda expression';
    case 'method-group':
      return 'method group';
    case 'throw':
      return '<throw expression>';
    case 'out-var':
      return operand.type === undefined ? 'out var' : `out ${displayType(operand.type)}`;
  }
}

/** `string.Split(params char[])`, `System.Uri.Uri(string)`, `Newtonsoft.Json.Linq.JToken.this[object]`, `int.MaxValue`. */
export function displayMember(member: Member): string {
  const { declaringType } = member;
  const owner = displayType({ kind: 'named', definition: declaringType, typeArguments: declaringType.typeParameters.map(asType('type')) });
  if (member.kind === 'method') {
    const name = member.name === '.ctor' ? lastPart(declaringType.name) : member.name;
    const generic = member.typeParameters.length === 0 ? '' : `<${member.typeParameters.map((parameter) => parameter.name).join(', ')}>`;
    return `${owner}.${name}${generic}(${displayParameters(member.parameters)})`;
  }
  if (member.kind === 'property' && member.parameters.length > 0) return `${owner}.this[${displayParameters(member.parameters)}]`;
  return `${owner}.${member.name}`;
}

export function displayParameter({ modifier, type }: ParameterDefinition): string {
  return modifier === undefined ? displayType(type) : `${modifier} ${displayType(type)}`;
}

function displayParameters(parameters: readonly ParameterDefinition[]): string {
  return parameters.map(displayParameter).join(', ');
}

function asType(owner: 'type' | 'method'): (parameter: TypeParameterDefinition, ordinal: number) => Type {
  return ({ name }, ordinal) => ({ kind: 'type-parameter', name, ordinal, owner });
}

export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
