/** How actions and differences are marked, as terraform marks them. */
import type { ContentChange } from '../publish/canonical/content-change.js';
import type { PlannedAction } from '../publish/plan/plan.js';

export const ACTION_SIGNS: Readonly<Record<PlannedAction, string>> = { create: '+', update: '~', replace: '-/+', delete: '-' };

export const CHANGE_SIGNS: Readonly<Record<ContentChange['kind'], string>> = { added: '+', changed: '~', removed: '-' };
