import { expect, it } from 'vitest';
import { applyEdits } from '../../../src/syntax/text/edit.js';

it.each([
  ['replaces', [{ span: { start: 1, end: 2 }, text: 'XY' }], 'aXYcd'],
  ['inserts', [{ span: { start: 4, end: 4 }, text: '!' }], 'abcd!'],
  ['deletes', [{ span: { start: 0, end: 2 }, text: '' }], 'cd'],
  ['takes edits in any order', [{ span: { start: 3, end: 4 }, text: 'D' }, { span: { start: 0, end: 1 }, text: 'A' }], 'AbcD'],
  ['takes edits side by side', [{ span: { start: 0, end: 1 }, text: 'A' }, { span: { start: 1, end: 2 }, text: 'B' }], 'ABcd'],
])('%s', (_, edits, expected) => {
  expect(applyEdits('abcd', edits)).toBe(expected);
});

it.each([
  ['overlap', [{ span: { start: 0, end: 2 }, text: '' }, { span: { start: 1, end: 3 }, text: '' }]],
  ['lie outside of the text', [{ span: { start: 3, end: 5 }, text: '' }]],
])('refuses edits that %s', (_, edits) => {
  expect(() => applyEdits('abcd', edits)).toThrow(RangeError);
});
