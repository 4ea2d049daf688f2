/** Matchers for vitest: `import 'aoai-policy/testing/vitest'` in a test or a setup file adds them to `expect`. */
import { expect, Snapshots } from 'vitest';
import type { AuthoredDocument } from '../dsl/authored.js';
import { mismatchText } from './mismatch-text.js';
import { policyXml } from './policy-xml.js';

interface PolicyMatchers {
  /**
   * Holds what `api(…)`, `fragment(…)` and the like return, or policy XML, to a file of policy XML. Layout and comments of the file
   * count too: it is what `aoai-policy build` writes. The file is written and updated as vitest's snapshots are.
   * @param file relative to the test's file
   */
  toMatchPolicy(file: string): Promise<void>;
  /** The same with the XML in the test; without an argument vitest writes it there. */
  toMatchInlinePolicy(xml?: string): void;
}

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type -- merges with vitest's own declaration
  interface Matchers<T = any> extends PolicyMatchers {}
}

expect.extend({
  async toMatchPolicy(policy: AuthoredDocument | string, file: string) {
    return explained(policy, await Snapshots.toMatchFileSnapshot.call(this, policyXml(policy), file));
  },
  toMatchInlinePolicy(policy: AuthoredDocument | string, xml?: string) {
    return explained(policy, Snapshots.toMatchInlineSnapshot.call(this, policyXml(policy), xml));
  },
});

interface Result {
  readonly pass: boolean;
  readonly message: () => string;
  readonly actual?: unknown;
  readonly expected?: unknown;
}

/** A mismatch also says where the policies part. */
function explained(policy: AuthoredDocument | string, result: Result): Result {
  const { pass, message, expected } = result;
  return pass || typeof expected !== 'string' ? result : { ...result, message: () => `${message()}\n${mismatchText(policy, expected)}` };
}
