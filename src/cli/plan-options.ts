/** Options of the commands that plan. */
import type { OptionDefinitions } from './command.js';

export const ENVIRONMENT_OPTION = { type: 'string', placeholder: 'name', describe: "the environment of the configuration; not needed when there is one only" } as const;

export const PLANNING_OPTIONS = {
  env: ENVIRONMENT_OPTION,
  prune: { type: 'boolean', describe: 'delete too what an earlier push of this project created and the project does not hold any more' },
  force: { type: 'boolean', describe: 'go on in spite of what lint finds' },
} as const satisfies OptionDefinitions;
