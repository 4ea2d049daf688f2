/** Tells the user why a run failed. */
import type { Terminal } from './terminal.js';

/** @param isVerbose what --verbose says; the environment may ask for the stack too */
export async function printError(error: unknown, isVerbose: boolean, terminal: Pick<Terminal, 'hasColors' | 'writeError'>): Promise<void> {
  const { errorText } = await import('./error-text.js');
  const showsStack = isVerbose || (process.env['AOAI_POLICY_DEBUG'] ?? '') !== '';
  terminal.writeError(errorText(error, { showsStack, colors: terminal.hasColors('stderr') }));
}
