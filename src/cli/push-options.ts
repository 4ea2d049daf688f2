/** Options of `aoai-policy push`. */
import type { GLOBAL_OPTIONS, OptionDefinitions, OptionValues } from './command.js';
import { PLANNING_OPTIONS } from './plan-options.js';

const PUSH_FORMATS = ['pretty', 'json'] as const;

export const PUSH_OPTIONS = {
  ...PLANNING_OPTIONS,
  yes: { type: 'boolean', alias: 'y', describe: 'do not ask; for CI' },
  'dry-run': { type: 'boolean', describe: 'stop before anything is written: what plan does' },
  'overwrite-drift': { type: 'boolean', describe: 'with --yes: write over what others have changed since the last push' },
  'no-rollback': { type: 'boolean', describe: 'after a failure leave what was written; the default is to put back what stood there' },
  rollback: { type: 'boolean', describe: 'undo the last push to the environment: put back what stood there before' },
  format: { type: 'string', choices: PUSH_FORMATS, placeholder: 'format', describe: 'pretty (the default) or json, on standard output' },
} as const satisfies OptionDefinitions;

export type PushCommandOptions = OptionValues<typeof PUSH_OPTIONS & typeof GLOBAL_OPTIONS>;
