/** The scripts, run by the shells that are installed: what is offered for a line is what the commands take. */
import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { SHELLS, type Shell } from '../../src/cli/completion-scripts.js';
import { CODE_DESCRIPTIONS } from '../../src/lint/code-descriptions.js';
import { buildCli, ROOT } from './built-cli.js';
import { runProgram } from './run-program.js';

const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
const LINES: readonly (readonly [line: readonly string[], offered: readonly string[]])[] = [
  [['li'], ['lint']],
  [[''], Object.keys(COMMANDS)],
  [['lint', '--fail-on', ''], ['info', 'warning', 'error']],
  [['lint', '--format', 's'], ['sarif']],
  [['init', '--ci', ''], ['github', 'azure']],
  [['explain', 'missing-b'], ['missing-base']],
  [['explain', ''], CODE_DESCRIPTIONS.map(({ code }) => code)],
  [['completion', ''], SHELLS],
  ...commands.map(({ name, options }) => [[name, '--'], Object.keys(options).map((option) => `--${option}`)] as const),
];

/** How each shell is asked what it would offer, the script and the words being its arguments; one word a line. */
const ASK: Readonly<Record<Shell, (script: string, words: readonly string[]) => string>> = {
  bash: (script, words) =>
    execFileSync('bash', ['--norc', '-c', `${script}\nCOMP_WORDS=(aoai-policy "$@"); COMP_CWORD=$#; _aoai_policy; printf '%s\\n' "\${COMPREPLY[@]}"`, 'bash', ...words], { encoding: 'utf8' }),
  // Here the completion system picks the words that fit what is typed.
  zsh: (script, words) =>
    execFileSync(
      'zsh',
      ['-f', '-c', `autoload -U compinit; compinit -u -D\n${script}\nCOMP_WORDS=(aoai-policy "$@"); COMP_CWORD=$#; compgen -F _aoai_policy -- "\${@[-1]}"`, 'zsh', ...words],
      { encoding: 'utf8' },
    ).split('\n').filter((word) => word.startsWith(words.at(-1) ?? '')).join('\n'),
  fish: (script, words) =>
    execFileSync('fish', ['--no-config', '-c', `${script}\ncomplete --do-complete '${['aoai-policy', ...words].join(' ')}'`], { encoding: 'utf8' }).replaceAll(/\t.*/gu, ''),
};

const isInstalled = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

beforeAll(buildCli);

async function scriptFor(shell: Shell): Promise<string> {
  const { exitCode, stdout, stderr } = await runProgram(['completion', shell], { cwd: ROOT });
  expect([exitCode, stderr]).toEqual([0, '']);
  return stdout;
}

describe.each(SHELLS)('%s', (shell) => {
  test.runIf(isInstalled(shell))('offers what the commands take', async () => {
    const script = await scriptFor(shell);
    for (const [words, offered] of LINES) expect(ASK[shell](script, words).trim().split('\n').sort(), words.join(' ')).toEqual([...offered].sort());
  });

  test('is told of every command and option', async () => {
    const script = await scriptFor(shell);
    for (const { name, options } of commands) {
      const mentions = Object.keys(options).map((option) => (shell === 'fish' ? `-l ${option} ` : `--${option}`));
      expect([name, ...mentions].filter((mention) => !script.includes(mention))).toEqual([]);
    }
  });
});
