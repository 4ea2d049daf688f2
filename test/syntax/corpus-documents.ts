/** The real policy documents in ../shared/corpus, for tests that measure the readers on them. */
import { existsSync, readFileSync } from 'node:fs';

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);

export const hasCorpus = existsSync(new URL('MANIFEST.tsv', CORPUS));

export interface CorpusDocument {
  readonly file: string;
  /** How it stood where it was found: `file`, `md-fence`, `json-string`, … */
  readonly origin: string;
  readonly text: string;
}

/** All documents, in the order of the manifest. */
export function corpusDocuments(): CorpusDocument[] {
  const [head = [], ...rows] = readFileSync(new URL('MANIFEST.tsv', CORPUS), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  const fileColumn = head.indexOf('file');
  const originColumn = head.indexOf('origin');
  return rows.map((row) => {
    const file = row[fileColumn] ?? '';
    return { file, origin: row[originColumn] ?? '', text: readFileSync(new URL(file, CORPUS), 'utf8') };
  });
}
