/** What became of a push, for people: each resource's state in words when something failed, a line with the counts when nothing did. */
import pc from 'picocolors';
import type { PushedResource, PushResult } from '../publish/push/push-result.js';
import { stateWords } from './push-words.js';
import { counted } from './summary.js';
import { visibleText } from './visible-text.js';

export interface PushOptions {
  readonly colors: boolean;
  /** `push`, or the rollback of one. */
  readonly command: 'push' | 'rollback';
}

/** What is said in front of the resources; the outcome `rolled-back` is what a rollback wants. */
const HEADLINES: Readonly<Record<PushOptions['command'], Readonly<Record<PushResult['outcome'], string>>>> = {
  push: {
    pushed: 'pushed',
    'rolled-back': 'the push failed, and the service is as it was before',
    failed: 'the push failed, and the service is not as it was before',
  },
  rollback: {
    pushed: 'rolled back',
    'rolled-back': 'rolled back',
    failed: 'not all is as it was before the push',
  },
};

/** Ends with a line break. What went well is one line; what failed is told resource by resource. */
export function renderPush(result: PushResult, { colors, command }: PushOptions): string {
  const { bold, red, blue } = pc.createColors(colors);
  const headline = HEADLINES[command][result.outcome];
  const isWell = result.outcome === 'pushed' || (command === 'rollback' && result.outcome === 'rolled-back');
  const lines = isWell ? [`${bold(`${headline}:`)} ${countedStates(result.resources)}`] : [bold(red(`${headline}:`)), ...resourceLines(result, colors)];
  return [...lines, ...(result.notes ?? []).map((note) => `${blue('note:')} ${visibleText(note)}`)].map((line) => `${line}\n`).join('');
}

/** `1 created, 2 updated`; in the order in which the states first come. */
function countedStates(resources: readonly PushedResource[]): string {
  const counts = new Map<string, number>();
  for (const { state, action } of resources) {
    const { label } = stateWords(state, action);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const parts = [...counts].map(([label, count]) => `${count} ${label}`);
  return parts.length === 0 ? counted(0, 'resource') : parts.join(', ');
}

/** What stopped it all is told by itself, not beside its resource. */
function resourceLines({ resources, cause }: PushResult, colors: boolean): string[] {
  const { green, red, dim } = pc.createColors(colors);
  const rows = resources.map(({ state, action, address, error }) => ({ address: visibleText(address), words: stateWords(state, action), error }));
  const labelWidth = Math.max(0, ...rows.map(({ words }) => words.label.length));
  const addressWidth = Math.max(0, ...rows.map(({ address }) => address.length));
  return rows.flatMap(({ address, words, error }) => {
    const paint = words.isGood ? green : red;
    const line = `  ${paint(words.label.padEnd(labelWidth))}  ${address.padEnd(addressWidth)}  ${dim(words.meaning)}`.trimEnd();
    return error === undefined || error === cause ? [line] : [line, `  ${' '.repeat(labelWidth)}  ${red(visibleText(error.message))}`];
  });
}
