/** Which findings of a run are new, and keeping the baseline: the list of those that are not. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ADOPTION_CODES } from '../lint/adoption-codes.js';
import { type Baseline, baselineOf, compareWithBaseline, type ListedFinding, sizeOf, withoutGone } from '../lint/baseline.js';
import { withConfiguredLevels } from '../lint/configured-levels.js';
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import { fingerprintOf } from '../model/fingerprint.js';
import type { SourceText } from '../model/origin.js';
import { UsageError } from '../model/usage-error.js';
import { readBaseline, writeBaseline } from '../project/baseline-file.js';
import { FILE_START } from '../project/file-problem.js';
import { shownPath } from '../project/find-files.js';
import type { LoadedProject } from '../project/loaded-project.js';
import { counted } from '../report/summary.js';
import { levelOf } from './suppressed-findings.js';

export interface BaselineOptions {
  /** Absolute. */
  readonly file: string;
  /** `write`: all that is found is in the list from now on. `prune`: what is gone is taken off it. */
  readonly change?: 'write' | 'prune' | undefined;
  /** Whether all files of the project were looked at. */
  readonly isComplete: boolean;
  readonly cwd: string;
  readonly sourceOf: (file: string) => SourceText | undefined;
}

export interface BaselinedFindings {
  /** What is new and, unless the baseline was changed, what the baseline says too much; in no order. */
  readonly diagnostics: readonly Diagnostic[];
  readonly inBaseline: number;
  /** What was done to the file, for people; absent when nothing was. */
  readonly note?: string;
}

/** @throws UsageError for a file that is missing, is no baseline, or cannot be written */
export function withBaseline(project: LoadedProject, diagnostics: readonly Diagnostic[], options: BaselineOptions): BaselinedFindings {
  const { file, change, cwd } = options;
  const shown = shownPath(cwd, file);
  const old = readBaseline(file, shown) ?? (change === 'write' ? [] : missing(shown));
  // What loading met is not listed: a file that cannot be read or run hides all its other findings.
  const loading = diagnostics.filter((found) => project.diagnostics.includes(found));
  const findings = diagnostics.filter((found) => !loading.includes(found)).map((found) => listed(found, options));
  const { looked, isOff } = scope(project, options);
  if (change === 'write') {
    const written = [...old.filter((entry) => !looked(entry.file)), ...baselineOf(findings)];
    writeBaseline(file, shown, written);
    return { diagnostics: loading, inBaseline: findings.length, note: `${shown} lists ${counted(sizeOf(written), 'finding')} now` };
  }
  const { fresh, gone } = compareWithBaseline(findings, old);
  const inBaseline = findings.length - fresh.length;
  const stale = gone.filter((entry) => looked(entry.file) && !isOff(entry.code, entry.file));
  if (change === 'prune') {
    if (stale.length > 0) writeBaseline(file, shown, withoutGone(old, stale));
    return { diagnostics: [...loading, ...fresh], inBaseline, note: `${counted(sizeOf(stale), 'finding')} taken off ${shown}` };
  }
  const reports = withConfiguredLevels(staleDiagnostics(stale, shown), project.config.rules, project.overrides);
  return { diagnostics: [...loading, ...fresh, ...reports], inBaseline };
}

function missing(shown: string): never {
  throw new UsageError(`no such baseline: '${shown}'; --baseline-write makes it`);
}

function listed(found: Diagnostic, { file, cwd, sourceOf }: BaselineOptions): ListedFinding {
  return { diagnostic: found, file: shownPath(dirname(file), resolve(cwd, found.file)), fingerprint: fingerprintOf(found, sourceOf(found.file)) };
}

interface Scope {
  /** Whether a run would have found it: of files that were not looked at nothing is known, unless they are no more. */
  readonly looked: (file: string) => boolean;
  readonly isOff: (code: string, file: string) => boolean;
}

function scope(project: LoadedProject, { file: baselineFile, isComplete, cwd }: BaselineOptions): Scope {
  const folder = dirname(baselineFile);
  const files = new Set(project.files.map(({ absolutePath }) => absolutePath));
  const level = levelOf(project);
  return {
    looked: (file) => isComplete || files.has(resolve(folder, file)) || !existsSync(resolve(folder, file)),
    isOff: (code, file) => level(code, shownPath(cwd, resolve(folder, file))) === 'off',
  };
}

function staleDiagnostics(stale: Baseline, shown: string): Diagnostic[] {
  return [...new Set(stale.map(({ file }) => file))].map((file) => {
    const entries = stale.filter((entry) => entry.file === file);
    const codes = [...new Set(entries.map(({ code }) => code))].join(', ');
    return diagnostic({
      code: 'stale-baseline',
      severity: ADOPTION_CODES['stale-baseline'].severity,
      message: `the baseline lists ${counted(sizeOf(entries), 'finding')} of ${file} that ${sizeOf(entries) === 1 ? 'is' : 'are'} gone: ${codes}`,
      at: { file: shown, range: { start: FILE_START, end: FILE_START } },
      hint: "take what is gone off it: 'aoai-policy lint --baseline-prune'",
      docsUrl: 'adopting.md#stale-baseline',
    });
  });
}
