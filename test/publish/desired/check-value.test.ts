import { expect, test } from 'vitest';
import { Secret } from '../../../src/model/secret.js';
import { checkValue } from '../../../src/publish/desired/check-value.js';

const ORIGIN = { file: 'a.ts', range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } } };
const ABOUT = { kind: 'named-value', displayName: 'key', tags: [] } as const;

const ofSecret = (value: string): string[] => checkValue('the named value key', { ...ABOUT, secret: true, secretValue: new Secret(value) }, ORIGIN).map(({ code }) => code);
const ofPlain = (value: string): string[] => checkValue('the named value key', { ...ABOUT, secret: false, value }, ORIGIN).map(({ code }) => code);

test.each(['$(AOAI_KEY)', ' $(aoai.key)\n', '${{ secrets.AOAI_KEY }}', '${AOAI_KEY}', '#{AOAI_KEY}#', '__AOAI_KEY__', '{AOAI_KEY}'])('a secret that is %j is none, and is not quoted', (value) => {
  const findings = checkValue('the named value key', { ...ABOUT, secret: true, secretValue: new Secret(value) }, ORIGIN);
  expect(findings.map(({ code }) => code)).toEqual(['unfilled-placeholder']);
  expect(JSON.stringify(findings)).not.toMatch(/aoai.key/iu);
});

test.each(['x$(y)', '$(a)$(b)', '__z__${w}', '{"a":1}', 'k'])('a secret may be %j', (value) => {
  expect(ofSecret(value)).toEqual([]);
});

test('a plain value is told by the macros of Azure Pipelines; the others are found with all that stands in files', () => {
  expect(ofPlain('$(TIER)')).toEqual(['unfilled-placeholder']);
  expect(ofPlain('a $(TIER)')).toEqual([]);
});

test.each(['', ' ', '\n\t'])('%j is blank', (value) => {
  expect([ofSecret(value), ofPlain(value)]).toEqual([['blank-value'], ['blank-value']]);
});

test('what the service keeps, or Key Vault, is not looked at', () => {
  expect(checkValue('the named value key', { ...ABOUT, secret: true }, ORIGIN)).toEqual([]);
});
