import { expect, test } from 'vitest';
import { ADOPTION_CODES } from '../../src/lint/adoption-codes.js';
import { readMarkdown } from './markdown-files.js';

test('docs/adopting.md says what each code means, in alphabetical order', () => {
  const codes = readMarkdown('docs/adopting.md').split('## Codes\n')[1] ?? '';
  expect([...codes.matchAll(/^### (.+)$/gmu)].map(([, heading]) => heading)).toEqual(Object.keys(ADOPTION_CODES).sort());
  expect(codes.split(/^### .+$/mu).slice(1).every((text) => text.trim() !== '')).toBe(true);
});
