/** What build did to the output folder, or what it would do. */
import { counted } from './summary.js';
import { visibleText } from './visible-text.js';

/** One file of the output folder. */
export interface OutputState {
  /** As shown: relative to the working directory, with `/`. */
  readonly path: string;
  /** The file that it was made from. */
  readonly source: string;
  /** `stale`: made by an earlier build, from a document that is no more. */
  readonly state: 'new' | 'changed' | 'unchanged' | 'stale';
  /** The first line that differs, of a changed output. */
  readonly line?: number;
}

/** `written`: the outputs are on disk now; `checked`: nothing was written. */
export type OutputMode = 'written' | 'checked';

const WORDS: Readonly<Record<OutputMode, Readonly<Record<OutputState['state'], string>>>> = {
  written: { new: 'written', changed: 'written', unchanged: 'unchanged', stale: 'removed' },
  checked: { new: 'missing', changed: 'different', unchanged: 'unchanged', stale: 'stale' },
};

/** One line for each file that is not as it was, or not as it should be; `different  out/policy.xml:12` with the first line that differs. */
export function renderOutputs(outputs: readonly OutputState[], mode: OutputMode): string {
  const listed = outputs.filter(({ state }) => state !== 'unchanged');
  const width = Math.max(0, ...listed.map(({ state }) => WORDS[mode][state].length));
  return listed
    .map(({ path, state, line }) => `${WORDS[mode][state].padEnd(width)}  ${visibleText(path)}${mode === 'checked' && line !== undefined ? `:${line}` : ''}\n`)
    .join('');
}

/** `3 documents: 1 written, 2 unchanged`. */
export function outputsSummary(outputs: readonly OutputState[], mode: OutputMode): string {
  const counts = new Map<string, number>();
  for (const { state } of outputs) counts.set(WORDS[mode][state], (counts.get(WORDS[mode][state]) ?? 0) + 1);
  const parts = [...new Set(Object.values(WORDS[mode]))].flatMap((word) => (counts.has(word) ? [`${counts.get(word)} ${word}`] : []));
  const documents = counted(outputs.filter(({ state }) => state !== 'stale').length, 'document');
  return parts.length === 0 ? documents : `${documents}: ${parts.join(', ')}`;
}
