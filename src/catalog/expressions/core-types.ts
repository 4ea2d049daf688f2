/** The types that C# has keywords for. */

export const CORE_TYPES = {
  object: 'System.Object', void: 'System.Void', string: 'System.String', bool: 'System.Boolean', char: 'System.Char', sbyte: 'System.SByte', byte: 'System.Byte',
  short: 'System.Int16', ushort: 'System.UInt16', int: 'System.Int32', uint: 'System.UInt32', long: 'System.Int64', ulong: 'System.UInt64',
  decimal: 'System.Decimal', float: 'System.Single', double: 'System.Double',
} as const;
export type CoreTypeName = keyof typeof CORE_TYPES;

/** Whether a keyword names a type; `void` does. */
export function isCoreTypeName(keyword: string): keyword is CoreTypeName {
  return Object.hasOwn(CORE_TYPES, keyword);
}
