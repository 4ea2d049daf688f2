/** `aoai-policy print-config`: shows the configuration that holds. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CODE_DESCRIPTIONS } from '../../lint/code-descriptions.js';
import { checkRuleIds, presetLevels } from '../../lint/configured-levels.js';
import { ConfiguredLevels } from '../../lint/rule-level.js';
import { UsageError } from '../../model/usage-error.js';
import { shownPath } from '../../project/find-files.js';
import { loadConfig } from '../../project/load-config.js';
import { ruleOverrides } from '../../project/rule-overrides.js';
import { defineCommand } from '../command.js';
import { EXIT_CODES } from '../exit-codes.js';
import { shownEnvironments } from '../shown-environments.js';

export const printConfig = defineCommand({
  name: 'print-config',
  describe: 'show the configuration that holds, and where it came from',
  usage: '[file]',
  examples: [
    ['aoai-policy print-config', 'the configuration, defaults filled in'],
    ['aoai-policy print-config apis/chat/policy.xml', "the levels that hold for a file, 'overrides' included"],
  ],
  options: {},
  notes: [
    "JSON: 'file' is the configuration's, null when there is none; paths in it are relative to 'directory'. 'levels' are those that",
    "'extends', 'rules' and 'overrides' set; rules that are not in it run at their own severities. Values of 'environments' that look like",
    'secrets are shown as ***.',
  ].join('\n'),
  async run(paths, options, terminal) {
    const { cwd, writeBytesToError } = terminal;
    const [path, ...more] = paths;
    if (more.length > 0) throw new UsageError("print-config takes one file: 'aoai-policy print-config [file]'");
    if (path !== undefined && !existsSync(resolve(cwd, path))) throw new UsageError(`no such file: '${path}'`);
    const loaded = await loadConfig({ cwd, ...(options.config === undefined ? {} : { configFile: options.config }), onOutput: writeBytesToError });
    checkRuleIds(loaded.rules);
    const { file = null, directory, environments, ...settings } = loaded;
    const config = { ...settings, environments: shownEnvironments(environments) };
    const configured = { ...presetLevels(config.extends), ...config.rules };
    const levels = path === undefined ? new ConfiguredLevels(configured, []) : new ConfiguredLevels(configured, await ruleOverrides(loaded, cwd));
    const shown = path === undefined ? '' : shownPath(cwd, resolve(cwd, path));
    const set = CODE_DESCRIPTIONS.flatMap(({ code }) => {
      const level = levels.of(code, shown);
      return level === undefined ? [] : [[code, level] as const];
    });
    terminal.write(`${JSON.stringify({ file, directory, config, levels: Object.fromEntries(set) }, undefined, 2)}\n`);
    return EXIT_CODES.clean;
  },
});
