/** `aoai-policy rules`: lists what lint looks for. */
import { CODE_DESCRIPTIONS } from '../../lint/code-descriptions.js';
import { UsageError } from '../../model/usage-error.js';
import { toolLocation } from '../../project/tool-location.js';
import { renderCodeList, renderCodeListJson } from '../../report/render-code-list.js';
import { defineCommand } from '../command.js';
import { EXIT_CODES } from '../exit-codes.js';

export const rules = defineCommand({
  name: 'rules',
  describe: 'list the rules and checks of lint',
  usage: '',
  examples: [
    ['aoai-policy rules', 'id, usual severity, first preset, problem'],
    ['aoai-policy rules --format json', 'for a program'],
  ],
  options: {
    format: { type: 'string', choices: ['text', 'json'], placeholder: 'format', describe: 'text (the default) or json' },
  },
  notes: "'aoai-policy explain <id>' says more about one of them.",
  run(paths, { format }, terminal) {
    if (paths.length > 0) throw new UsageError(`rules lists all rules; write 'aoai-policy explain ${paths[0] ?? ''}' for one of them`);
    terminal.write(format === 'json' ? renderCodeListJson(CODE_DESCRIPTIONS, toolLocation()) : renderCodeList(CODE_DESCRIPTIONS, { colors: terminal.hasColors('stdout') }));
    return Promise.resolve(EXIT_CODES.clean);
  },
});
