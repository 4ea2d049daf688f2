import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkExpression } from '../../../../src/check/expressions/check-expression.js';
import { parseCode } from '../../../../src/syntax/csharp/parse-code.js';
import { problemsOf } from './problems-of.js';

const WORDS = [
  'context', 'Request', 'Headers', 'Variables', 'x', 'y', 'int', 'string', 'var', 'List<int>', 'JObject', 'new', 'return', 'if', 'else', 'foreach', 'in', 'is', 'as', 'null', 'true', 'out',
  'from', 'where', 'select', 'let', 'group', 'by', 'into', 'join', 'on', 'equals', 'switch', 'case', 'default', 'try', 'catch', 'finally', 'while', 'for', 'using', 'const', 'goto', 'yield',
  '(', ')', '[', ']', '{', '}', '<', '>', '.', ',', ';', ':', '?', '?.', '??', '=>', '=', '==', '+=', '+', '-', '!', '&&', '||', '++', '1', '2L', '1.5', '"a"', "'c'", '$"{x}"', '{{named}}',
  'Select', 'Where', 'First', 'Add', 'Length', 'Func<int, int>', 'break', 'continue', 'throw', 'typeof', 'nameof', 'delegate', 'checked',
];

const VALID = [
  'context.Request.Headers.GetValueOrDefault("a", "").Split(\',\').Select(x => x.Trim()).Where(x => x.Length > 0).ToList()',
  'var body = context.Request.Body.As<JObject>(preserveContent: true); foreach (var p in body.Properties()) { if (p.Name == "a" && p.Value is JArray list) { return list.Count.ToString(); } } return "";',
  'var d = new Dictionary<string, List<int>> { ["a"] = new List<int> { 1, 2 } }; return d.SelectMany(e => e.Value, (e, v) => new { e.Key, v }).GroupBy(g => g.Key).ToDictionary(g => g.Key, g => g.Sum(i => i.v));',
  'from x in new[] { 1, 2 } join y in new[] { 2, 3 } on x equals y into g from z in g.DefaultIfEmpty() orderby x, z descending select new { x, z }',
  'int F(int n) { return n < 2 ? n : F(n - 1) + F(n - 2); } int x; switch (F(3)) { case 1: x = 1; break; default: x = 2; break; } return x;',
];

/** Whatever was parsed is checked, also what stands for broken code: error recovery leaves holes in the tree. */
function check(code: string): void {
  for (const form of ['expression', 'block'] as const) {
    const { problems, usages } = checkExpression(parseCode(code, form).code);
    for (const { span } of [...problems, ...usages]) expect(span.start).toBeLessThanOrEqual(span.end);
  }
}

describe('no code makes the checker fail', () => {
  test('tokens in any order', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }), (words) => check(words.join(' '))), { seed: 20261124, numRuns: 1_000 });
  });

  test('valid code with pieces taken out, doubled and put elsewhere', () => {
    const mutation = fc.record({ code: fc.constantFrom(...VALID), at: fc.nat(300), length: fc.nat(30), to: fc.nat(300), word: fc.constantFrom('', ...WORDS) });
    fc.assert(fc.property(mutation, ({ code, at, length, to, word }) => {
      const piece = code.slice(at, at + length);
      const rest = code.slice(0, at) + code.slice(at + length);
      check(`${rest.slice(0, to)} ${word} ${piece}${rest.slice(to)}`);
    }), { seed: 20261124, numRuns: 400 });
  });
});

/** Calls within calls, each with a parameter of another name. */
function nested(opening: string, innermost: string, depth: number): string {
  return `${Array.from({ length: depth }, (_, level) => opening.replace('NAME', `x${level}`)).join('')}${innermost}${')'.repeat(depth)}`;
}

/** Code that is deep or long, or asks for much work where it is done naively. */
const HOSTILE: Readonly<Record<string, string>> = {
  'lambdas in lambdas': nested('new[] { 1 }.SelectMany(NAME => ', 'new[] { 1 }', 30),
  'overloaded calls with lambdas in lambdas': nested('new[] { 1 }.Sum(NAME => ', '1', 25),
  'nested blocks': `${'if (true) { '.repeat(400)}return 1;${' }'.repeat(400)}`,
  'nested parentheses': `${'('.repeat(400)}1${')'.repeat(400)}`,
  'nested calls': `${'Math.Max(1, '.repeat(200)}1${')'.repeat(200)}`,
  'nested conditionals': `${'context.Tracing ? 1 : '.repeat(300)}2`,
  'a long sum': `"a"${' + "b" + 1'.repeat(600)}`,
  'a long chain of calls': `"a"${'.Trim().ToUpper()'.repeat(250)}`,
  'many statements': `var t = "";${' t = t + context.Api.Name;'.repeat(3_000)} return t;`,
  'many variables': `${Array.from({ length: 1_500 }, (_, n) => `int v${n}; if (context.Tracing) { v${n} = ${n}; }`).join(' ')} return 1;`,
  'many elements': `new JObject { ${Array.from({ length: 2_000 }, (_, n) => `["k${n}"] = new JObject { ["v"] = ${n} }`).join(', ')} }`,
};
describe('time is bounded', () => {
  test.each(Object.entries(HOSTILE))('%s', (_name, code) => {
    const startedAt = performance.now();
    check(code);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  test('what is within the bounds is checked all the same', () => {
    expect(problemsOf(nested('new[] { 1 }.Select(NAME => ', 'missing', 10))).toEqual(['CS0103 "missing"']);
    expect(problemsOf(`${'('.repeat(100)}missing${')'.repeat(100)}`)).toEqual(['CS0103 "missing"']);
    expect(problemsOf(`missing${' + 1'.repeat(1_000)}`)).toEqual(['CS0103 "missing"']);
  });
});
