/** Findings for programs. Its schema is schemas/diagnostics.schema.json. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { SourceText } from '../model/origin.js';
import { diagnosticJson } from './diagnostic-json.js';
import type { OutputState } from './render-outputs.js';
import { shownDiagnostics } from './shown-diagnostics.js';
import type { Summary } from './summary.js';

/** Goes up when a field goes away or changes its meaning; new fields may come at any time. */
export const FORMAT_VERSION = 1;

export interface JsonOptions {
  readonly version: string;
  /** Of all findings, those that are not shown included. */
  readonly summary: Summary;
  /** A file's text; undefined when it cannot be read. */
  readonly sourceOf: (file: string) => SourceText | undefined;
  /** What build made. */
  readonly outputs?: readonly OutputState[];
}

/** One JSON document, ending with a line break. */
export function renderJson(diagnostics: readonly Diagnostic[], { version, summary, sourceOf, outputs }: JsonOptions): string {
  const { shown, omitted } = shownDiagnostics(diagnostics);
  const report = {
    formatVersion: FORMAT_VERSION,
    tool: { name: 'aoai-policy', version },
    summary: { ...summary, omitted: omitted.length },
    diagnostics: shown.map((found) => diagnosticJson(found, sourceOf)),
    ...(outputs === undefined ? {} : { outputs: outputs.map(({ path, source, state }) => ({ path, source, state })) }),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
