/** Types and names → C#. */
import type { Designation, Identifier, TypeNamePart, TypeNode } from './ast.js';
import { isReservedWord } from './keywords.js';

/** Words that the parser would read as more than a name where an operand starts. */
const OPERAND_WORDS = new Set(['await', 'from', 'var']);

/** A name as it is declared or used behind a point. */
export function printName(name: string): string {
  return isReservedWord(name) ? `@${name}` : name;
}

/** A name where an operand starts. */
export function printOperandName(name: string): string {
  return OPERAND_WORDS.has(name) ? `@${name}` : printName(name);
}

export function printIdentifier({ name }: Identifier): string {
  return printName(name);
}

export function printType(type: TypeNode): string {
  switch (type.kind) {
    case 'PredefinedType':
      return type.keyword;
    case 'NamedType':
      return type.parts.map(printPart).join('.');
    case 'ArrayType':
      return printArrayType(type, '');
    case 'NullableType':
      return `${printType(type.element)}?`;
    case 'TupleType':
      return `(${type.elements.map(({ type: element, name }) => `${printType(element)}${name === undefined ? '' : ` ${printIdentifier(name)}`}`).join(', ')})`;
    case 'OmittedTypeArgument':
      return '';
  }
}

/** The element type first, then the ranks from the outside in; `sizes` stands in the outermost brackets. */
export function printArrayType(type: TypeNode, sizes: string): string {
  const ranks: string[] = [];
  let element = type;
  while (element.kind === 'ArrayType') {
    ranks.push(`[${ranks.length === 0 && sizes !== '' ? sizes : ','.repeat(element.rank - 1)}]`);
    element = element.element;
  }
  return `${printType(element)}${ranks.join('')}`;
}

export function printTypeArguments(types: readonly TypeNode[]): string {
  return types.length === 0 ? '' : `<${types.map(printType).join(types.every(({ kind }) => kind === 'OmittedTypeArgument') ? ',' : ', ')}>`;
}

function printPart({ name, typeArguments }: TypeNamePart): string {
  return `${printName(name)}${printTypeArguments(typeArguments)}`;
}

export function printDesignation(designation: Designation): string {
  switch (designation.kind) {
    case 'SingleDesignation':
      return printName(designation.name);
    case 'DiscardDesignation':
      return '_';
    case 'ParenthesizedDesignation':
      return `(${designation.variables.map(printDesignation).join(', ')})`;
  }
}
