import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/lint/rules.js';
import { lintExample, type LintExample } from './lint-text.js';

const ROOT = new URL('../../', import.meta.url);

const page = (id: string): string => readFileSync(new URL(`docs/rules/${id}.md`, ROOT), 'utf8');

/** The text of the fences under a heading. */
function fences(text: string, heading: string, language: string): string[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, tag, body]) => (tag === language && body !== undefined ? [body] : []));
}

/** XML, or TypeScript where resources are declared. */
function examples(text: string, heading: string): LintExample[] {
  return (['xml', 'ts'] as const).flatMap((language) => fences(text, heading, language).map((code) => ({ language, code })));
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('the page of %s', (id, rule) => {
  it('starts with what the rule says of itself', () => {
    const [title, summary, why] = page(id).split('\n\n');
    expect([title, summary, why]).toEqual([`# ${id}`, rule.summary, rule.why]);
    expect(page(id)).toContain(`| ${rule.category} | `);
  });

  it('shows a wrong example and, below it, all that is reported about it', async () => {
    const [wrong, ...more] = examples(page(id), 'Wrong');
    const [report] = fences(page(id), 'Wrong', 'text');
    expect(more).toEqual([]);
    const reported = await lintExample(wrong);
    expect(reported).toBe(report);
    expect(reported.trimEnd().split('\n').map((line) => line.split(' ')[2])).toEqual([`${id}:`]);
  });

  it('shows a right example, about which nothing is reported', async () => {
    const [right, ...more] = examples(page(id), 'Right');
    expect(more).toEqual([]);
    expect(await lintExample(right)).toBe('');
  });
});

describe('the list of rules', () => {
  const files = (folder: string, ending: string): string[] =>
    readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length)).sort();
  const ids = RULES.map(({ id }) => id);

  it('is in order and holds every rule file', () => {
    expect(ids).toEqual(files('src/lint/rules/', '.ts'));
  });

  it('has a page and fixtures for each rule, and none for others', () => {
    expect(files('docs/rules/', '.md').filter((name) => name !== 'README')).toEqual(ids);
    expect(readdirSync(new URL('fixtures/lint/', ROOT)).sort()).toEqual(ids);
  });
});
