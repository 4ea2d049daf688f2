/** Writes types and members of the library as schemas/expressions declares them. */
import { CORE_TYPES } from '../../src/catalog/expressions/core-types.js';
import type { Field, Member, Method, ParameterDefinition, Property, Type, TypeDefinition, TypeParameterDefinition } from '../../src/catalog/expressions/type.js';

const KEYWORDS: ReadonlyMap<string, string> = new Map(Object.entries(CORE_TYPES).map(([keyword, name]) => [name, keyword]));

export function typeDeclaration(type: Type): string {
  if (type.kind === 'array') return `${typeDeclaration(type.element)}[${','.repeat(type.rank - 1)}]`;
  if (type.kind === 'type-parameter') return type.name;
  if (type.kind !== 'named') return type.kind;
  const { definition: { name }, typeArguments } = type;
  const list = typeArguments.map(typeDeclaration);
  if (name === 'System.Nullable' && list.length === 1) return `${list[0]}?`;
  return list.length === 0 ? (KEYWORDS.get(name) ?? name) : `${name}<${list.join(', ')}>`;
}

/** `sealed class System.Tuple<T1, T2>` */
export function headDeclaration(type: TypeDefinition): string {
  const modifier = type.kind !== 'class' ? '' : type.isStatic ? 'static ' : type.isAbstract ? 'abstract ' : type.isSealed ? 'sealed ' : '';
  const parameters = type.typeParameters.map(({ name, variance }) => (variance === undefined ? name : `${variance} ${name}`));
  return `${modifier}${type.kind} ${type.name}${parameters.length === 0 ? '' : `<${parameters.join(', ')}>`}${constraints(type.typeParameters)}`;
}

/** Values of parameters that may be left out are written as `…`. */
export function memberDeclaration(member: Member): string {
  if (member.kind === 'method') return methodDeclaration(member);
  return member.kind === 'property' ? propertyDeclaration(member) : fieldDeclaration(member);
}

function methodDeclaration({ name, isStatic, isOverride, isExtension, typeParameters, parameters, returnType }: Method): string {
  const list = parameters.map(parameterDeclaration).join(', ');
  if (name === '.ctor') return `.ctor(${list})`;
  const names = typeParameters.length === 0 ? '' : `<${typeParameters.map((parameter) => parameter.name).join(', ')}>`;
  return `${isStatic ? 'static ' : ''}${isOverride ? 'override ' : ''}${typeDeclaration(returnType)} ${name}${names}(${isExtension ? 'this ' : ''}${list})${constraints(typeParameters)}`;
}

function propertyDeclaration({ name, isStatic, canRead, canWrite, parameters, type }: Property): string {
  const list = parameters.length === 0 ? '' : `[${parameters.map(parameterDeclaration).join(', ')}]`;
  return `${isStatic ? 'static ' : ''}${typeDeclaration(type)} ${name}${list} { ${canRead ? 'get; ' : ''}${canWrite ? 'set; ' : ''}}`;
}

function fieldDeclaration({ name, declaringType, isStatic, isReadOnly, type, constant }: Field): string {
  if (constant === undefined) return `${isStatic ? 'static ' : ''}${isReadOnly ? 'readonly ' : ''}${typeDeclaration(type)} ${name}`;
  const keyword = typeDeclaration(type);
  const value = typeof constant === 'string' ? JSON.stringify(constant) : keyword === 'char' ? JSON.stringify(String.fromCharCode(Number(constant))) : String(constant);
  return declaringType.kind === 'enum' ? `${name} = ${value}` : `const ${keyword} ${name} = ${value}`;
}

function parameterDeclaration({ name, type, modifier, isOptional }: ParameterDefinition): string {
  return `${modifier === undefined ? '' : `${modifier} `}${typeDeclaration(type)} ${name}${isOptional ? ' = …' : ''}`;
}

function constraints(parameters: readonly TypeParameterDefinition[]): string {
  return parameters.map(({ name, constraints: { isClass, isStruct, hasConstructor, types } }) => {
    const list = [...(isClass ? ['class'] : []), ...(isStruct ? ['struct'] : []), ...types.map(typeDeclaration), ...(hasConstructor ? ['new()'] : [])];
    return list.length === 0 ? '' : ` where ${name} : ${list.join(', ')}`;
  }).join('');
}
