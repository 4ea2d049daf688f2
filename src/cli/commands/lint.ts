/** `aoai-policy lint`: says what is wrong with policies. */
import { SEVERITIES } from '../../model/severity.js';
import { loadConfig } from '../../project/load-config.js';
import { loadProject } from '../../project/load-project.js';
import { defineCommand } from '../command.js';
import { projectDiagnostics } from '../project-diagnostics.js';
import { exitCode, REPORT_FORMATS, reportDiagnostics, sourceFinder } from '../report-diagnostics.js';
import { withRuleLevels } from '../rule-levels.js';

export const lint = defineCommand({
  name: 'lint',
  describe: 'say what is wrong with policies, where, and what to do about it',
  usage: '[paths..]',
  examples: [
    ['aoai-policy lint', "all policies that the configuration's globs find"],
    ['aoai-policy lint policies/ apis/chat/policy.xml', 'a folder and a file'],
    ['aoai-policy lint - --stdin-filename chat.xml < chat.xml', 'from standard input'],
    ['aoai-policy lint --format json --fail-on warning', 'for a program; warnings count as failure'],
  ],
  options: {
    format: { type: 'string', choices: REPORT_FORMATS, placeholder: 'format', describe: 'layout of the report. Default: pretty on a terminal, else concise' },
    'fail-on': { type: 'string', choices: SEVERITIES, placeholder: 'severity', describe: 'least severity that makes the exit code 1. Default: error' },
    rule: { type: 'string', multiple: true, placeholder: 'id=level', describe: 'level of a rule (off, info, warning, error); repeat for more' },
    quiet: { type: 'boolean', alias: 'q', describe: 'show errors only; the exit code stays what it is' },
    'stdin-filename': { type: 'string', placeholder: 'name', describe: 'the name under which standard input is reported' },
  },
  notes: "Paths are .xml and .ts files, folders, globs, or '-' for standard input. Exit codes: 0 clean, 1 findings, 2 failure.",
  async run(paths, options, terminal) {
    const startedAt = performance.now();
    const { cwd } = terminal;
    const loaded = await loadConfig({ cwd, ...(options.config === undefined ? {} : { configFile: options.config }) });
    const config = withRuleLevels(loaded, options.rule);
    const stdin = paths.includes('-') ? { text: terminal.readInput(), filename: options['stdin-filename'] ?? 'stdin.xml' } : undefined;
    const project = await loadProject(paths, { cwd, config, onOutput: terminal.writeBytesToError, ...(stdin === undefined ? {} : { stdin }) });
    const diagnostics = projectDiagnostics(project);
    const files = project.files.length;
    reportDiagnostics(
      diagnostics,
      { format: options.format, stream: 'stdout', quiet: options.quiet, files, startedAt, sourceOf: sourceFinder(project, cwd) },
      terminal,
    );
    return exitCode(diagnostics, options['fail-on'] ?? config.failOn);
  },
});
