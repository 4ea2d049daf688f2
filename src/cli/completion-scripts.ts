/** Completion scripts for shells, made from the definitions of the commands. */
import type { Command, OptionDefinition } from './command.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** @returns a script that the shell evaluates; ends with a line break */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  return SCRIPTS[shell](commands);
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Command[]) => string>> = {
  bash: (commands) => `# In ~/.bashrc: eval "$(aoai-policy completion bash)"\n${bashFunction(commands)}`,
  // zsh runs functions written for bash, of those that it has loaded this for.
  zsh: (commands) => `# In ~/.zshrc, below compinit: eval "$(aoai-policy completion zsh)"\nautoload -U +X bashcompinit && bashcompinit\n${bashFunction(commands)}`,
  fish: fishScript,
};

function bashFunction(commands: readonly Command[]): string {
  return `_aoai_policy() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command='' options='' words='' index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "\${COMP_WORDS[index]}" in
      ${commands.map(({ name }) => name).join('|')}) command="\${COMP_WORDS[index]}"; break ;;
    esac
  done
  COMPREPLY=()
  case "$command" in
    '') COMPREPLY=($(compgen -W '${commands.map(({ name }) => name).join(' ')}' -- "$current")); return ;;
${commands.map(bashCase).join('\n')}
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [[ -n "$words" ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
}
complete -o default -o bashdefault -F _aoai_policy aoai-policy
`;
}

function bashCase({ name, options, words = [] }: Command): string {
  const chosen = Object.entries(options).filter(([, { choices }]) => choices !== undefined);
  const values = chosen.map(([option, { choices = [] }]) => `        --${option}) COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$current")); return ;;\n`);
  return [
    `    ${name})\n`,
    ...(values.length === 0 ? [] : ['      case "$previous" in\n', ...values, '      esac\n']),
    `      options='${Object.keys(options).map((option) => `--${option}`).join(' ')}'`,
    ...(words.length === 0 ? [] : [`\n      words='${words.join(' ')}'`]),
    ' ;;',
  ].join('');
}

function fishScript(commands: readonly Command[]): string {
  return [
    '# In ~/.config/fish/config.fish: aoai-policy completion fish | source',
    ...commands.map(({ name, describe }) => `complete -c aoai-policy -n __fish_use_subcommand -f -a ${name} -d ${quoted(describe)}`),
    ...commands.flatMap(({ name, options, words = [] }) => {
      const start = `complete -c aoai-policy -n '__fish_seen_subcommand_from ${name}'`;
      return [
        ...(words.length === 0 ? [] : [`${start} -f -a ${quoted(words.join(' '))}`]),
        ...Object.entries(options).map(([option, definition]) => `${start} ${fishOption(option, definition)}`),
      ];
    }),
    '',
  ].join('\n');
}

function fishOption(name: string, { describe, type, alias, choices }: OptionDefinition): string {
  const value = choices !== undefined ? ` -x -a ${quoted(choices.join(' '))}` : type === 'string' ? ' -r' : '';
  return `-l ${name}${alias === undefined ? '' : ` -s ${alias}`}${value} -d ${quoted(describe)}`;
}

/** In single quotes, as fish reads them. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
