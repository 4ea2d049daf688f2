/** What pull did to the files, for people and for programs. The schema is schemas/publish-report.schema.json. */
import pc from 'picocolors';
import type { SkippedSource } from '../publish/desired/desired-resource.js';
import type { Target } from '../publish/target.js';
import { reportHead } from './render-plan-json.js';
import { counted } from './summary.js';
import { visibleText } from './visible-text.js';

/** `conflict`: other content stands there, which is left alone. */
export type PulledState = 'new' | 'changed' | 'unchanged' | 'conflict';

export interface PullReport {
  readonly target: Target;
  /** Paths as shown. */
  readonly files: readonly { readonly path: string; readonly state: PulledState }[];
  /** What the service has and no file holds. */
  readonly skipped: readonly SkippedSource[];
  /** Secrets that files leave out. */
  readonly withheld: readonly SkippedSource[];
}

/** `written`: the files are on disk now; `checked`: nothing was written. */
export type PullMode = 'written' | 'checked';

const WORDS: Readonly<Record<PullMode, Readonly<Record<PulledState, string>>>> = {
  written: { new: 'written', changed: 'written', unchanged: 'unchanged', conflict: 'conflict' },
  checked: { new: 'missing', changed: 'different', unchanged: 'unchanged', conflict: 'different' },
};

/** A line for each file that is not as it was, then what is in no file and why. Empty when there is nothing of either. */
export function renderPull({ files, skipped, withheld }: PullReport, { mode, colors }: { readonly mode: PullMode; readonly colors: boolean }): string {
  const { yellow, red } = pc.createColors(colors);
  const listed = files.filter(({ state }) => state !== 'unchanged');
  const width = Math.max(0, ...listed.map(({ state }) => WORDS[mode][state].length));
  const fileLines = listed.map(({ path, state }) => {
    const word = WORDS[mode][state].padEnd(width);
    return `${state === 'conflict' ? red(word) : word}  ${visibleText(path)}`;
  });
  const told = (word: string, sources: readonly SkippedSource[]): string[] => sources.map(({ source, reason }) => `${yellow(word)} ${visibleText(source)}: ${visibleText(reason)}`);
  return [...fileLines, ...told('left out:', skipped), ...told('without its secret:', withheld)].map((line) => `${line}\n`).join('');
}

/** `12 files: 3 written, 9 unchanged`. */
export function pullSummary({ files }: PullReport, mode: PullMode): string {
  const counts = new Map<string, number>();
  for (const { state } of files) counts.set(WORDS[mode][state], (counts.get(WORDS[mode][state]) ?? 0) + 1);
  const parts = [...counts].map(([word, count]) => `${count} ${word}`);
  return [counted(files.length, 'file'), ...(parts.length === 0 ? [] : [parts.join(', ')])].join(': ');
}

/** One JSON document, ending with a line break. */
export function renderPullJson({ target, files, skipped, withheld }: PullReport, { version }: { readonly version: string }): string {
  const sources = (list: readonly SkippedSource[]): object[] => list.map(({ source, reason }) => ({ source, reason }));
  const json = {
    ...reportHead('pull', { target, diagnostics: [], sourceOf: () => undefined }, version),
    files: files.map(({ path, state }) => ({ path, state })),
    skipped: sources(skipped),
    withheld: sources(withheld),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
