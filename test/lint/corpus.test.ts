/** The rules on the real policy documents of ../shared/corpus. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chooseRanges } from '../../src/analysis/choose-ranges.js';
import { priorityMaps } from '../../src/analysis/priority-map.js';
import { lintProject } from '../../src/lint/lint-project.js';
import { RULES } from '../../src/lint/rules.js';
import type { PolicyDocument } from '../../src/model/document.js';
import { readText } from '../analysis/read-text.js';

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const COUNTS = new URL('../../fixtures/corpus/lint-counts.json', import.meta.url);

function documents(): PolicyDocument[] {
  const [head = '', ...rows] = readFileSync(new URL('MANIFEST.tsv', CORPUS), 'utf8').trimEnd().split('\n');
  const column = head.split('\t').indexOf('file');
  return rows.map((row) => {
    const file = row.split('\t')[column] ?? '';
    return readText(readFileSync(new URL(file, CORPUS), 'utf8'), file);
  });
}

describe.skipIf(!existsSync(new URL('MANIFEST.tsv', CORPUS)))('the corpus', () => {
  const all = existsSync(CORPUS) ? documents() : [];
  const findings = lintProject({ documents: all, resources: [] }, { rules: {} });

  it('has as many findings of each rule as were looked at one by one', async () => {
    const counts = {
      documents: all.length,
      chooses: all.flatMap(chooseRanges).length,
      'chooses that ask about numbers': all.flatMap(chooseRanges).filter(({ subjects }) => subjects.length > 0).length,
      'chooses that route by a number': all.flatMap(priorityMaps).length,
      findings: Object.fromEntries(RULES.map(({ id }) => [id, findings.filter(({ code }) => code === id).length])),
    };
    await expect(`${JSON.stringify(counts, undefined, 2)}\n`).toMatchFileSnapshot(COUNTS.pathname);
  });

  it('has the captured default of the original priority routing', () => {
    const [found] = findings.filter(({ file }) => file.endsWith('apim_policies__AOAI_Policy-Priority_Routing.xml'));
    expect(found).toMatchObject({ code: 'priority-default-captured', severity: 'warning', path: 'inbound/choose[1]/when[1]/@condition' });
    expect(found?.message).toContain('header Priority is missing or no number counts as 0 and falls into the range 0 to 100');
  });

  it.each([
    ['MultiRegion', 11],
    ['MultiRegion_RateThrottle', 35],
    ['SingleRegion', undefined],
  ])('has the response that the original retry policy %s reads on its first attempt', (name, line) => {
    const found = findings.filter(({ file, code }) => file.endsWith(`AOAI_Policy-Managed_Identity_with_Retry_${name}.xml`) && code === 'response-before-it-exists');
    expect(found.map(({ range }) => range.start.line)).toEqual(line === undefined ? [] : [line]);
  });

  it('has the key that is added to the caller\'s in the original policy with a key', () => {
    const found = findings.filter(({ file }) => file.endsWith('apim_policies__AOAI_Policy-SAS_Token.xml'));
    expect(found).toMatchObject([{ code: 'appended-credential-header', severity: 'warning', path: 'inbound/set-header[1]/@exists-action' }]);
  });
});
