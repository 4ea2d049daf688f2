/** Types as this analysis names them: the last part of the name, keywords for predefined types, `int?`, `byte[]`. */
import type { TypeNode } from '../../syntax/csharp/ast.js';

const KEYWORDS: ReadonlyMap<string, string> = new Map(Object.entries({
  Boolean: 'bool', SByte: 'sbyte', Byte: 'byte', UInt16: 'ushort', UInt32: 'uint', UInt64: 'ulong', Int16: 'short', Int32: 'int', Int64: 'long',
  Decimal: 'decimal', Single: 'float', Double: 'double', Char: 'char', String: 'string', Object: 'object',
}));

const VALUE_TYPES: ReadonlySet<string> = new Set(['bool', 'sbyte', 'byte', 'ushort', 'uint', 'ulong', 'short', 'int', 'long', 'decimal', 'float', 'double', 'char', 'Guid', 'DateTime', 'DateTimeOffset', 'TimeSpan']);

/** The type's name; undefined for types that no variable is read as. */
export function typeText(type: TypeNode): string | undefined {
  switch (type.kind) {
    case 'PredefinedType':
      return type.keyword;
    case 'NamedType': {
      const last = type.parts.at(-1);
      return last === undefined || last.typeArguments.length > 0 || last.name === 'var' ? undefined : shortTypeName(last.name);
    }
    case 'NullableType': {
      const element = typeText(type.element);
      return element === undefined ? undefined : `${element}?`;
    }
    case 'ArrayType': {
      const element = typeText(type.element);
      return element === undefined || type.rank > 1 ? undefined : `${element}[]`;
    }
    default:
      return undefined;
  }
}

/** `System.Int32` and `Int32` are `int`; `Newtonsoft.Json.Linq.JObject` is `JObject`. */
export function shortTypeName(name: string): string {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return KEYWORDS.get(last) ?? last;
}

/** Whether a variable of the type cannot be null, so that a cast of null to it throws. */
export function isValueType(type: string): boolean {
  return VALUE_TYPES.has(type);
}
