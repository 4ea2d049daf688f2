/** `aoai-policy pull`: writes what a service holds to files. */
import { resolve } from 'node:path';
import { UsageError } from '../../model/usage-error.js';
import { chooseEnvironment } from '../../project/choose-environment.js';
import { shownPath } from '../../project/find-files.js';
import { loadConfig } from '../../project/load-config.js';
import { toolLocation } from '../../project/tool-location.js';
import { comparePulled } from '../../publish/pull/compare-pulled.js';
import { layoutOf } from '../../publish/pull/pull-layout.js';
import { pulledFiles } from '../../publish/pull/pulled-files.js';
import { readLiveResources } from '../../publish/pull/read-live-resources.js';
import { withoutDeclared } from '../../publish/pull/without-declared.js';
import { writePulled } from '../../publish/pull/write-pulled.js';
import { type PullReport, pullSummary, renderPull, renderPullJson } from '../../report/render-pull.js';
import { defineCommand } from '../command.js';
import { connectEnvironment } from '../connected-environment.js';
import { declaredResources } from '../declared-resources.js';
import { EXIT_CODES } from '../exit-codes.js';
import { ENVIRONMENT_OPTION } from '../plan-options.js';
import { ReadProgress } from '../read-progress.js';
import { Stopwatch } from '../stopwatch.js';

const PULL_FORMATS = ['pretty', 'json'] as const;

export const pull = defineCommand({
  name: 'pull',
  describe: 'write what a service holds to files',
  usage: '',
  examples: [
    ['aoai-policy pull --env prod', "policies, fragments, backends and named values, beside the configuration"],
    ['aoai-policy pull --env prod --out ../prod', 'into another folder; in one of the project, all would be declared twice'],
    ['aoai-policy pull --env prod --check', 'for CI: writes nothing, and exits with 1 when a file says something else'],
  ],
  options: {
    env: ENVIRONMENT_OPTION,
    out: { type: 'string', alias: 'o', placeholder: 'dir', describe: "folder to write to. Default: the configuration's" },
    force: { type: 'boolean', describe: 'write over files that hold something else' },
    check: { type: 'boolean', describe: 'write nothing; exit with 1 when files are missing or hold something else' },
    format: { type: 'string', choices: PULL_FORMATS, placeholder: 'format', describe: 'pretty (the default) or json, on standard output' },
  },
  notes: [
    'Files are those of apiops, apis/<api>/policy.xml, backends/<id>/backendInformation.json and so on: lint reads them, and push takes them back. No secret is',
    'written. When a file holds something else, nothing is written at all without --force. What TypeScript or a file elsewhere declares is left out, but with',
    '--out; files of what the service does not have are left alone.',
    'Exit codes: 0 written, 1 files that hold something else, 2 failure.',
  ].join('\n'),
  async run(paths, options, terminal) {
    if (paths.length > 0) throw new UsageError(`pull takes all of a service; leave out '${paths.join(' ')}', or name a folder to write to with --out`);
    if (options.check && options.force) throw new UsageError('--check writes nothing, and --force says to write; leave out one');
    const stopwatch = new Stopwatch();
    const { cwd, writeBytesToError } = terminal;
    const config = await loadConfig({ cwd, ...(options.config === undefined ? {} : { configFile: options.config }), onOutput: writeBytesToError });
    const environment = chooseEnvironment(config, options.env);
    const folder = options.out === undefined ? config.directory : resolve(cwd, options.out);
    const arm = await connectEnvironment(environment, options, terminal);
    const progress = new ReadProgress(terminal);
    const live = await readLiveResources(arm, { onProgress: ({ read, known }) => progress.show(read, known) }).finally(() => progress.end());
    const pulled = pulledFiles(live, { content: config.content, layout: layoutOf(folder) });
    const shown = (path: string): string => shownPath(cwd, resolve(folder, path));
    const { files, skipped, withheld } = options.out === undefined ? withoutDeclared(pulled, await declaredResources(environment, options, terminal), shown) : pulled;
    const compared = comparePulled(files, folder);
    const conflicts = options.check ? [] : writePulled(compared, folder, { overwrites: options.force }).conflicts;
    const report: PullReport = {
      target: arm.target,
      files: compared.map((one) => ({ path: shown(one.file.path), state: conflicts.includes(one) ? 'conflict' : one.state })),
      skipped,
      withheld,
    };
    const mode = options.check || conflicts.length > 0 ? 'checked' : 'written';
    if (options.format === 'json') {
      terminal.write(renderPullJson(report, toolLocation()));
    } else {
      terminal.write(renderPull(report, { mode, colors: terminal.hasColors('stdout') }));
      terminal.writeError(`${pullSummary(report, mode)}, ${stopwatch}\n`);
    }
    if (conflicts.length > 0) terminal.writeError('nothing was written, because of the files that hold something else; --force writes over them, --out names another folder\n');
    const differs = options.check && compared.some(({ state }) => state !== 'unchanged');
    return conflicts.length > 0 || differs ? EXIT_CODES.findings : EXIT_CODES.clean;
  },
});
