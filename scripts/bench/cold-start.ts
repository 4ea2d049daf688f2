/** How long a pre-commit hook waits: the whole process of `lint` on one policy of 5 KB, against node that does nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { CLI } from './program.js';
import { commandTimes } from './measure.js';
import { atMost, milliseconds, type BenchResult } from './result.js';
import { policyOfBytes } from './sample-policies.js';

const BYTES = 5 * 1024;
const ROUNDS = 41;

export function coldStart(): BenchResult {
  const folder = mkdtempSync(join(tmpdir(), 'aoai-policy-bench-'));
  try {
    const file = join(folder, 'chat.xml');
    writeFileSync(file, policyOfBytes(BYTES));
    const times = commandTimes({ node: { file: process.execPath, args: ['-e', '0'] }, lint: { file: process.execPath, args: [CLI, 'lint', file] } }, ROUNDS);
    return {
      title: 'Cold start',
      method: `a process of \`aoai-policy lint\` on one policy of ${BYTES / 1024} KB against \`node -e 0\`; medians of ${ROUNDS} runs in turns`,
      rows: [
        { what: '`node -e 0`', value: milliseconds(times.node) },
        { what: '`aoai-policy lint chat.xml`', value: milliseconds(times.lint) },
      ],
      ratio: atMost(times.lint, times.node, 1.6),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
