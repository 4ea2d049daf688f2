/** `aoai-policy lint`: says what is wrong with policies. */
import { sortedDiagnostics } from '../../project/sorted-diagnostics.js';
import { defineCommand } from '../command.js';
import { FINDING_OPTIONS } from '../finding-options.js';
import { loadInput } from '../load-input.js';
import { projectDiagnostics } from '../project-diagnostics.js';
import { exitCode, reportDiagnostics, sourceFinder } from '../report-diagnostics.js';
import { reportTargets } from '../report-targets.js';
import { Stopwatch } from '../stopwatch.js';
import { withoutSuppressed } from '../suppressed-findings.js';

export const lint = defineCommand({
  name: 'lint',
  describe: 'say what is wrong with policies, where, and what to do about it',
  usage: '[paths..]',
  examples: [
    ['aoai-policy lint', "all policies that the configuration's globs find"],
    ['aoai-policy lint policies/ apis/chat/policy.xml', 'a folder and a file'],
    ['aoai-policy lint - --stdin-filename chat.xml < chat.xml', 'from standard input'],
    ['aoai-policy lint --format json --fail-on warning', 'for a program; warnings count as failure'],
    ['aoai-policy lint --format github --format sarif=lint.sarif', 'for a pull request, and for code scanning'],
  ],
  options: FINDING_OPTIONS,
  notes: "Paths are .xml and .ts files, folders, globs, or '-' for standard input. Exit codes: 0 clean, 1 findings, 2 failure.",
  async run(paths, options, terminal) {
    const stopwatch = new Stopwatch();
    const targets = reportTargets(options.format, terminal.isInteractive);
    const project = await loadInput(paths, options, terminal);
    const found = await withoutSuppressed(project, projectDiagnostics(project), terminal.cwd);
    const diagnostics = sortedDiagnostics(found.diagnostics);
    const failOn = options['fail-on'] ?? project.config.failOn;
    const setAside = { suppressed: found.suppressed, inBaseline: 0, fixed: 0 };
    const report = { targets, stream: 'stdout', quiet: options.quiet, files: project.files, failOn, stopwatch, sourceOf: sourceFinder(project, terminal.cwd), setAside } as const;
    await reportDiagnostics(diagnostics, report, terminal);
    return exitCode(diagnostics, failOn);
  },
});
