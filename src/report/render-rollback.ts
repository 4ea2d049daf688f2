/** What a rollback would do, for people: each resource that the push changed, and what becomes of it. */
import pc from 'picocolors';
import type { PlannedAction } from '../publish/plan/plan.js';
import type { RollBackPreview } from '../publish/push/roll-back.js';
import { ACTION_SIGNS } from './plan-signs.js';
import { counted } from './summary.js';
import { visibleText } from './visible-text.js';

const SIGN_WIDTH = 3;

/** The opposite of what was done. */
const UNDOING: Readonly<Record<PlannedAction, { readonly sign: string; readonly text: string }>> = {
  create: { sign: ACTION_SIGNS.delete, text: 'goes away again' },
  update: { sign: ACTION_SIGNS.update, text: 'is to hold again what it held' },
  replace: { sign: ACTION_SIGNS.replace, text: 'is to hold again what it held' },
  delete: { sign: ACTION_SIGNS.create, text: 'is made again' },
};

/** What was written last comes first, as it is put back. Ends with a line break. */
export function renderRollback({ at, resources }: RollBackPreview, { colors }: { readonly colors: boolean }): string {
  const { bold, red } = pc.createColors(colors);
  const lines = resources.toReversed().map(({ address, action, withheld }) => {
    const { sign, text } = UNDOING[action];
    const shown = bold(visibleText(address));
    return withheld === undefined
      ? `${sign.padStart(SIGN_WIDTH)} ${shown}: ${text}`
      : `${'?'.padStart(SIGN_WIDTH)} ${shown}: ${red(visibleText(`cannot be put back: ${withheld}`))}`;
  });
  const heading = `the push of ${at.toISOString()} was about ${counted(resources.length, 'resource')}; what others have written since is left as it is`;
  return [bold(`${heading}:`), '', ...lines, ''].map((line) => `${line}\n`).join('');
}
