/** A report in each of the formats; all but the quickest are loaded when they are wanted. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { SourceText } from '../model/origin.js';
import type { Severity } from '../model/severity.js';
import { repositoryPaths } from '../project/repository-paths.js';
import { toolLocation } from '../project/tool-location.js';
import { renderConcise } from '../report/render-concise.js';
import type { OutputState } from '../report/render-outputs.js';
import type { Summary } from '../report/summary.js';
import type { ReportFormat } from './report-targets.js';

export interface ReportContext {
  /** All findings, those that are not shown included. */
  readonly found: readonly Diagnostic[];
  /** Of all findings, those that are not shown included. */
  readonly summary: Summary;
  /** The summary with the time that was taken, and a line break. */
  readonly summaryLine: string;
  /** Those that were looked at. */
  readonly files: readonly { readonly path: string }[];
  /** From this severity on, findings make the run fail. */
  readonly failOn: Severity;
  readonly sourceOf: (file: string) => SourceText | undefined;
  /** Absolute; findings name files relative to it. */
  readonly cwd: string;
  readonly colors: boolean;
  readonly width: number;
  /** Of build. */
  readonly outputs?: readonly OutputState[];
}

type Renderer = (diagnostics: readonly Diagnostic[], context: ReportContext) => Promise<string>;

export const RENDERERS: Readonly<Record<ReportFormat, Renderer>> = {
  pretty: async (diagnostics, { summaryLine, found, sourceOf, ...options }) => {
    const [{ renderPretty }, { withoutSecrets }] = await Promise.all([import('../report/render-pretty.js'), import('../report/without-secrets.js')]);
    const findings = renderPretty(diagnostics, { ...options, sourceOf: withoutSecrets(sourceOf, found) });
    return findings === '' ? summaryLine : `${findings}\n${summaryLine}`;
  },
  concise: async (diagnostics) => renderConcise(diagnostics),
  json: async (diagnostics, { summary, sourceOf, outputs }) => {
    const { renderJson } = await import('../report/render-json.js');
    return renderJson(diagnostics, { version: toolLocation().version, summary, sourceOf, ...(outputs === undefined ? {} : { outputs }) });
  },
  sarif: async (diagnostics, { sourceOf, cwd }) => {
    const [{ renderSarif }, { CODE_DESCRIPTIONS }] = await Promise.all([import('../report/render-sarif.js'), import('../lint/code-descriptions.js')]);
    return renderSarif(diagnostics, { version: toolLocation().version, descriptions: CODE_DESCRIPTIONS, sourceOf, pathOf: repositoryPaths(cwd) });
  },
  github: async (diagnostics, { summary, cwd }) => (await import('../report/render-github.js')).renderGithub(diagnostics, { summary, pathOf: repositoryPaths(cwd) }),
  junit: async (diagnostics, { files, failOn }) => {
    const { renderJunit } = await import('../report/render-junit.js');
    return renderJunit(diagnostics, { files: files.map(({ path }) => path), failOn });
  },
};
