import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintDiagnostics } from './lint-text.js';

const SECRETS = readFileSync(new URL('../../fixtures/lint/hardcoded-secret/secrets.xml', import.meta.url), 'utf8');

test('no message of hardcoded-secret shows the secret', () => {
  const found = lintDiagnostics(SECRETS, 'secrets.xml').filter(({ code }) => code === 'hardcoded-secret');
  expect(found.length).toBeGreaterThan(10);
  for (const { message, hint, range } of found) {
    const secret = SECRETS.slice(range.start.offset, range.end.offset).replaceAll('"', '');
    for (let start = 0; start + 8 <= secret.length; start++) expect(`${message} ${hint}`).not.toContain(secret.slice(start, start + 8));
  }
});
