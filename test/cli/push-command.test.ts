/** The push that people are told to make next. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Interruption } from '../../src/cli/interruption.js';
import { pushCommand } from '../../src/cli/push-command.js';
import { nextSteps } from '../../src/cli/push-report.js';

const PLAIN = { environment: 'dev', args: [], config: undefined, prune: false, force: false };

test.each([
  ['of a whole project', {}, 'aoai-policy push --env dev'],
  ['of a part of it', { args: ['policies/chat.ts', 'policy fragments'] }, "aoai-policy push policies/chat.ts 'policy fragments' --env dev"],
  ['that prunes', { prune: true }, 'aoai-policy push --env dev --prune'],
  ['with all that decides what is pushed', { args: ['a.ts'], config: 'other/aoai-policy.config.ts', force: true }, 'aoai-policy push a.ts --env dev --config other/aoai-policy.config.ts --force'],
])('a push %s', (_, more, command) => {
  expect(pushCommand({ ...PLAIN, ...more })).toBe(command);
});

test.each([
  ['failed', new Error('refused'), 'next: mend the cause, then aoai-policy push --env dev --prune\n'],
  ['was stopped', new Interruption('SIGINT'), 'next: aoai-policy push --env dev --prune\n'],
])('after a push that %s it is the same once more', (_, cause, line) => {
  const again = pushCommand({ ...PLAIN, prune: true });
  expect(nextSteps({ outcome: 'rolled-back', resources: [], journal: resolve('j'), cause }, { environment: 'dev', again, cwd: resolve('.') })).toBe(line);
});
