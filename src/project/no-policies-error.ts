/** A project in which no policy is found: for most commands a mistake of whoever called them, for pull a project that is about to begin. */
import { UsageError } from '../model/usage-error.js';

export class NoPoliciesError extends UsageError {}
