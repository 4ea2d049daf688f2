/** `aoai-policy completion`: prints what makes a shell complete commands and options. */
import { UsageError } from '../../model/usage-error.js';
import { defineCommand } from '../command.js';
import { COMMANDS } from '../commands.js';
import { completionScript, SHELLS } from '../completion-scripts.js';
import { EXIT_CODES } from '../exit-codes.js';

export const completion = defineCommand({
  name: 'completion',
  describe: 'print a script that completes commands, options and rule ids in a shell',
  usage: '<shell>',
  examples: [
    ['eval "$(aoai-policy completion bash)"', 'in ~/.bashrc'],
    ['eval "$(aoai-policy completion zsh)"', 'in ~/.zshrc, below compinit'],
    ['aoai-policy completion fish | source', 'in ~/.config/fish/config.fish'],
  ],
  options: {},
  words: SHELLS,
  async run(paths, _, terminal) {
    const [name, ...more] = paths;
    const shell = SHELLS.find((known) => known === name);
    if (shell === undefined || more.length > 0) throw new UsageError(`completion takes one shell: ${SHELLS.join(', ')}`);
    terminal.write(completionScript(shell, await Promise.all(Object.values(COMMANDS).map((load) => load()))));
    return EXIT_CODES.clean;
  },
});
