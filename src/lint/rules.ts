/** All lint rules, in alphabetical order of their ids. */
import type { Rule } from './rule.js';
import { appendedCredentialHeader } from './rules/appended-credential-header.js';
import { constantCounterKey } from './rules/constant-counter-key.js';
import { corsAnyOriginWithCredentials } from './rules/cors-any-origin-with-credentials.js';
import { doubleBracedNamedValue } from './rules/double-braced-named-value.js';
import { duplicateResource } from './rules/duplicate-resource.js';
import { looseSemanticCacheThreshold } from './rules/loose-semantic-cache-threshold.js';
import { missingOtherwise } from './rules/missing-otherwise.js';
import { overlappingPriorityRanges } from './rules/overlapping-priority-ranges.js';
import { plainHttpBackend } from './rules/plain-http-backend.js';
import { priorityDefaultCaptured } from './rules/priority-default-captured.js';
import { priorityOutOfDomain } from './rules/priority-out-of-domain.js';
import { priorityRangeGap } from './rules/priority-range-gap.js';
import { tokenLimitBeforeCacheLookup } from './rules/token-limit-before-cache-lookup.js';
import { unknownBackend } from './rules/unknown-backend.js';
import { unknownFragment } from './rules/unknown-fragment.js';
import { unknownNamedValue } from './rules/unknown-named-value.js';
import { unreachableBranch } from './rules/unreachable-branch.js';
import { unusedResource } from './rules/unused-resource.js';

export const RULES: readonly Rule[] = [
  appendedCredentialHeader,
  constantCounterKey,
  corsAnyOriginWithCredentials,
  doubleBracedNamedValue,
  duplicateResource,
  looseSemanticCacheThreshold,
  missingOtherwise,
  overlappingPriorityRanges,
  plainHttpBackend,
  priorityDefaultCaptured,
  priorityOutOfDomain,
  priorityRangeGap,
  tokenLimitBeforeCacheLookup,
  unknownBackend,
  unknownFragment,
  unknownNamedValue,
  unreachableBranch,
  unusedResource,
];
