import { describe, expect, it } from 'vitest';
import { checkRuleIds, presetLevels, withConfiguredLevels } from '../../src/lint/configured-levels.js';
import { lintProject } from '../../src/lint/lint-project.js';
import type { FileLevels, RuleLevel } from '../../src/lint/rule-level.js';
import { diagnostic } from '../../src/model/diagnostic.js';
import { SourceText, textOrigin } from '../../src/model/origin.js';
import { readText } from '../analysis/read-text.js';
import { lintDiagnostics } from './lint-text.js';

const OVERLAP = `<choose>
<when condition="@((int)context.Variables["p"] >= 0 && (int)context.Variables["p"] <= 100)"><set-backend-service backend-id="a" /></when>
<when condition="@((int)context.Variables["p"] >= 100 && (int)context.Variables["p"] <= 200)"><set-backend-service backend-id="b" /></when>
<otherwise><set-backend-service backend-id="c" /></otherwise>
</choose>`;

describe('lintProject', () => {
  it('reports a finding with its place, the other side, a hint and the page of the rule', () => {
    const [found, ...more] = lintDiagnostics(OVERLAP, 'policy.xml');
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'overlapping-priority-ranges',
      severity: 'error',
      file: 'policy.xml',
      path: 'choose[1]/when[2]/@condition',
      docsUrl: 'rules/overlapping-priority-ranges.md',
      hint: expect.stringMatching(/^make the ranges meet/),
    });
    expect(found?.range.start).toEqual({ line: 3, column: 7, offset: OVERLAP.indexOf('condition', OVERLAP.indexOf('condition') + 1) });
    expect(found?.related.map(({ range }) => range.start.line)).toEqual([2]);
  });

  it('gives every finding of a rule the level that is configured', () => {
    const severities = (level: 'off' | 'info' | 'warning' | 'error'): string[] => lintDiagnostics(OVERLAP, 'policy.xml', { 'overlapping-priority-ranges': level }).map(({ severity }) => severity);
    expect(severities('info')).toEqual(['info']);
    expect(severities('off')).toEqual([]);
  });

  it('gives findings in some files another level, the last override first', () => {
    const levels = (rules: Record<string, RuleLevel>, ...overrides: FileLevels[]): string[] =>
      lintProject({ documents: ['a.xml', 'b.xml'].map((file) => readText(OVERLAP, file)), resources: [] }, { rules, overrides }).map(({ file, severity }) => `${file} ${severity}`);
    const override = (level: RuleLevel, ...files: string[]): FileLevels => ({ files: new Set(files), rules: { 'overlapping-priority-ranges': level } });
    expect(levels({}, override('off', 'a.xml'))).toEqual(['b.xml error']);
    expect(levels({ 'overlapping-priority-ranges': 'off' }, override('info', 'b.xml'))).toEqual(['b.xml info']);
    expect(levels({}, override('off', 'a.xml', 'b.xml'), override('warning', 'a.xml'))).toEqual(['a.xml warning']);
  });

  it('reads documents that are not whole', () => {
    for (let end = 0; end <= OVERLAP.length; end += 7) expect(() => lintDiagnostics(OVERLAP.slice(0, end), 'policy.xml')).not.toThrow();
  });
});

describe('presets', () => {
  it('hold each the ones before it', () => {
    expect(presetLevels('recommended')).toMatchObject({ 'unused-resource': 'off' });
    expect(Object.keys(presetLevels('strict'))).not.toContain('unused-resource');
    expect(Object.keys(presetLevels('recommended'))).toEqual(expect.arrayContaining(Object.keys(presetLevels('strict'))));
    expect(presetLevels('all')).toEqual({});
  });
});

describe('configured levels', () => {
  it('are accepted for rules and for checks that are no certain errors', () => {
    expect(() => checkRuleIds({ 'priority-range-gap': 'off', 'repeated-base': 'info' })).not.toThrow();
  });

  it.each([
    ['overlapping-priority-range', "there is no rule 'overlapping-priority-range'; did you mean 'overlapping-priority-ranges'?"],
    ['xyzzy', /^there is no rule 'xyzzy'; the rules are [a-z-]+, /],
    ['unknown-policy', "the level of 'unknown-policy' cannot be set: API Management refuses such a document; remove the setting"],
    ['constructor', /^there is no rule 'constructor'/],
  ])('are refused for %s', (id, message) => {
    expect(() => checkRuleIds({ [id]: 'off' })).toThrow(message);
  });

  it('change findings of such checks and no others', () => {
    const at = textOrigin(new SourceText('policy.xml', '<base/>'), { start: 0, end: 1 });
    const found = ['repeated-base', 'base-outside-section', 'unknown-policy'].map((code) => diagnostic({ code, severity: 'warning', message: 'm', at }));
    const changed = withConfiguredLevels(found, { 'repeated-base': 'off', 'base-outside-section': 'error', 'unknown-policy': 'off' });
    expect(changed.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['base-outside-section error', 'unknown-policy warning']);
  });
});
