/** All lint rules, in alphabetical order of their ids. */
import type { Rule } from './rule.js';
import { appendedCredentialHeader } from './rules/appended-credential-header.js';
import { backendNeverCalled } from './rules/backend-never-called.js';
import { bodyConsumed } from './rules/body-consumed.js';
import { breaksStreaming } from './rules/breaks-streaming.js';
import { conflictingBackend } from './rules/conflicting-backend.js';
import { constantCounterKey } from './rules/constant-counter-key.js';
import { corsAnyOriginWithCredentials } from './rules/cors-any-origin-with-credentials.js';
import { credentialOverwritten } from './rules/credential-overwritten.js';
import { doubleBracedNamedValue } from './rules/double-braced-named-value.js';
import { duplicateJsonProperty } from './rules/duplicate-json-property.js';
import { duplicateResource } from './rules/duplicate-resource.js';
import { emptyTraceMetadata } from './rules/empty-trace-metadata.js';
import { hardcodedSecret } from './rules/hardcoded-secret.js';
import { jsonByJoining } from './rules/json-by-joining.js';
import { jwtValidatesNothing } from './rules/jwt-validates-nothing.js';
import { lastErrorOutsideOnError } from './rules/last-error-outside-on-error.js';
import { liquidWithoutBody } from './rules/liquid-without-body.js';
import { looseSemanticCacheThreshold } from './rules/loose-semantic-cache-threshold.js';
import { managedIdentityAudience } from './rules/managed-identity-audience.js';
import { metricDimensionLimit } from './rules/metric-dimension-limit.js';
import { metricDimensionNeedsValue } from './rules/metric-dimension-needs-value.js';
import { missingBase } from './rules/missing-base.js';
import { missingInputThrows } from './rules/missing-input-throws.js';
import { missingOtherwise } from './rules/missing-otherwise.js';
import { nullDereference } from './rules/null-dereference.js';
import { overlappingPriorityRanges } from './rules/overlapping-priority-ranges.js';
import { plainHttpBackend } from './rules/plain-http-backend.js';
import { poolWithoutCircuitBreaker } from './rules/pool-without-circuit-breaker.js';
import { priorityDefaultCaptured } from './rules/priority-default-captured.js';
import { priorityOutOfDomain } from './rules/priority-out-of-domain.js';
import { priorityRangeGap } from './rules/priority-range-gap.js';
import { renewalPeriodOutOfRange } from './rules/renewal-period-out-of-range.js';
import { responseBeforeItExists } from './rules/response-before-it-exists.js';
import { retrySwitchesBackendFirst } from './rules/retry-switches-backend-first.js';
import { retryWaitsTooLong } from './rules/retry-waits-too-long.js';
import { retryWithoutBufferedBody } from './rules/retry-without-buffered-body.js';
import { secretToLog } from './rules/secret-to-log.js';
import { semanticCacheSharedByCallers } from './rules/semantic-cache-shared-by-callers.js';
import { sendRequestResultUnchecked } from './rules/send-request-result-unchecked.js';
import { storedObjectComparison } from './rules/stored-object-comparison.js';
import { tokenLimitBeforeCacheLookup } from './rules/token-limit-before-cache-lookup.js';
import { unknownBackend } from './rules/unknown-backend.js';
import { unknownFragment } from './rules/unknown-fragment.js';
import { unknownNamedValue } from './rules/unknown-named-value.js';
import { unmatchedCachePair } from './rules/unmatched-cache-pair.js';
import { unreachableBranch } from './rules/unreachable-branch.js';
import { unusedResource } from './rules/unused-resource.js';
import { unusedVariable } from './rules/unused-variable.js';
import { urlWithoutScheme } from './rules/url-without-scheme.js';
import { variableMaybeUnset } from './rules/variable-maybe-unset.js';
import { variableNameCase } from './rules/variable-name-case.js';
import { variableNeverSet } from './rules/variable-never-set.js';
import { variableTypeMismatch } from './rules/variable-type-mismatch.js';

export const RULES: readonly Rule[] = [
  appendedCredentialHeader,
  backendNeverCalled,
  bodyConsumed,
  breaksStreaming,
  conflictingBackend,
  constantCounterKey,
  corsAnyOriginWithCredentials,
  credentialOverwritten,
  doubleBracedNamedValue,
  duplicateJsonProperty,
  duplicateResource,
  emptyTraceMetadata,
  hardcodedSecret,
  jsonByJoining,
  jwtValidatesNothing,
  lastErrorOutsideOnError,
  liquidWithoutBody,
  looseSemanticCacheThreshold,
  managedIdentityAudience,
  metricDimensionLimit,
  metricDimensionNeedsValue,
  missingBase,
  missingInputThrows,
  missingOtherwise,
  nullDereference,
  overlappingPriorityRanges,
  plainHttpBackend,
  poolWithoutCircuitBreaker,
  priorityDefaultCaptured,
  priorityOutOfDomain,
  priorityRangeGap,
  renewalPeriodOutOfRange,
  responseBeforeItExists,
  retrySwitchesBackendFirst,
  retryWaitsTooLong,
  retryWithoutBufferedBody,
  secretToLog,
  semanticCacheSharedByCallers,
  sendRequestResultUnchecked,
  storedObjectComparison,
  tokenLimitBeforeCacheLookup,
  unknownBackend,
  unknownFragment,
  unknownNamedValue,
  unmatchedCachePair,
  unreachableBranch,
  unusedResource,
  unusedVariable,
  urlWithoutScheme,
  variableMaybeUnset,
  variableNameCase,
  variableNeverSet,
  variableTypeMismatch,
];
