/** What plans look like stands in fixtures/plans/. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/publish/plan/plan.js';
import { renderPlan } from '../../src/report/render-plan.js';
import { GITHUB_MOST_CHARACTERS, type MarkdownKind, planMarker, renderPlanMarkdown } from '../../src/report/render-plan-markdown.js';
import { renderPlanJson } from '../../src/report/render-plan-json.js';
import { CANARY, EMPTY_PLAN, EXAMPLE_PLAN, TARGET } from './example-plan.js';
import { markedFinding } from './finding.js';

const FOLDER = fileURLToPath(new URL('../../fixtures/plans/', import.meta.url));
const WIDE = { colors: false, width: 120 };
const { finding, source } = markedFinding('<a>«b»</a>', { message: 'there is no <b> here, @octocat', code: 'unknown-policy' });

describe('a plan for people', () => {
  test.each<[string, Plan, Parameters<typeof renderPlan>[1]]>([
    ['wide', EXAMPLE_PLAN, WIDE],
    ['narrow', EXAMPLE_PLAN, { ...WIDE, width: 60 }],
    ['colors', EXAMPLE_PLAN, { ...WIDE, colors: true }],
    ['empty', EMPTY_PLAN, WIDE],
  ])('%s', async (name, plan, options) => {
    await expect(renderPlan(plan, options)).toMatchFileSnapshot(`${FOLDER}plan.${name}.txt`);
  });

  test.each([40, 60, 120])('no line of differences is wider than %i columns', (width) => {
    const lines = renderPlan(EXAMPLE_PLAN, { ...WIDE, width }).split('\n');
    const differences = lines.filter((line) => line.startsWith('      ') && line.includes(': ') && !line.endsWith(':'));
    expect(differences.length).toBeGreaterThan(3);
    expect(differences.filter((line) => line.length > Math.max(width, line.indexOf(': ') + 2 + 20))).toEqual([]);
  });

  test('two long values are cut where their difference is seen', () => {
    const text = renderPlan(EXAMPLE_PLAN, { ...WIDE, width: 60 });
    expect(text).toContain('<= 70)');
    expect(text).toContain('<= 80)');
  });
});

describe.each<MarkdownKind>(['markdown', 'github'])('a plan as %s', (kind) => {
  test.each([
    ['full', { environment: 'prod', plan: EXAMPLE_PLAN, diagnostics: [] }],
    ['empty', { environment: 'prod', plan: EMPTY_PLAN, diagnostics: [] }],
    ['refused', { environment: 'prod', diagnostics: [finding] }],
  ])('%s', async (name, planned) => {
    await expect(renderPlanMarkdown(planned, kind)).toMatchFileSnapshot(`${FOLDER}plan.${name}.${kind}.md`);
  });

  test('mentions nobody and closes no block too early', () => {
    const text = renderPlanMarkdown({ environment: 'prod', plan: EXAMPLE_PLAN, diagnostics: [finding] }, kind);
    const outside = text.replace(/^(?<fence>`{3,})diff\n[^]*?\n\k<fence>$/gmu, '').replace(/(?<ticks>`+)[^`].*?\k<ticks>/gu, '');
    expect(outside).not.toMatch(/@\w/u);
    expect(outside).not.toContain('octocat" exists-action');
  });
});

test('a comment for GitHub stays within what GitHub takes, and says that something is missing', () => {
  const [, , policy] = EXAMPLE_PLAN.changes;
  const changes = Array.from({ length: 600 }, (_, index) => ({ ...policy, address: `apis/api-${index}/policy` })) as Plan['changes'];
  const drift = changes.map(({ address }) => ({ address, kind: 'changed' as const, overwritten: true }));
  const text = renderPlanMarkdown({ environment: 'prod', plan: { ...EXAMPLE_PLAN, changes, drift }, diagnostics: [] }, 'github');
  expect(text.length).toBeLessThanOrEqual(GITHUB_MOST_CHARACTERS);
  expect(text.length).toBeGreaterThan(GITHUB_MOST_CHARACTERS / 2);
  expect(text).toContain('0 to add, 600 to change, 0 to destroy');
  expect(text).toMatch(/_\d+ more of these do not fit/u);
});

test('a comment for GitHub starts with the marker of its environment', () => {
  expect(renderPlanMarkdown({ environment: 'prod', plan: EMPTY_PLAN, diagnostics: [] }, 'github').split('\n')[0]).toBe(planMarker('prod'));
  expect(planMarker('a-->b')).toBe('<!-- aoai-policy plan: a---b -->');
});

test('what is to be written is in no report', () => {
  const report = { target: TARGET, plan: EXAMPLE_PLAN, diagnostics: [], sourceOf: () => source };
  const texts = [renderPlan(EXAMPLE_PLAN, WIDE), renderPlanJson(report, { version: '1.2.3' }), renderPlanMarkdown({ environment: 'prod', plan: EXAMPLE_PLAN, diagnostics: [] }, 'github')];
  for (const text of texts) expect(text).not.toContain(CANARY);
});
