/** What lint has to say before anything is planned: the same findings, set aside in the same ways. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import { BASELINE_NAME } from '../project/baseline-name.js';
import type { LoadedProject } from '../project/loaded-project.js';
import { sortedDiagnostics } from '../project/sorted-diagnostics.js';
import type { SetAside } from '../report/summary.js';
import { projectDiagnostics } from './project-diagnostics.js';
import { exitCode, sourceFinder } from './report-diagnostics.js';
import { withoutSuppressed } from './suppressed-findings.js';

export interface GatingFindings {
  /** In the order they are reported. */
  readonly diagnostics: readonly Diagnostic[];
  /** What lint would exit with. */
  readonly code: number;
  readonly setAside: SetAside;
}

/** @param isComplete whether all files of the project were loaded */
export async function gatingFindings(project: LoadedProject, cwd: string, isComplete: boolean): Promise<GatingFindings> {
  const found = await withoutSuppressed(project, projectDiagnostics(project), cwd);
  const file = join(project.config.directory, BASELINE_NAME);
  const { diagnostics: reported, inBaseline } = existsSync(file)
    ? (await import('./baselined-findings.js')).withBaseline(project, found.diagnostics, { file, isComplete, cwd, sourceOf: sourceFinder(project, cwd) })
    : { diagnostics: found.diagnostics, inBaseline: 0 };
  const diagnostics = sortedDiagnostics(reported);
  return { diagnostics, code: exitCode(diagnostics, project.config.failOn), setAside: { suppressed: found.suppressed, inBaseline, fixed: 0 } };
}
