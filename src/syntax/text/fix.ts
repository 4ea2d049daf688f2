/** A change that mends a mistake. */
import type { TextEdit } from './edit.js';

export interface Fix {
  /** What it does, imperative: `write renewal-period`. */
  readonly title: string;
  /** `safe`: keeps what the policy does, apart from the mistake. */
  readonly safety: 'safe' | 'unsafe';
  /** Offsets are of the text that the mistake is in. */
  readonly edits: readonly TextEdit[];
}
