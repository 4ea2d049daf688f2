/** What binary operators give, held to what Roslyn says of each pair of operands (fixtures/csharp/operators.tsv). */
import { describe, expect, test } from 'vitest';
import { displayType } from '../../../../src/check/expressions/types/display.js';
import type { Operand } from '../../../../src/check/expressions/types/operand.js';
import { resolveBinaryOperator } from '../../../../src/check/expressions/types/operators.js';
import { COMPARED_OPERATORS, OPERANDS, OPERATORS, readMatrices } from './matrices.js';
import { type, value } from './type-of-text.js';

const CONSTANTS: Readonly<Record<string, Operand>> = {
  null: { kind: 'null' }, 0: value('int', 0n), 1: value('int', 1n), '-1': value('int', -1n), '1L': value('long', 1n), '"x"': value('string', 'x'),
};
/** What Roslyn has called an ambiguous operator that types define themselves since C# 14. */
const RENAMED: Readonly<Record<string, string>> = { CS9342: 'CS0034' };
const operand = (text: string): Operand => CONSTANTS[text] ?? value(text);

describe('operators', () => {
  const cells = readMatrices(OPERATORS);

  test('every pair is in the record', () => {
    expect(cells.length).toBe(COMPARED_OPERATORS.length * OPERANDS.length ** 2);
  });

  describe.each(COMPARED_OPERATORS)('%s', (operator) => {
    test.each(OPERANDS)('%s on the left', (left) => {
      const said = (right: string): string => {
        const result = resolveBinaryOperator(operator, operand(left), operand(right));
        return result.kind === 'resolved' ? displayType(result.type) : result.kind === 'failed' ? result.roslyn : 'unknown';
      };
      const row = cells.filter((cell) => cell.title === operator && cell.row === left);
      expect(row.map(({ column }) => `${column}: ${said(column)}`)).toEqual(row.map(({ column, text }) => `${column}: ${/^CS/u.test(text) ? RENAMED[text] ?? text : displayType(type(text))}`));
    });
  });
});
