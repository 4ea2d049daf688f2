/** The canonical layout of well-formed policies, against prettier with its XML plugin: as functions in one process, and as programs. */
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import plugin from '@prettier/plugin-xml';
import { build } from 'esbuild';
import { format } from 'prettier';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';
import { ROOT } from '../build/root.js';
import { commandTimes, functionTimes } from './measure.js';
import { CLI } from './program.js';
import { atLeast, milliseconds, type BenchResult } from './result.js';
import { corpusFiles } from './sample-policies.js';

const WARM_UPS = 5;
const ROUNDS = 15;
const PROCESS_ROUNDS = 3;

const require = createRequire(import.meta.url);
const PRETTIER = require.resolve('prettier/bin/prettier.cjs');
const PLUGIN = require.resolve('@prettier/plugin-xml');

export async function formatting(): Promise<BenchResult> {
  const title = 'Formatting';
  const files = corpusFiles();
  if (files === undefined) return { title, method: 'not measured: ../shared/corpus is not there', rows: [] };
  const taken = await formattable(files);
  const texts = taken.map(({ text }) => text);
  const formatOurs = await builtFormat();
  const times = await functionTimes(
    {
      ours: () => texts.map(formatOurs),
      peer: async () => {
        for (const text of texts) await prettierXml(text);
      },
    },
    { warmUps: WARM_UPS, rounds: ROUNDS },
  );
  const paths = taken.map(({ file }) => file);
  const programs = commandTimes(
    {
      ours: { file: process.execPath, args: [CLI, 'format', '--check', ...paths] },
      peer: { file: process.execPath, args: [PRETTIER, '--check', '--parser', 'xml', '--plugin', PLUGIN, '--xml-whitespace-sensitivity', 'ignore', ...paths] },
    },
    PROCESS_ROUNDS,
  );
  return {
    title: 'Formatting',
    method: `the ${texts.length} well-formed documents of the corpus that both take, by functions in one process, ours with its proof that the policy stays the same; medians of ${ROUNDS} rounds in turns behind ${WARM_UPS} to warm up`,
    rows: [
      { what: 'prettier with @prettier/plugin-xml', value: milliseconds(times.peer) },
      { what: '`aoai-policy format`', value: milliseconds(times.ours) },
      { what: 'a process of `prettier --check` with the same documents', value: milliseconds(programs.peer) },
      { what: 'a process of `aoai-policy format --check`', value: milliseconds(programs.ours) },
    ],
    ratio: atLeast(times.ours, times.peer, 20),
    note: [
      'The ratio is that of the functions. Ours also reads its result again and compares it with the document, so that formatting cannot change a policy: the two',
      'reads and the comparison are the floor as long as that proof is made.',
    ].join('\n'),
  };
}

/** As it is in the program: what runs the bench itself would name each of its functions anew at every call. */
async function builtFormat(): Promise<(text: string) => string> {
  const outfile = new URL(`node_modules/.cache/bench-format-${process.pid}.mjs`, ROOT).pathname;
  try {
    await build({
      stdin: {
        contents: "import { formatPolicy } from './src/emit/format-policy.js'; import { parseXml } from './src/syntax/xml/parse-xml.js'; export const format = (text) => formatPolicy(parseXml(text));",
        resolveDir: ROOT.pathname,
      },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
    });
    const module: { format: (text: string) => string } = await import(pathToFileURL(outfile).href);
    return module.format;
  } finally {
    rmSync(outfile, { force: true });
  }
}

function prettierXml(text: string): Promise<string> {
  return format(text, { parser: 'xml', plugins: [plugin], xmlWhitespaceSensitivity: 'ignore' });
}

/** What both read; prettier refuses some, bare snippets of several elements among them. */
async function formattable(files: readonly string[]): Promise<{ file: string; text: string }[]> {
  const taken: { file: string; text: string }[] = [];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const xml = parseXml(text);
    if (xml.encoding !== 'xml' || xml.problems.length > 0) continue;
    const isTaken = await prettierXml(text).then(() => true, () => false);
    if (isTaken) taken.push({ file, text });
  }
  return taken;
}
