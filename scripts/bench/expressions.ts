/** Parsing and typing policy expressions, against Roslyn on the same expressions. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { runDotnet } from '../../test/oracle/ask-dotnet.js';
import { corpusExpressions, hasCorpus } from '../../test/syntax/csharp/corpus-expressions.js';
import { ROOT } from '../build/root.js';
import { hasProgram } from './measure.js';
import { atLeast, milliseconds, type BenchResult } from './result.js';

const FACTS = fileURLToPath(new URL('../shared/reference/expressions.json', ROOT));
const JUDGE = new URL('test/oracle/csharp-types/', ROOT);

interface Question {
  readonly form: string;
  readonly code: string;
}

/** Milliseconds for all expressions: in the first pass of a new process, and when it is warm. */
interface Passes {
  readonly cold: number;
  readonly warm: number;
}

interface OurPasses extends Passes {
  /** Of the passes, what parsing takes: the floor of a check. */
  readonly parsing: Passes;
}

const NOTES: Readonly<Record<keyof Passes, string>> = {
  warm: 'V8 still compiles in the third pass; overload resolution with its conversions is the largest part of what is no parsing.',
  cold: 'Roslyn is compiled ahead of time, ours is interpreted at first: most of the pass is code that runs for the first time.',
};

/** Two results: warm and cold have targets of their own. */
export async function expressionTimes(): Promise<BenchResult[]> {
  const title = 'Types of expressions';
  if (!hasCorpus) return [{ title, method: 'not measured: ../shared/corpus is not there', rows: [] }];
  const questions = corpusExpressions().map(({ form, code }) => ({ form, code }));
  const ours = await ourPasses(questions);
  const method = `all ${questions.length} different expressions of the corpus, each parsed and bound by itself, without the start of the process`;
  if (!hasProgram('dotnet')) {
    const rows = [{ what: 'ours, cold', value: milliseconds(ours.cold) }, { what: 'ours, warm', value: milliseconds(ours.warm) }];
    return [{ title, method, rows, note: 'dotnet is not installed, so there is no Roslyn to compare with.' }];
  }
  const [roslyn] = runDotnet(JUDGE, questions, [FACTS, '--times']).map(asPasses);
  if (roslyn === undefined) throw new Error('Roslyn gave no times');
  return (['warm', 'cold'] as const).map((state) => ({
    title: `${title}, ${state}`,
    method: `${method}; ${state === 'warm' ? 'the third pass of a process' : 'the first pass of a new process, with the JIT of both and what they load'}`,
    rows: [
      { what: 'Roslyn', value: milliseconds(roslyn[state]) },
      { what: 'ours', value: milliseconds(ours[state]) },
      { what: 'ours, of that parsing', value: milliseconds(ours.parsing[state]) },
    ],
    ratio: atLeast(ours[state], roslyn[state], state === 'warm' ? 20 : 50),
    note: NOTES[state],
  }));
}

/** As the program runs it: bundled, in a process of its own. */
async function ourPasses(questions: readonly Question[]): Promise<OurPasses> {
  const outfile = new URL(`node_modules/.cache/bench-expressions-${process.pid}.mjs`, ROOT).pathname;
  try {
    await build({
      stdin: {
        contents: `
          import { readFileSync } from 'node:fs';
          import { checkExpression } from './src/check/expressions/check-expression.ts';
          import { parseCode } from './src/syntax/csharp/parse-code.ts';
          const questions = JSON.parse(readFileSync(0, 'utf8'));
          function pass() {
            const startedAt = performance.now();
            let parsing = 0;
            for (const { form, code } of questions) {
              const parsedFrom = performance.now();
              const parsed = parseCode(code, form).code;
              parsing += performance.now() - parsedFrom;
              checkExpression(parsed);
            }
            return { all: performance.now() - startedAt, parsing };
          }
          const cold = pass();
          pass();
          const warm = pass();
          console.log(JSON.stringify({ cold: cold.all, warm: warm.all, parsing: { cold: cold.parsing, warm: warm.parsing } }));`,
        resolveDir: ROOT.pathname,
      },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
    });
    const { stdout, stderr, status } = spawnSync(process.execPath, [outfile], { input: JSON.stringify(questions), encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`the check of expressions failed: ${stderr}`);
    const answer: unknown = JSON.parse(stdout);
    if (typeof answer !== 'object' || answer === null || !('parsing' in answer)) throw new Error('no times');
    return { ...asPasses(answer), parsing: asPasses(answer.parsing) };
  } finally {
    rmSync(outfile, { force: true });
  }
}

function asPasses(answer: unknown): Passes {
  if (typeof answer !== 'object' || answer === null || !('cold' in answer) || !('warm' in answer)) throw new Error('no times');
  return { cold: Number(answer.cold), warm: Number(answer.warm) };
}
