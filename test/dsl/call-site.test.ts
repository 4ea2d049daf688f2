import { describe, expect, test } from 'vitest';
import { callSite } from '../../src/dsl/call-site.js';
import { setBody, setHeader } from '../../src/dsl/policies.generated.js';
import { authoredNodes } from '../../src/dsl/policy.js';
import type { AuthoredNode } from '../../src/dsl/authored.js';

function siteOf(node: AuthoredNode | undefined): { url: string; line: number; column: number; callee: string } {
  return node?.kind === 'element' ? node.callSite : expect.fail('no element');
}

describe('callSite', () => {
  test('is where the author called the builder', () => {
    const [first, second] = authoredNodes([setBody('x'), setHeader({ name: 'a', value: 'b' })], 'test');
    expect(siteOf(first).url).toMatch(/test\/dsl\/call-site\.test\.ts$/u);
    expect(siteOf(first).callee).toBe('setBody');
    expect(siteOf(second).line).toBe(siteOf(first).line);
    expect(siteOf(second).column).toBeGreaterThan(siteOf(first).column);
  });

  test('leaves the settings of Error as they were', () => {
    const prepare = (): string => 'mine';
    const before = Error.prepareStackTrace;
    Error.prepareStackTrace = prepare;
    try {
      setBody('x');
      expect(Error.prepareStackTrace).toBe(prepare);
    } finally {
      if (before === undefined) Reflect.deleteProperty(Error, 'prepareStackTrace');
      else Error.prepareStackTrace = before;
    }
    const limit = Error.stackTraceLimit;
    setBody('x');
    expect(Error.stackTraceLimit).toBe(limit);
  });

  test('a wrapper of the author is the caller, not what calls the wrapper', () => {
    const tenantHeader = (): AuthoredNode[] => authoredNodes([setHeader({ name: 'tenant', value: 'a' })], 'test');
    const inner = siteOf(tenantHeader()[0]);
    const outer = callSite(Object, 'x');
    expect(inner.line).toBeLessThan(outer.line === 1 ? Number.POSITIVE_INFINITY : outer.line);
  });
});
