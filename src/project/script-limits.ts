/** What scripts of the user's may use, unless said otherwise, and who is told about them. */
import type { PolicyDocument } from '../model/document.js';

export interface ScriptOptions {
  readonly cwd: string;
  /** How long one script may take; `DEFAULT_TIMEOUT_MS` when absent. */
  readonly timeoutMs?: number;
  /** How much memory the scripts may take together; `DEFAULT_MEMORY_MB` when absent. */
  readonly memoryMb?: number;
  /** Gets what scripts print, on either stream; it is dropped when absent and never goes to standard output. */
  readonly onOutput?: (text: Uint8Array) => void;
  /** Told, before scripts run, which files they and their settings are read from. */
  readonly onRead?: (files: readonly string[]) => void;
  /** Gets each document that a policy file exports as soon as it is there, while other files still run. It may come to nothing: its file may fail yet. */
  readonly onDocument?: (document: PolicyDocument) => void;
}

export const DEFAULT_TIMEOUT_MS = 10_000;
export const DEFAULT_MEMORY_MB = 512;
