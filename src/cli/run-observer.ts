/** What a run tells one who wants to know what to watch. */
import type { ResolvedConfig } from '../project/loaded-project.js';

export interface RunObserver {
  /** Before policies are looked for; with what the command's options change in it. */
  readonly onConfig: (config: ResolvedConfig) => void;
  /** Before scripts run: the files that they and their settings are read from, absolute. */
  readonly onRead: (files: readonly string[]) => void;
}
