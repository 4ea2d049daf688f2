/** Which bracket closes which, also where some are missing. */
import type { Token } from './token.js';

/**
 * For each token the index of the bracket that closes it, or -1. A `}` closes the nearest `{` and leaves unclosed what was
 * opened since; a `)` or `]` reaches back no further than the block it stands in. Linear.
 */
export function matchBrackets(tokens: readonly Token[]): Int32Array {
  const closers = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  const counts: Counts[] = [{ '(': 0, '[': 0, '{': 0 }];
  tokens.forEach(({ text }, index) => {
    if (text.length !== 1) return;
    const block = counts.at(-1);
    if (block === undefined) return;
    if (text === '(' || text === '[' || text === '{') {
      open.push(index);
      block[text]++;
      if (text === '{') counts.push({ '(': 0, '[': 0, '{': 0 });
      return;
    }
    const opener = OPENERS[text];
    if (opener === undefined) return;
    if (opener === '{') {
      if (counts.length === 1) return;
      counts.pop();
    } else if (block[opener] === 0) return;
    const inner = counts.at(-1);
    for (let top = open.pop(); top !== undefined && inner !== undefined; top = open.pop()) {
      const kind = tokens[top]?.text;
      if (kind === '(' || kind === '[') {
        if (opener !== '{') inner[kind]--;
      }
      if (kind === opener) {
        closers[top] = index;
        return;
      }
    }
  });
  return closers;
}

type Opener = '(' | '[' | '{';
type Counts = Record<Opener, number>;

const OPENERS: Readonly<Record<string, Opener>> = { ')': '(', ']': '[', '}': '{' };
