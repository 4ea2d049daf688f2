/** The command line of a push, for people to type. */
import { shellWord } from './shell-word.js';

export interface PushCommandLine {
  readonly environment: string;
  /** A saved plan, paths of a part of the project, or both. */
  readonly args: readonly string[];
  readonly config: string | undefined;
  readonly prune: boolean;
  readonly force: boolean;
}

/** With all that decides what is pushed; what answers a question of push, such as --yes, is for the user to give again. */
export function pushCommand({ environment, args, config, prune, force }: PushCommandLine): string {
  return [
    'aoai-policy push', ...args.map(shellWord), `--env ${environment}`,
    ...(config === undefined ? [] : [`--config ${shellWord(config)}`]), ...(prune ? ['--prune'] : []), ...(force ? ['--force'] : []),
  ].join(' ');
}
