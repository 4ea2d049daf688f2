/** What Roslyn said about C#, as recorded in fixtures/csharp by test/oracle/csharp-syntax/record.ts. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const SNIPPET_VERDICTS = new URL('../../../fixtures/csharp/snippets.verdicts.json', import.meta.url);
export const CORPUS_VERDICTS = new URL('../../../fixtures/csharp/corpus.verdicts.json', import.meta.url);

/** Errors about syntax and language version, `CS1002@12 ; expected` each, by snippet; none when Roslyn takes it. */
export function snippetVerdicts(): ReadonlyMap<string, readonly string[]> {
  return readVerdicts(SNIPPET_VERDICTS);
}

/** Ids of the errors by the expression's hash: the corpus is not ours to copy. */
export function corpusVerdicts(): ReadonlyMap<string, readonly string[]> {
  return readVerdicts(CORPUS_VERDICTS);
}

/** Stands for an expression of the corpus. */
export function expressionHash(form: string, code: string): string {
  return createHash('sha256').update(`${form} ${code}`).digest('hex').slice(0, 16);
}

function readVerdicts(file: URL): ReadonlyMap<string, readonly string[]> {
  const verdicts: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof verdicts !== 'object' || verdicts === null) throw new Error(`${file.pathname} holds no verdicts`);
  return new Map(Object.entries(verdicts));
}
