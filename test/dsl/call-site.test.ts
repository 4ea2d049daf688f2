import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { setBody, setHeader } from '../../src/dsl/policies.generated.js';
import { authoredNodes } from '../../src/dsl/policy.js';
import type { AuthoredElement, AuthoredNode } from '../../src/dsl/authored.js';

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
    const [below] = authoredNodes([setBody('x')], 'test');
    expect(siteOf(tenantHeader()[0]).line).toBeLessThan(siteOf(below).line);
  });

  test('once bundled into one file, the package is that file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'call-site-'));
    try {
      mkdirSync(join(folder, 'dist'));
      buildSync({ entryPoints: [fileURLToPath(new URL('../../src/dsl/policies.generated.ts', import.meta.url))], bundle: true, minify: true, format: 'esm', outfile: join(folder, 'dist/index.mjs') });
      writeFileSync(join(folder, 'policy.mjs'), "import { choose, setBody, when } from './dist/index.mjs';\n\nconsole.log(JSON.stringify(choose([when(true, [setBody('x')])])));\n");
      const choose: AuthoredElement = JSON.parse(execFileSync(process.execPath, [join(folder, 'policy.mjs')], { encoding: 'utf8' }));
      expect(choose.callSite).toEqual({ url: expect.stringMatching(/policy\.mjs$/u), line: 3, column: 28, callee: 'choose' });
      expect(siteOf(choose.children[0])).toMatchObject({ line: 3, column: 36, callee: 'when' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
