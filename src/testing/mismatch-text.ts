/** Why a policy is not what a snapshot says, for people. */
import type { AuthoredDocument } from '../dsl/authored.js';
import { policyDifference } from './policy-difference.js';

/** @param expected the snapshot; it may be anything, also no policy */
export function mismatchText(policy: AuthoredDocument | string, expected: string): string {
  try {
    return policyDifference(policy, expected) ?? 'both say the same in another layout or with other comments';
  } catch {
    return 'what was expected is no policy XML';
  }
}
