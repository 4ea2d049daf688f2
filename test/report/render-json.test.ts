import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/report/render-json.js';
import { fingerprintOf } from '../../src/model/fingerprint.js';
import { summarize } from '../../src/report/summary.js';
import { withoutUnknownFields } from './closed-schema.js';
import { markedFinding } from './finding.js';

const schema: unknown = JSON.parse(readFileSync(new URL('../../schemas/diagnostics.schema.json', import.meta.url), 'utf8'));

const validate = new Ajv({ strict: true }).compile(withoutUnknownFields(schema) as object);

function report(...parameters: Parameters<typeof renderJson>): unknown {
  const text = renderJson(...parameters);
  expect(text.endsWith('}\n')).toBe(true);
  return JSON.parse(text);
}

const { source, finding } = markedFinding('<a>\n  <«b» />\n</a>\n', {
  hint: 'write c',
  path: 'inbound/b[1]',
  docsUrl: 'checks.md#some-problem',
  fix: { title: 'write c', safety: 'safe', edits: [{ span: { start: 7, end: 8 }, text: 'c' }] },
});
const full = { ...finding, related: [{ message: 'the other', file: source.path, range: finding.range }] };
const about = { version: '1.2.3', summary: summarize([full], 1), sourceOf: () => source };

describe('reports are what the schema says', () => {
  test.each<[string, Parameters<typeof renderJson>]>([
    ['without findings', [[], { ...about, summary: summarize([], 3) }]],
    ['a finding with all that findings may have', [[full], about]],
    ['a finding with the least', [[markedFinding('«»').finding], about]],
    ['what build made', [[], { ...about, outputs: [{ path: 'out/policy.xml', source: 'a.ts', state: 'changed', line: 3 }] }]],
    ['more findings than are listed', [Array.from({ length: 1_005 }, () => full), about]],
  ])('%s', (_, parameters) => {
    validate(report(...parameters));
    expect(validate.errors ?? []).toEqual([]);
  });
});

test('the schema is not content with anything', () => {
  const { diagnostics, ...rest } = report([full], about) as { diagnostics: object[] };
  expect(validate({ ...rest, diagnostics: [{ ...diagnostics[0], extra: 1 }] })).toBe(false);
  expect(validate({ ...rest, diagnostics: [{ ...diagnostics[0], severity: 'fatal' }] })).toBe(false);
  expect(validate(rest)).toBe(false);
});

test('lines and columns start at 1, offsets at 0; the end is exclusive', () => {
  expect(report([full], about)).toMatchObject({
    formatVersion: 1,
    tool: { name: 'aoai-policy', version: '1.2.3' },
    summary: { errors: 1, warnings: 0, infos: 0, files: 1, omitted: 0 },
    diagnostics: [{ code: 'some-problem', file: 'chat.xml', fingerprint: fingerprintOf(full, source), range: { start: { line: 2, column: 4, offset: 7 }, end: { line: 2, column: 5, offset: 8 } } }],
  });
});

test('what is not listed is counted', () => {
  const many = Array.from({ length: 1_005 }, () => full);
  expect(report(many, { ...about, summary: summarize(many, 1) })).toMatchObject({ summary: { errors: 1_005, omitted: 5 } });
});
