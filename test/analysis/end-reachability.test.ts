import { expect, test } from 'vitest';
import { canReachEnd } from '../../src/analysis/end-reachability.js';
import { parseCode } from '../../src/syntax/csharp/parse-code.js';

function reachesEnd(text: string): boolean {
  const { code, problems } = parseCode(text, 'block');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return code.form === 'block' && canReachEnd(code.block);
}

test.each([
  'var x = 1; x = x + 1;',
  'if (a) { return 1; }',
  'if (a) { return 1; } else if (b) { return 2; }',
  'if (a) { f(); } else { return 2; }',
  'while (a) { return 1; }',
  'while (true) { if (a) { break; } }',
  'for (;;) { if (a) { break; } return 1; }',
  'foreach (var x in xs) { return x; }',
  'do { f(); } while (a);',
  'do { if (a) { break; } return 1; } while (b);',
  'switch (a) { case 1: return 1; case 2: return 2; }',
  'switch (a) { case 1: return 1; default: break; }',
  'try { return 1; } catch { f(); }',
  'try { f(); } finally { g(); }',
  'using (var x = f()) { g(); }',
  'int g() { return 1; } g();',
  'xs.Select(x => { return x; });',
])('the end is reached: %s', (text) => {
  expect(reachesEnd(text)).toBe(true);
});

test.each([
  'return 1;',
  'throw new Exception("a");',
  'if (a) { return 1; } return 2;',
  'if (a) { return 1; } else { return 2; }',
  'if (true) { return 1; }',
  'const bool always = true; while (always) { f(); }',
  'while (true) { f(); }',
  'while (true) { foreach (var x in xs) { break; } }',
  'for (;;) { f(); }',
  'do { return 1; } while (a);',
  'switch (a) { case 1: return 1; break; default: return 2; break; }',
  'switch (a) { case 1: goto default; default: return 2; }',
  'switch (a) { case string s: return s; case object o: return 1; }',
  'while (true) { switch (a) { case 1: break; } }',
  'try { return 1; } catch (Exception) { return 2; }',
  'try { f(); } finally { throw new Exception("a"); }',
  'using (var x = f()) { return 1; }',
  '{{statements-of-a-named-value}}',
  'again: f(); goto again;',
])('the end is not reached, or that is not certain: %s', (text) => {
  expect(reachesEnd(text)).toBe(false);
});
