/** Options of commands that look for findings. */
import { SEVERITIES } from '../model/severity.js';
import type { OptionDefinitions } from './command.js';
import { REPORT_FORMATS } from './report-targets.js';

export const FINDING_OPTIONS = {
  format: {
    type: 'string',
    multiple: true,
    choices: REPORT_FORMATS,
    takesFile: true,
    placeholder: 'format[=file]',
    describe: 'layout of the report; repeat for more, all but one with a file. Default: pretty on a terminal, else concise',
  },
  'fail-on': { type: 'string', choices: SEVERITIES, placeholder: 'severity', describe: 'least severity that makes the exit code 1. Default: error' },
  rule: { type: 'string', multiple: true, placeholder: 'id=level', describe: 'level of a rule (off, info, warning, error); repeat for more' },
  watch: { type: 'boolean', alias: 'w', describe: 'run again whenever something changes, until Ctrl-C' },
  quiet: { type: 'boolean', alias: 'q', describe: 'show errors only; the exit code stays what it is' },
  'stdin-filename': { type: 'string', placeholder: 'name', describe: 'the name under which standard input is reported' },
} as const satisfies OptionDefinitions;
