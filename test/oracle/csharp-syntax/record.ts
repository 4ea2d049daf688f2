/** Asks Roslyn about our C# snippets and the corpus' expressions and records what it says. Needs dotnet; the tests need only the record. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpusExpressions, hasCorpus } from '../../syntax/csharp/corpus-expressions.js';
import { snippets } from '../../syntax/csharp/snippets.js';
import { CORPUS_VERDICTS, expressionHash, SNIPPET_VERDICTS } from '../../syntax/csharp/verdicts.js';

interface Question {
  readonly form: string;
  readonly code: string;
}

/** The errors for each, in order. */
function judge(questions: readonly Question[]): string[][] {
  const artifacts = mkdtempSync(join(tmpdir(), 'csharp-syntax-'));
  try {
    const input = questions.map(({ form, code }) => JSON.stringify({ form, code })).join('\n');
    const args = ['run', '--project', fileURLToPath(new URL('.', import.meta.url)), '--artifacts-path', artifacts];
    const run = spawnSync('dotnet', args, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (run.error !== undefined || run.status !== 0) throw new Error(`dotnet failed: ${run.error?.message ?? run.stdout + run.stderr}`);
    return run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  } finally {
    rmSync(artifacts, { recursive: true, force: true });
  }
}

/** One verdict a line, so that changes can be read. */
function record(file: URL, verdicts: readonly (readonly [string, readonly string[]])[]): void {
  writeFileSync(file, `{\n${verdicts.map(([key, errors]) => `${JSON.stringify(key)}: ${JSON.stringify(errors)}`).join(',\n')}\n}\n`);
}

const ours = snippets();
const theirs = hasCorpus ? corpusExpressions() : [];
const verdicts = judge([...ours, ...theirs]);
const errorsOf = (index: number): string[] => verdicts[index] ?? [];

record(SNIPPET_VERDICTS, ours.map(({ text }, index) => [text, errorsOf(index)]));
if (hasCorpus) {
  const byHash = theirs.map(({ form, code }, index): [string, string[]] => [expressionHash(form, code), errorsOf(ours.length + index).map((error) => error.replace(/@.*/s, ''))]);
  record(CORPUS_VERDICTS, byHash.sort(([a], [b]) => (a < b ? -1 : 1)));
}
