/** How long a pre-commit hook waits: the whole process of `lint` on one policy of 5 KB, against node that does nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { CLI } from './program.js';
import { commandTimes, type Command } from './measure.js';
import { atMost, milliseconds, type BenchResult } from './result.js';
import { policyOfBytes } from './sample-policies.js';

const BYTES = 5 * 1024;
const ROUNDS = 41;

export function coldStart(): BenchResult {
  const folder = mkdtempSync(join(tmpdir(), 'aoai-policy-bench-'));
  try {
    const file = join(folder, 'chat.xml');
    writeFileSync(file, policyOfBytes(BYTES));
    const node = (...args: string[]): Command => ({ file: process.execPath, args });
    const times = commandTimes({ node: node('-e', '0'), version: node(CLI, '--version'), lint: node(CLI, 'lint', file) }, ROUNDS);
    return {
      title: 'Cold start',
      method: `a process of \`aoai-policy lint\` on one policy of ${BYTES / 1024} KB against \`node -e 0\`; medians of ${ROUNDS} runs in turns`,
      rows: [
        { what: '`node -e 0`', value: milliseconds(times.node) },
        { what: '`aoai-policy --version`, the floor: the program is loaded and does nothing', value: milliseconds(times.version) },
        { what: '`aoai-policy lint chat.xml`', value: milliseconds(times.lint) },
      ],
      ratio: atMost(times.lint, times.node, 1.6),
      note: [
        'The floor is what loading the program costs. The rest is reading back the code that earlier runs compiled, and check and rules run once in code that V8',
        'interprets: each part of the type library, of the data flow and of the rules is touched for the first time.',
      ].join('\n'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
