/** What a rollback would do, for people: each resource that the push changed, and what becomes of it. */
import pc from 'picocolors';
import type { Journal, JournalEntry } from '../publish/push/journal.js';
import { ACTION_SIGNS } from './plan-signs.js';
import { counted } from './summary.js';
import { visibleText } from './visible-text.js';

const SIGN_WIDTH = 3;

/** The last written comes first, as it is put back. Ends with a line break. */
export function renderRollback({ at, entries }: Pick<Journal, 'at' | 'entries'>, { colors }: { readonly colors: boolean }): string {
  const { bold, red } = pc.createColors(colors);
  const lines = entries.toReversed().map((entry) => {
    const { sign, text, isPossible } = undoing(entry);
    return `${sign.padStart(SIGN_WIDTH)} ${bold(visibleText(entry.first.address))}: ${isPossible ? text : red(visibleText(text))}`;
  });
  return [bold(`the push of ${at.toISOString()} has changed ${counted(entries.length, 'resource')}; a rollback puts back what stood there, unless others have written it since:`), '', ...lines, '', ''].join('\n');
}

/** What undoes an entry: the opposite of what was done. */
function undoing({ first: { action, previous } }: JournalEntry): { readonly sign: string; readonly text: string; readonly isPossible: boolean } {
  if (previous.kind === 'withheld') return { sign: '?', text: `cannot be put back: ${previous.reason}`, isPossible: false };
  if (previous.kind === 'absent') return { sign: ACTION_SIGNS.delete, text: 'goes away again', isPossible: true };
  if (action === 'delete') return { sign: ACTION_SIGNS.create, text: 'is made again', isPossible: true };
  return { sign: ACTION_SIGNS.update, text: 'holds again what it held', isPossible: true };
}
