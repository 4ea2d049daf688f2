/** Runs one of the C# judges in this folder. Needs dotnet; the ordinary tests need only what was recorded. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes each question as a line of JSON to the judge in `project` and gives its answers, lines of JSON too, in order. */
export function askDotnet(project: URL, questions: readonly object[], programArguments: readonly string[] = []): unknown[] {
  const answers = runDotnet(project, questions, programArguments);
  if (answers.length !== questions.length) throw new Error(`dotnet answered ${String(answers.length)} of ${String(questions.length)} questions`);
  return answers;
}

/** Runs the program in `project` with these lines of JSON as its standard input and gives the lines of JSON that it writes. */
export function runDotnet(project: URL, lines: readonly object[], programArguments: readonly string[]): unknown[] {
  const artifacts = mkdtempSync(join(tmpdir(), 'judge-'));
  try {
    const input = lines.map((line) => JSON.stringify(line)).join('\n');
    const args = ['run', '--project', fileURLToPath(project), '--artifacts-path', artifacts, '--', ...programArguments];
    const run = spawnSync('dotnet', args, { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (run.error !== undefined || run.status !== 0) throw new Error(`dotnet failed: ${run.error?.message ?? run.stdout + run.stderr}`);
    return run.stdout.trimEnd().split('\n').map((line): unknown => JSON.parse(line));
  } finally {
    rmSync(artifacts, { recursive: true, force: true });
  }
}

/** Writes one verdict a line, so that changes can be read. */
export function writeVerdicts(file: URL, verdicts: readonly (readonly [string, unknown])[]): void {
  writeFileSync(file, `{\n${verdicts.map(([key, verdict]) => `${JSON.stringify(key)}: ${JSON.stringify(verdict)}`).join(',\n')}\n}\n`);
}
