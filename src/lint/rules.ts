/** All lint rules, in alphabetical order of their ids. */
import type { Rule } from './rule.js';
import { appendedCredentialHeader } from './rules/appended-credential-header.js';
import { backendNeverCalled } from './rules/backend-never-called.js';
import { conflictingBackend } from './rules/conflicting-backend.js';
import { constantCounterKey } from './rules/constant-counter-key.js';
import { consumedMessageBody } from './rules/consumed-message-body.js';
import { corsAnyOriginWithCredentials } from './rules/cors-any-origin-with-credentials.js';
import { doubleBracedNamedValue } from './rules/double-braced-named-value.js';
import { duplicateResource } from './rules/duplicate-resource.js';
import { hardcodedSecret } from './rules/hardcoded-secret.js';
import { jwtValidatesNothing } from './rules/jwt-validates-nothing.js';
import { looseSemanticCacheThreshold } from './rules/loose-semantic-cache-threshold.js';
import { managedIdentityAudience } from './rules/managed-identity-audience.js';
import { metricDimensionLimit } from './rules/metric-dimension-limit.js';
import { metricDimensionNeedsValue } from './rules/metric-dimension-needs-value.js';
import { missingBase } from './rules/missing-base.js';
import { missingOtherwise } from './rules/missing-otherwise.js';
import { overlappingPriorityRanges } from './rules/overlapping-priority-ranges.js';
import { plainHttpBackend } from './rules/plain-http-backend.js';
import { poolWithoutCircuitBreaker } from './rules/pool-without-circuit-breaker.js';
import { priorityDefaultCaptured } from './rules/priority-default-captured.js';
import { priorityOutOfDomain } from './rules/priority-out-of-domain.js';
import { priorityRangeGap } from './rules/priority-range-gap.js';
import { renewalPeriodOutOfRange } from './rules/renewal-period-out-of-range.js';
import { responseBodyReadBuffersStream } from './rules/response-body-read-buffers-stream.js';
import { retrySwitchesBackendFirst } from './rules/retry-switches-backend-first.js';
import { retryWaitsTooLong } from './rules/retry-waits-too-long.js';
import { retryWithoutBufferedBody } from './rules/retry-without-buffered-body.js';
import { semanticCacheSharedByCallers } from './rules/semantic-cache-shared-by-callers.js';
import { tokenLimitBeforeCacheLookup } from './rules/token-limit-before-cache-lookup.js';
import { unknownBackend } from './rules/unknown-backend.js';
import { unknownFragment } from './rules/unknown-fragment.js';
import { unknownNamedValue } from './rules/unknown-named-value.js';
import { unmatchedCachePair } from './rules/unmatched-cache-pair.js';
import { unreachableBranch } from './rules/unreachable-branch.js';
import { unusedResource } from './rules/unused-resource.js';
import { urlWithoutScheme } from './rules/url-without-scheme.js';

export const RULES: readonly Rule[] = [
  appendedCredentialHeader,
  backendNeverCalled,
  conflictingBackend,
  constantCounterKey,
  consumedMessageBody,
  corsAnyOriginWithCredentials,
  doubleBracedNamedValue,
  duplicateResource,
  hardcodedSecret,
  jwtValidatesNothing,
  looseSemanticCacheThreshold,
  managedIdentityAudience,
  metricDimensionLimit,
  metricDimensionNeedsValue,
  missingBase,
  missingOtherwise,
  overlappingPriorityRanges,
  plainHttpBackend,
  poolWithoutCircuitBreaker,
  priorityDefaultCaptured,
  priorityOutOfDomain,
  priorityRangeGap,
  renewalPeriodOutOfRange,
  responseBodyReadBuffersStream,
  retrySwitchesBackendFirst,
  retryWaitsTooLong,
  retryWithoutBufferedBody,
  semanticCacheSharedByCallers,
  tokenLimitBeforeCacheLookup,
  unknownBackend,
  unknownFragment,
  unknownNamedValue,
  unmatchedCachePair,
  unreachableBranch,
  unusedResource,
  urlWithoutScheme,
];
