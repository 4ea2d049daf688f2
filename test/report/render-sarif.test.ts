import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Log, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { CODE_DESCRIPTIONS } from '../../src/lint/code-descriptions.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { SourceText } from '../../src/model/origin.js';
import { renderSarif } from '../../src/report/render-sarif.js';
import { markedFinding } from './finding.js';

/** As Microsoft publishes it, in draft 4; what draft 4 names otherwise is of no consequence here. */
const published: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL('../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
);
const schema = Object.fromEntries(Object.entries(published).filter(([key]) => key !== '$schema' && key !== 'id'));
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

const { source, finding } = markedFinding('<a>\n  <«b» />\n</a>\n', {
  severity: 'warning',
  hint: 'write c',
  path: 'inbound/b[1]',
  fix: { title: 'write c', safety: 'safe', edits: [{ span: { start: 7, end: 8 }, text: 'c' }] },
});
const full: Diagnostic = { ...finding, related: [{ message: 'the other', file: source.path, range: finding.range }] };

function run(diagnostics: readonly Diagnostic[], text: SourceText | undefined = source): Run {
  const log: Log = JSON.parse(renderSarif(diagnostics, { version: '1.2.3', descriptions: CODE_DESCRIPTIONS, sourceOf: () => text, pathOf: (file) => `apim/${file}` }));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [first] = log.runs;
  if (first === undefined) throw new Error('the log has no run');
  return first;
}

describe('the log is what the published schema says', () => {
  test.each<[string, readonly Diagnostic[]]>([
    ['without findings', []],
    ['a finding with all that findings may have', [full]],
    ['a finding with the least', [markedFinding('«»').finding]],
    ['a finding for every code', CODE_DESCRIPTIONS.map(({ code, severity }) => ({ ...full, code, severity }))],
    ['more findings than other reports list', Array.from({ length: 1_005 }, () => full)],
  ])('%s', (_, diagnostics) => {
    expect(run(diagnostics).results).toHaveLength(diagnostics.length);
  });

  test('which is not content with anything', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'a' } }, results: [{ message: {}, level: 'fatal' }] }] })).toBe(false);
  });
});

test('every documented code is a rule with its texts and its level', () => {
  const { rules = [] } = run([]).tool.driver;
  expect(rules.map(({ id }) => id)).toEqual(CODE_DESCRIPTIONS.map(({ code }) => code));
  for (const { id, shortDescription, fullDescription, help, defaultConfiguration } of rules) {
    expect([shortDescription?.text, fullDescription?.text, help?.text, help?.markdown].map((text) => text ?? ''), id).not.toContain('');
    expect(['error', 'warning', 'note'], id).toContain(defaultConfiguration?.level);
  }
});

test('a result points at its rule, its place, related places and the safe fix', () => {
  const { results = [], tool, columnKind } = run([full]);
  expect(columnKind).toBe('utf16CodeUnits');
  expect(results[0]).toMatchObject({
    ruleId: 'some-problem',
    level: 'warning',
    message: { text: 'this is wrong\nhelp: write c' },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: 'apim/chat.xml', uriBaseId: '%SRCROOT%' }, region: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 5 } },
        logicalLocations: [{ fullyQualifiedName: 'inbound/b[1]' }],
      },
    ],
    relatedLocations: [{ id: 1, message: { text: 'the other' } }],
    fixes: [{ artifactChanges: [{ replacements: [{ deletedRegion: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 5 }, insertedContent: { text: 'c' } }] }] }],
  });
  expect(tool.driver.rules?.[results[0]?.ruleIndex ?? -1]).toEqual({ id: 'some-problem', shortDescription: { text: 'some problem' } });
});

test.each([
  ['an unsafe fix', { ...full, fix: { title: 'write c', safety: 'unsafe' as const, edits: [] } }, source],
  ['a fix in a file that cannot be read any more', full, undefined],
])('%s is left out', (_, found, text) => {
  const log = renderSarif([found], { version: '1.2.3', descriptions: [], sourceOf: () => text, pathOf: (file) => `apim/${file}` });
  expect(log).not.toContain('"fixes"');
});

test('names of files are URIs', () => {
  const { results = [] } = run([{ ...full, file: 'policy fragments/a#b%/ü.xml' }]);
  expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('apim/policy%20fragments/a%23b%25/%C3%BC.xml');
});

describe('fingerprints', () => {
  const fingerprint = (marked: string): unknown => {
    const { finding: found, source: text } = markedFinding(marked);
    return run([found], text).results?.[0]?.partialFingerprints;
  };

  test('stay when lines are added above and the line is indented', () => {
    expect(fingerprint('<a>\n<«b c=""» />\n')).toEqual(fingerprint('<!-- new -->\n<a>\n    <«b c=""» />\n'));
  });

  test('differ by text, and among findings of the same text', () => {
    expect(fingerprint('<a>\n<«b c=""» />\n')).not.toEqual(fingerprint('<a>\n<«b c="d"» />\n'));
    const [first, second] = run([full, full]).results ?? [];
    expect(first?.partialFingerprints).not.toEqual(second?.partialFingerprints);
  });
});
