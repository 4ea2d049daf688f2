/** Linting many policies in one process, against xmllint (libxml2, C), which only asks whether the files are well-formed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { commandTimes, hasProgram, peakMemory, type Command } from './measure.js';
import { CLI } from './program.js';
import { atMost, milliseconds, type BenchResult } from './result.js';
import { corpusFiles, readAll } from './sample-policies.js';

const ROUNDS = 9;

export function corpusLint(): BenchResult {
  const title = 'Lint of the dev corpus';
  const files = corpusFiles();
  if (files === undefined) return { title, method: 'not measured: ../shared/corpus is not there', rows: [] };
  const lint: Command = { file: process.execPath, args: [CLI, 'lint', '--format', 'concise', ...files] };
  const memory = { what: 'most memory held', value: `${Math.round(peakMemory(lint.args, process.cwd()))} MiB` };
  const method = `one process of \`aoai-policy lint\` with all ${files.length} documents against one of \`xmllint --noout\` with the same; medians of ${ROUNDS} runs in turns`;
  if (!hasProgram('xmllint')) {
    const { ours } = commandTimes({ ours: lint }, ROUNDS);
    return { title, method, rows: [{ what: '`aoai-policy lint`', value: milliseconds(ours) }, memory], note: 'xmllint is not installed (Debian: libxml2-utils), so there is nothing to compare with.' };
  }
  const floor: Command = { file: process.execPath, args: [CLI, 'format', '--check', ...files] };
  const times = commandTimes({ peer: { file: 'xmllint', args: ['--noout', ...files] }, ours: lint, floor }, ROUNDS);
  return {
    title,
    method,
    rows: [
      { what: '`xmllint --noout`', value: milliseconds(times.peer) },
      { what: '`aoai-policy lint`', value: milliseconds(times.ours) },
      { what: '`aoai-policy format --check`, which reads their XML twice and no C#: the floor', value: milliseconds(times.floor) },
      memory,
    ],
    ratio: atMost(times.ours, times.peer, 10),
    note: [
      'xmllint asks whether the files are well-formed XML; lint also parses and types their C#, holds them to the catalogue, follows their data and runs every',
      'rule, in code that V8 is still compiling. Types and data flow are the largest parts of what lies above the floor.',
    ].join('\n'),
  };
}

/** Documents of the corpus, again and again, up to ten thousand: the time for each must not grow. */
export function growth(): BenchResult {
  const title = 'Growth';
  const files = corpusFiles();
  if (files === undefined) return { title, method: 'not measured: ../shared/corpus is not there', rows: [] };
  const texts = readAll(files);
  const folder = mkdtempSync(join(tmpdir(), 'aoai-policy-bench-'));
  try {
    const perDocument = [100, 1_000, 10_000].map((count) => {
      const target = join(folder, String(count));
      for (let index = 0; index < count; index++) {
        // Every hundredth-and-so document, so that small samples are like large ones.
        const text = texts[(index * 7919) % texts.length] ?? '';
        const place = join(target, String(index % 100));
        mkdirSync(place, { recursive: true });
        writeFileSync(join(place, `${index}.xml`), text);
      }
      const { lint } = commandTimes({ lint: { file: process.execPath, args: [CLI, 'lint', '--format', 'concise', '.'], cwd: target } }, 3);
      return { count, lint };
    });
    const rate = ({ count, lint }: { count: number; lint: number }): number => lint / count;
    const [, small, large] = perDocument;
    return {
      title,
      method: 'one process of `aoai-policy lint` on a folder of documents of the corpus; medians of 3 runs',
      rows: perDocument.map((item) => ({ what: `${item.count} documents`, value: `${milliseconds(item.lint)}, ${(rate(item) * 1000).toFixed(0)} µs for each` })),
      ...(small === undefined || large === undefined ? {} : { ratio: { ...atMost(rate(large), rate(small), 1.2), target: 'time for each document at 10,000 at most 1.2 times that at 1,000' } }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
