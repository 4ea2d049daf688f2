/** What became of a resource, in words. */
import type { PlannedAction } from '../publish/plan/plan.js';
import type { ResourceState } from '../publish/push/push-result.js';

export interface StateWords {
  /** A word or two, for columns. */
  readonly label: string;
  /** What the service holds now; empty where the label says it all. */
  readonly meaning: string;
  readonly isGood: boolean;
}

const WRITTEN: Readonly<Record<PlannedAction, string>> = { create: 'created', update: 'updated', replace: 'replaced', delete: 'deleted' };
const KEPT: Readonly<Record<PlannedAction, string>> = {
  create: 'is not there, as before',
  update: 'holds what it held',
  replace: 'holds what it held',
  delete: 'is still there',
};
const RESTORED: Readonly<Record<PlannedAction, string>> = {
  create: 'had been created and is gone again',
  update: 'had been updated and holds again what it held',
  replace: 'had been replaced and holds again what it held',
  delete: 'had been deleted and is there again',
};

/** Every state for every action: the words are true of what the service holds, not of what was tried. */
export function stateWords(state: ResourceState, action: PlannedAction): StateWords {
  switch (state) {
    case 'written':
      return { label: WRITTEN[action], meaning: '', isGood: true };
    case 'not-written':
      return { label: 'not written', meaning: KEPT[action], isGood: true };
    case 'restored':
      return { label: 'put back', meaning: RESTORED[action], isGood: true };
    case 'edited':
      return { label: 'edited', meaning: 'somebody else has written it meanwhile; it was left as it is', isGood: false };
    case 'not-restored':
      return { label: 'not put back', meaning: `was ${WRITTEN[action]} and stays so`, isGood: false };
    case 'unknown':
      return { label: 'unknown', meaning: 'the service did not say what became of the last request; look at it before you push again', isGood: false };
  }
}
