/** Tells the user why a run failed. */
import type { Terminal } from './terminal.js';

export interface PrintedError {
  /** What --verbose says; the environment may ask for the stack too. */
  readonly isVerbose: boolean;
  /** Whether what the service said in detail is shown; the default is yes. */
  readonly showsDetails?: boolean;
}

export async function printError(error: unknown, { isVerbose, showsDetails = true }: PrintedError, terminal: Pick<Terminal, 'hasColors' | 'writeError'>): Promise<void> {
  const { errorText } = await import('./error-text.js');
  const showsStack = isVerbose || (process.env['AOAI_POLICY_DEBUG'] ?? '') !== '';
  terminal.writeError(errorText(error, { showsStack, showsDetails, colors: terminal.hasColors('stderr') }));
}
