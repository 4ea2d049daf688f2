/** Each of the forty-five mistakes that authors make in expressions is found, or the page says why it is not. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MISTAKES, mistakenDocument } from '../../scripts/generate/mistakes.js';
import { mistakesPage } from '../../scripts/generate/mistakes-page.js';
import { checkDocument } from '../../src/check/check-document.js';
import { lintProject } from '../../src/lint/lint-project.js';
import { readText } from '../analysis/read-text.js';

function codesOf(text: string): string[] {
  const document = readText(text);
  return [...checkDocument(document), ...lintProject({ documents: [document], resources: [] }, { rules: {} })].map(({ code }) => code);
}

describe('the mistakes of docs/mistakes.md', () => {
  test('are all forty-five, in order', () => {
    expect([...new Set(MISTAKES.map(({ number }) => number))]).toEqual(Array.from({ length: 45 }, (_, index) => index + 1));
  });

  test('are each found, or have a reason', () => {
    expect(MISTAKES.filter(({ found, because }) => found === undefined && because === undefined)).toEqual([]);
    expect(MISTAKES.filter(({ found, policies }) => (found === undefined) !== (policies === undefined))).toEqual([]);
  });

  test('are on the page', () => {
    expect(readFileSync(new URL('../../docs/mistakes.md', import.meta.url), 'utf8'), 'run npm run generate').toBe(mistakesPage());
  });

  const made = MISTAKES.flatMap((mistake) => (mistake.policies ?? []).map((policy) => ({ mistake, policy, name: `${String(mistake.number)}: ${mistake.mistake}: ${policy}` })));

  test.each(made)('$name', ({ mistake, policy }) => {
    expect(codesOf(mistakenDocument(mistake, policy))).toEqual([mistake.found]);
  });
});
