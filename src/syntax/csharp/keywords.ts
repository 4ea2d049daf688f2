/** The reserved words of C#. Source: C# specification, 6.4.4 Keywords. */

const RESERVED = new Set(
  ('abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum ' +
    'event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long ' +
    'namespace new null object operator out override params private protected public readonly ref return sbyte sealed short ' +
    'sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual ' +
    'void volatile while').split(' '),
);

const PREDEFINED_TYPES = new Set(
  'bool byte char decimal double float int long object sbyte short string uint ulong ushort'.split(' '),
);

export function isReservedWord(word: string): boolean {
  return RESERVED.has(word);
}

/** Whether a keyword names a type (`void` aside, which is none in an expression). */
export function isPredefinedType(word: string): boolean {
  return PREDEFINED_TYPES.has(word);
}
