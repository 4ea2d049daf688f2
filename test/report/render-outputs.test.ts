import { expect, test } from 'vitest';
import { outputsSummary, renderOutputs, type OutputState } from '../../src/report/render-outputs.js';

const OUTPUTS: readonly OutputState[] = [
  { path: 'out/a.xml', source: 'a.ts', state: 'new' },
  { path: 'out/b.xml', source: 'b.ts', state: 'changed', line: 12 },
  { path: 'out/c.xml', source: 'c.ts', state: 'unchanged' },
  { path: 'out/\u001bd.xml', source: 'd.ts', state: 'stale' },
];

test('written', () => {
  expect(renderOutputs(OUTPUTS, 'written')).toBe('written  out/a.xml\nwritten  out/b.xml\nremoved  out/␛d.xml\n');
  expect(outputsSummary(OUTPUTS, 'written')).toBe('3 documents: 2 written, 1 unchanged, 1 removed');
});

test('checked', () => {
  expect(renderOutputs(OUTPUTS, 'checked')).toBe('missing    out/a.xml\ndifferent  out/b.xml:12\nstale      out/␛d.xml\n');
  expect(outputsSummary(OUTPUTS, 'checked')).toBe('3 documents: 1 missing, 1 different, 1 unchanged, 1 stale');
});

test('nothing', () => {
  expect(renderOutputs([], 'written')).toBe('');
  expect(outputsSummary([], 'written')).toBe('0 documents');
});
