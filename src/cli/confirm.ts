/** The question before anything is written. */
import { UsageError } from '../model/usage-error.js';
import type { Terminal } from './terminal.js';

/** Whether a person has agreed. */
export type Confirm = (question: string) => boolean;

/**
 * Looks for somebody to ask before any work is done.
 * @throws UsageError when nobody is there
 */
export async function confirmer({ yes, isForProgram }: { readonly yes: boolean; readonly isForProgram: boolean }, { asker }: Pick<Terminal, 'asker'>): Promise<Confirm> {
  if (yes) return () => true;
  if (isForProgram) throw new UsageError('--format json is for programs, and push asks people before it writes; add --yes to go on without asking');
  const ask = await asker();
  if (ask === undefined) throw new UsageError('push asks before it writes, and there is no terminal to ask on; add --yes to go on without asking, or --dry-run to see what it would do');
  return (question) => ask(`${question} Only 'yes' is accepted: `) === 'yes';
}
