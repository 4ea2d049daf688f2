/** Which reports a run writes, and where to: `--format sarif=out.sarif --format pretty`. */
import { UsageError } from '../model/usage-error.js';

export const REPORT_FORMATS = ['pretty', 'concise', 'json', 'sarif', 'github', 'junit'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportTarget {
  readonly format: ReportFormat;
  /** As given, relative to the working directory; the stream when absent. */
  readonly file?: string;
}

/** Layouts that nothing else may be mixed with. */
export const PROGRAM_FORMATS: readonly ReportFormat[] = ['json', 'sarif', 'github', 'junit'];

/**
 * @param settings each `format` or `format=file`
 * @param isInteractive what is asked for when there are none: pretty for people, concise for pipes
 * @throws UsageError when two want standard output or the same file, or a file has no name
 */
export function reportTargets(settings: readonly string[], isInteractive: boolean): readonly ReportTarget[] {
  if (settings.length === 0) return [{ format: isInteractive ? 'pretty' : 'concise' }];
  const targets = settings.map(reportTarget);
  for (const [index, { format, file }] of targets.entries()) {
    const other = targets.slice(0, index).find((target) => target.file === file);
    if (other === undefined) continue;
    const clash = file === undefined ? `want standard output; name a file for one: --format ${format}=<file>` : `want '${file}'; name another file for one`;
    throw new UsageError(`--format ${other.format} and --format ${format} both ${clash}`);
  }
  return targets;
}

function reportTarget(setting: string): ReportTarget {
  const at = setting.indexOf('=');
  const name = at < 0 ? setting : setting.slice(0, at);
  const format = REPORT_FORMATS.find((known) => known === name);
  if (format === undefined) throw new UsageError(`--format is '${name}'; it takes ${REPORT_FORMATS.join(', ')}`);
  if (at < 0) return { format };
  const file = setting.slice(at + 1);
  if (file === '') throw new UsageError(`--format ${setting} names no file; write --format ${format}=<file>, or --format ${format} for standard output`);
  return { format, file };
}
