/** The tables of conversions and operators that Roslyn filled: which operands meet, and what it says of each pair. */
import { readFileSync } from 'node:fs';
import type { BinaryOperator } from '../../../../src/syntax/csharp/ast.js';

export const CONVERSIONS = new URL('../../../../fixtures/csharp/conversions.tsv', import.meta.url);
export const OPERATORS = new URL('../../../../fixtures/csharp/operators.tsv', import.meta.url);

/** Types as C# writes them; every pair is converted. */
export const CONVERTED: readonly string[] = [
  'sbyte', 'byte', 'short', 'ushort', 'int', 'uint', 'long', 'ulong', 'char', 'float', 'double', 'decimal', 'bool', 'string', 'object', 'byte?', 'int?', 'long?', 'decimal?', 'bool?',
  'DateTime', 'DateTime?', 'DateTimeOffset', 'DateTimeOffset?', 'TimeSpan', 'Guid', 'DayOfWeek', 'DayOfWeek?', 'Enum', 'ValueType', 'IComparable', 'IComparable<string>', 'int[]', 'uint[]',
  'string[]', 'object[]', 'byte[]', 'JToken[]', 'Array', 'List<string>', 'IList<string>', 'IReadOnlyList<object>', 'IEnumerable<string>', 'IEnumerable<object>', 'IEnumerable<int>',
  'Dictionary<string, string>', 'IDictionary<string, string>', 'IReadOnlyDictionary<string, object>', 'KeyValuePair<string, int>', 'JToken', 'JContainer', 'JObject', 'JArray', 'JValue',
  'XObject', 'XElement', 'XAttribute', 'XName', 'Uri', 'Func<string>', 'Func<object>', 'Func<int>', 'Action<string>', 'Action<object>', 'Delegate', 'Match', 'Capture',
];

/** Operands as C# writes them: a type stands for a value of it. */
export const OPERANDS: readonly string[] = [
  'byte', 'int', 'uint', 'long', 'ulong', 'char', 'float', 'double', 'decimal', 'bool', 'string', 'object', 'int?', 'ulong?', 'bool?', 'DateTime', 'DateTime?', 'DateTimeOffset', 'TimeSpan',
  'TimeSpan?', 'Guid', 'DayOfWeek', 'DayOfWeek?', 'JToken', 'JValue', 'JObject', 'XNamespace', 'XName', 'Uri', 'IComparable', 'string[]', 'Func<string>', 'KeyValuePair<string, int>?',
  'null', '0', '1', '-1', '1L', '"x"',
];
export const COMPARED_OPERATORS: readonly BinaryOperator[] = ['+', '-', '*', '<', '==', '&', '<<', '&&'];

/** A cell of a matrix. */
export interface Cell {
  /** Which matrix, where a file holds several. */
  readonly title: string;
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

/** The cells of a file: a matrix begins with a line of its title and the columns, and ends with an empty line. */
export function readMatrices(file: URL): Cell[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n\n').flatMap((matrix) => {
    const [head = '', ...rows] = matrix.split('\n');
    const [title = '', ...columns] = head.split('\t');
    return rows.flatMap((line) => {
      const [row = '', ...cells] = line.split('\t');
      return cells.map((text, index) => ({ title, row, column: columns[index] ?? '', text }));
    });
  });
}

export function writeMatrix(title: string, names: readonly string[], cell: (row: string, column: string) => string): string {
  return [[title, ...names], ...names.map((row) => [row, ...names.map((column) => cell(row, column))])].map((line) => `${line.join('\t')}\n`).join('');
}
