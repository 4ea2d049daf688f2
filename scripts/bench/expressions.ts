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
const LIBRARY_ROUNDS = 9;
const LIBRARY_LIMIT_MS = 10;
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

/** What a cold start pays for the types: reading the library and asking it for what every expression needs. */
export async function typeLibraryLoad(): Promise<BenchResult> {
  const load = `
    const startedAt = performance.now();
    const { contextType, extensionMethods, typeNamed } = await import('./src/catalog/expressions/type-library.ts');
    for (const name of ['Request', 'Response', 'Variables']) contextType().definition.members.get(name);
    typeNamed('System.String').members.get('Split');
    extensionMethods('GetValueOrDefault');
    console.log(JSON.stringify(performance.now() - startedAt));`;
  const times: number[] = [];
  for (let round = 0; round < LIBRARY_ROUNDS; round++) times.push(Number(await bundledRun(load, '')));
  const median = times.toSorted((a, b) => a - b)[LIBRARY_ROUNDS >> 1] ?? Number.NaN;
  return {
    title: 'Type library',
    method: `loaded in a new process and asked for \`context\`, strings and one extension method, without the code that the program keeps; median of ${LIBRARY_ROUNDS} runs`,
    rows: [{ what: 'until it has answered', value: milliseconds(median) }],
    note: `Target: at most ${LIBRARY_LIMIT_MS} ms: ${median <= LIBRARY_LIMIT_MS ? 'met' : '**missed**'}. The program starts with code that earlier runs compiled, which this run does without.`,
  };
}

/** As the program runs it: bundled, in a process of its own. */
async function ourPasses(questions: readonly Question[]): Promise<OurPasses> {
  const passes = `
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
    console.log(JSON.stringify({ cold: cold.all, warm: warm.all, parsing: { cold: cold.parsing, warm: warm.parsing } }));`;
  const answer: unknown = JSON.parse(await bundledRun(passes, JSON.stringify(questions)));
  if (typeof answer !== 'object' || answer === null || !('parsing' in answer)) throw new Error('no times');
  return { ...asPasses(answer), parsing: asPasses(answer.parsing) };
}

/** What a module prints that is bundled and run in a new process with this standard input. */
async function bundledRun(contents: string, input: string): Promise<string> {
  const outdir = new URL(`node_modules/.cache/bench-expressions-${process.pid}/`, ROOT).pathname;
  try {
    // Split, so that what is imported when it runs is read when it runs.
    await build({ stdin: { contents, resolveDir: ROOT.pathname }, outdir, bundle: true, splitting: true, format: 'esm', outExtension: { '.js': '.mjs' }, platform: 'node', target: 'node20' });
    const { stdout, stderr, status } = spawnSync(process.execPath, [`${outdir}stdin.mjs`], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`the check of expressions failed: ${stderr}`);
    return stdout;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function asPasses(answer: unknown): Passes {
  if (typeof answer !== 'object' || answer === null || !('cold' in answer) || !('warm' in answer)) throw new Error('no times');
  return { cold: Number(answer.cold), warm: Number(answer.warm) };
}
