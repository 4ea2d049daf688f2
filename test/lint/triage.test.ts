/**
 * The ledger of the findings on the real documents: what lint reports there has been judged, and hardly any of it is wrong.
 *
 * The ledger, fixtures/corpus/triage.tsv, holds every error in the documents that are files of their own, and of the warnings in all documents the sample: the 200
 * whose place and code, hashed together with the seed, come first. So a warning that comes or goes changes the sample by itself and at most one other.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accuracyPage } from '../../scripts/generate/accuracy-page.js';
import { countVerdicts, readTriageLedger, triageExtent } from '../../scripts/generate/triage-ledger.js';
import { checkDocument } from '../../src/check/check-document.js';
import { lintProject } from '../../src/lint/lint-project.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { readText } from '../analysis/read-text.js';

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const MANIFEST = new URL('MANIFEST.tsv', CORPUS);
const LEDGER = new URL('../../fixtures/corpus/triage.tsv', import.meta.url);
const PAGE = new URL('../../docs/accuracy.md', import.meta.url);

const SEED = 'aoai-policy';
const SAMPLE_SIZE = 200;

const text = readFileSync(LEDGER, 'utf8');
const ledger = readTriageLedger(text);

describe('the ledger of judged findings', () => {
  test('is sorted by file, line, column and code', () => {
    const keys = ledger.findings.map(({ file, line, column, code }) => [file, String(line).padStart(6, '0'), String(column).padStart(6, '0'), code].join('\t'));
    expect(keys).toEqual([...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  test('has less than 2% wrong errors and less than 10% wrong warnings, the doubtful ones counted as wrong', () => {
    const errors = countVerdicts(ledger, 'error');
    const warnings = countVerdicts(ledger, 'warning');
    expect(errors.wrong / errors.all).toBeLessThan(0.02);
    expect((warnings.wrong + warnings.doubtful) / warnings.all).toBeLessThan(0.1);
  });

  test('has the figures that docs/accuracy.md gives', () => {
    expect(readFileSync(PAGE, 'utf8'), 'run npm run generate').toBe(accuracyPage(ledger));
  });
});

describe.skipIf(!existsSync(MANIFEST))('the findings on the documents', () => {
  const documents = existsSync(MANIFEST) ? corpusDocuments() : [];
  const files = new Set(documents.filter(({ origin }) => origin === 'file').map(({ file }) => file));
  const findings = documents.flatMap(({ file }) => findingsOf(file));
  const errors = findings.filter(({ file, severity }) => severity === 'error' && files.has(file)).map(placeOf);
  const warnings = findings.filter(({ severity }) => severity === 'warning').map(placeOf);
  const current = [...errors, ...sampleOf(warnings)];
  const judged = ledger.findings.map(({ file, line, column, severity, code }) => [file, line, column, severity, code].join('\t'));

  test('are of as many documents, with as many warnings, as the ledger says', () => {
    expect(text.split('\n', 1)[0], 'write this line at the top of fixtures/corpus/triage.tsv').toBe(triageExtent({ documents: documents.length, files: files.size, warnings: warnings.length }));
  });

  test('are all in the ledger', () => {
    expect(without(current, judged), 'look at each of these in its document, and add it to fixtures/corpus/triage.tsv with a verdict (right, wrong or doubtful) and a reason').toEqual([]);
  });

  test('are all that is in the ledger', () => {
    expect(without(judged, current), 'these are not reported any more: if that is meant, take them out of fixtures/corpus/triage.tsv').toEqual([]);
  });
});

function corpusDocuments(): { readonly file: string; readonly origin: string }[] {
  const [head = '', ...rows] = readFileSync(MANIFEST, 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return { file: cells[columns.indexOf('file')] ?? '', origin: cells[columns.indexOf('origin')] ?? '' };
  });
}

/** What `lint` says about a document by itself, with all rules at their own severities. */
function findingsOf(file: string): Diagnostic[] {
  const document = readText(readFileSync(new URL(file, CORPUS), 'utf8'), file);
  return [...checkDocument(document), ...lintProject({ documents: [document], resources: [] }, { rules: {} })];
}

function placeOf({ file, range: { start }, severity, code }: Diagnostic): string {
  return [file, start.line, start.column, severity, code].join('\t');
}

function sampleOf(places: readonly string[]): string[] {
  const rank = (place: string): string => createHash('sha256').update(`${SEED}\t${place}`).digest('hex');
  return places
    .map((place) => ({ place, rank: rank(place) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, SAMPLE_SIZE)
    .map(({ place }) => place);
}

/** The places of one list that the other does not have, or has not as often. */
function without(places: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return places.filter((place) => {
    const count = left.get(place) ?? 0;
    left.set(place, count - 1);
    return count <= 0;
  });
}
