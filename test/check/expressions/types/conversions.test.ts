/** How types convert, held to what Roslyn says of each pair (fixtures/csharp/conversions.tsv), and the conversions that need more than a type. */
import { describe, expect, test } from 'vitest';
import { explicitConversion, implicitConversion } from '../../../../src/check/expressions/types/conversions.js';
import { CONVERSIONS, CONVERTED, readMatrices } from './matrices.js';
import { type, value } from './type-of-text.js';

describe('conversions from type to type', () => {
  const cells = readMatrices(CONVERSIONS);

  test('every pair is in the record', () => {
    expect(cells.length).toBe(CONVERTED.length ** 2);
  });

  test.each(CONVERTED)('from %s', (from) => {
    const said = (to: string): string => {
      if (implicitConversion(value(from), type(to)) !== undefined) return 'implicit';
      return explicitConversion(value(from), type(to)) === undefined ? '-' : 'cast';
    };
    const row = cells.filter((cell) => cell.row === from);
    expect(row.map(({ column }) => `${column}: ${said(column)}`)).toEqual(row.map(({ column, text }) => `${column}: ${text}`));
  });
});
