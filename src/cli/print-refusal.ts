/** Findings that keep a plan from being made, as lint shows them. */
import { reportDiagnostics } from './report-diagnostics.js';
import { reportTargets } from './report-targets.js';
import type { Planning } from './plan-project.js';
import type { Stopwatch } from './stopwatch.js';
import type { Terminal } from './terminal.js';

export type Refusal = Extract<Planning, { readonly kind: 'refused' }>;

/** For people: on standard output, with a line on standard error that says what was not done. */
export async function printRefusal({ at, diagnostics, setAside }: Refusal, { command, stopwatch }: { readonly command: 'plan' | 'push'; readonly stopwatch: Stopwatch }, terminal: Terminal): Promise<void> {
  const { project, sourceOf } = at;
  const about = { targets: reportTargets([], terminal.isInteractive), stream: 'stdout', quiet: false, files: project.files, failOn: project.config.failOn, stopwatch, sourceOf, setAside } as const;
  await reportDiagnostics(diagnostics, about, terminal);
  terminal.writeError(`nothing was ${command === 'plan' ? 'planned' : 'pushed'}, because of the findings above\n`);
}
