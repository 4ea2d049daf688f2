import { describe, expect, it } from 'vitest';
import { ProjectFacts } from '../../src/lint/project-facts.js';
import { lintProject } from '../../src/lint/lint-project.js';
import type { Backend, Resource } from '../../src/model/resources.js';
import { SourceText, textOrigin } from '../../src/model/origin.js';
import { readText } from '../analysis/read-text.js';

function backendIn(file: string, start: number, name: string): Backend {
  return { kind: 'backend', name, url: 'https://contoso.openai.azure.com', protocol: 'http', origin: textOrigin(new SourceText(file, 'x'.repeat(100)), { start, end: start + 7 }) };
}

function codes(resources: readonly Resource[], text = '<base />'): string[] {
  return lintProject({ documents: [readText(text)], resources }, { rules: { 'unused-resource': 'off' } }).map(({ code, severity, file }) => `${file} ${severity} ${code}`);
}

describe('ProjectFacts', () => {
  it('takes one declaration that several files export as one, in the order of the text', () => {
    const [a, b] = [backendIn('a.ts', 20, 'a'), backendIn('a.ts', 10, 'b')];
    expect(new ProjectFacts({ documents: [], resources: [a, b, { ...a }] }).resources).toEqual([b, a]);
    expect(codes([a, b, { ...a }])).toEqual([]);
  });

  it('looks names up without regard to letter case', () => {
    const { backends } = new ProjectFacts({ documents: [], resources: [backendIn('a.ts', 0, 'AOAI')] });
    expect([backends.get('aoai')?.name, backends.get('other'), backends.isEmpty]).toEqual(['AOAI', undefined, false]);
  });

  it('finds documents by their scope', () => {
    const document = { ...readText('<policies />'), scope: { kind: 'operation', operation: 'Create', api: 'chat' } as const };
    const facts = new ProjectFacts({ documents: [document], resources: [] });
    expect(facts.documentOf({ kind: 'operation', api: 'Chat', operation: 'create' })).toBe(document);
    expect(facts.documentOf({ kind: 'api', api: 'chat' })).toBeUndefined();
  });
});

describe('rules about resources', () => {
  it('report a name that two declarations have, for certain only within one file', () => {
    expect(codes([backendIn('a.ts', 0, 'aoai'), backendIn('a.ts', 10, 'aoai')])).toEqual(['a.ts error duplicate-resource']);
    expect(codes([backendIn('a.ts', 0, 'aoai'), backendIn('b.ts', 0, 'aoai')])).toEqual(['b.ts warning duplicate-resource']);
  });

  it('hold XML beside TypeScript to the names that are declared', () => {
    expect(codes([backendIn('a.ts', 0, 'aoai')], '<set-backend-service backend-id="aoia" />')).toEqual(['policy.xml warning unknown-backend']);
  });
});
