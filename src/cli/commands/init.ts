/** `aoai-policy init`: starts a project. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../model/usage-error.js';
import { CONFIG_NAMES } from '../../project/load-config.js';
import { writeNewFile } from '../../project/write-new-files.js';
import { defineCommand } from '../command.js';
import { EXIT_CODES } from '../exit-codes.js';
import { CI_SERVICES, INIT_CI, INIT_CONFIG, INIT_POLICY, INIT_TEST, type InitFile } from '../init-files.js';

export const init = defineCommand({
  name: 'init',
  describe: 'start a project: configuration, a policy, its test, a CI file',
  usage: '',
  examples: [
    ['aoai-policy init', 'in this folder, with a workflow for GitHub'],
    ['aoai-policy init --ci azure', 'with a pipeline for Azure DevOps'],
  ],
  options: {
    ci: { type: 'string', choices: CI_SERVICES, placeholder: 'service', describe: 'which CI file to write: github (the default) or azure' },
  },
  notes: 'Files that are there already are kept as they are. Exit codes: 0 done, 2 failure.',
  run(paths, options, { cwd, write }) {
    if (paths.length > 0) throw new UsageError("init writes into the working directory; name another one with '-C <dir>'");
    const config = CONFIG_NAMES.find((name) => existsSync(join(cwd, name)));
    const kept = (path: string): void => write(`kept     ${path}\n`);
    const bring = ({ path, text }: InitFile): boolean => {
      const isNew = writeNewFile(cwd, path, text);
      if (isNew) write(`written  ${path}\n`);
      else kept(path);
      return isNew;
    };
    if (config === undefined) bring(INIT_CONFIG);
    else kept(config);
    // The test is of this very policy.
    if (bring(INIT_POLICY)) bring(INIT_TEST);
    else if (existsSync(join(cwd, INIT_TEST.path))) kept(INIT_TEST.path);
    bring(INIT_CI[options.ci ?? 'github']);
    write(['', 'Next:', '  npm install --save-dev vitest   # for the test', '  npx aoai-policy build           # what it writes is for the repository too', '  npx vitest run', '', 'CI checks policies at once; node_modules/aoai-policy/docs/ci.md says how it gets to plan and push, too.', ''].join('\n'));
    return Promise.resolve(EXIT_CODES.clean);
  },
});
