/** Types by what C# calls them: `type('List<int?>')`. */
import { typesInScope, UNKNOWN } from '../../../../src/catalog/expressions/type-library.js';
import type { Type } from '../../../../src/catalog/expressions/type.js';
import { arrayOf, nullableOf, special, wellKnown } from '../../../../src/check/expressions/types/core.js';
import type { ConstantValue, ValueOperand } from '../../../../src/check/expressions/types/operand.js';
import type { SpecialType } from '../../../../src/check/expressions/types/kinds.js';

const KEYWORDS: ReadonlySet<string> = new Set<SpecialType>([
  'sbyte', 'byte', 'short', 'ushort', 'int', 'uint', 'long', 'ulong', 'char', 'float', 'double', 'decimal', 'bool', 'string', 'object', 'void',
]);

/** The type of this name, with the namespaces of an expression imported; `?` is the unknown type. */
export function type(text: string): Type {
  if (text === '?') return UNKNOWN;
  const [found, rest] = read(text);
  if (rest !== '') throw new Error(`not a type: ${text}`);
  return found;
}

/** A value of this type, no constant unless one is given. */
export function value(text: string, constant?: ConstantValue): ValueOperand {
  return constant === undefined ? { kind: 'value', type: type(text) } : { kind: 'value', type: type(text), constant };
}

function read(text: string): [Type, string] {
  const { name = '', rest = '' } = /^(?<name>[\w.]+)(?<rest>.*)$/su.exec(text)?.groups ?? {};
  let [found, left] = rest.startsWith('<') ? readGeneric(name, rest.slice(1)) : [named(name, []), rest];
  const ranks: number[] = [];
  for (let suffix = /^(?:\?|\[,*\])/u.exec(left)?.[0]; suffix !== undefined; suffix = /^(?:\?|\[,*\])/u.exec(left)?.[0]) {
    left = left.slice(suffix.length);
    if (suffix === '?') found = nullableOf(found);
    else ranks.unshift(suffix.length - 1);
  }
  return [ranks.reduce<Type>((element, rank) => arrayOf(element, rank), found), left];
}

function readGeneric(name: string, text: string): [Type, string] {
  const typeArguments: Type[] = [];
  let rest = text;
  for (;;) {
    const [argument, left] = read(rest);
    typeArguments.push(argument);
    const end = left.trimStart();
    rest = end.slice(1).trimStart();
    if (end.startsWith('>')) return [named(name, typeArguments), rest];
    if (!end.startsWith(',')) throw new Error(`not type arguments: ${text}`);
  }
}

function named(name: string, typeArguments: readonly Type[]): Type {
  if (isKeyword(name)) return special(name);
  const [definition, ...others] = typesInScope(name, typeArguments.length);
  if (definition === undefined) return wellKnown(name, typeArguments);
  if (others.length > 0) throw new Error(`ambiguous: ${name}`);
  return { kind: 'named', definition, typeArguments };
}

function isKeyword(name: string): name is SpecialType {
  return KEYWORDS.has(name);
}
