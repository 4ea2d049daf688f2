import { describe, expect, it } from 'vitest';
import type { ConditionRanges } from '../../src/analysis/condition-ranges.js';
import { reduceCondition } from '../../src/analysis/reduce-condition.js';
import { subjectText } from '../../src/analysis/subject.js';
import type { SubjectValues } from '../../src/analysis/subject-values.js';
import { valuesText } from '../../src/analysis/values-text.js';
import { readValue } from './read-text.js';

const P = 'context.Variables.GetValueOrDefault<int>("p")';

/** `variable p: 0 to 100, missing`; when the condition may hold for more, `surely 0 to 100, perhaps 0 to 500`. */
function outline(ranges: ConditionRanges): string {
  if (ranges.constant !== undefined) return String(ranges.constant);
  const subjects = [...ranges.subjects.values()].map(({ subject, must, may }) => {
    const text = (values: SubjectValues): string =>
      [valuesText(values.integers, subject.type.range), ...(values.missing ? ['missing'] : []), ...(values.unreadable ? ['unreadable'] : [])].join(', ');
    return `${subjectText(subject)}: ${must.equals(may) ? text(must) : `surely ${text(must)}; perhaps ${text(may)}`}`;
  });
  return subjects.length === 0 ? 'opaque' : subjects.join(' | ');
}

const reduced = (text: string): string => outline(reduceCondition(readValue(text)));

describe('comparisons', () => {
  it.each([
    ['<', `${P} < 100`, 'up to 99, missing'],
    ['<=', `${P} <= 100`, 'up to 100, missing'],
    ['>', `${P} > 100`, '101 or more'],
    ['>=', `${P} >= 100`, '100 or more'],
    ['==', `${P} == 5`, '5'],
    ['!=', `${P} != 5`, 'up to 4 and 6 or more, missing'],
    ['reversed operands', `100 >= ${P}`, 'up to 100, missing'],
    ['both ends', `${P} >= 0 && ${P} <= 100`, '0 to 100, missing'],
    ['parentheses', `((${P}) >= (1)) && (${P} <= (2))`, '1 to 2'],
    ['||', `${P} == 1 || ${P} == 3`, '1 and 3'],
    ['!', `!(${P} > 100)`, 'up to 100, missing, unreadable'],
    ['an end of int', `${P} >= 2147483647`, '2147483647'],
    ['int.MaxValue', `${P} < int.MaxValue`, 'up to 2147483646, missing'],
    ['beyond int', `${P} <= 3000000000`, 'every value, missing'],
    ['negative constants', `${P} >= -5 && ${P} <= -(2)`, '-5 to -2'],
    ['arithmetic of constants', `${P} == 10 * (3 + 2) - 100 / 7 % 4`, '48'],
    ['a parsed constant', `${P} < int.Parse("5")`, 'up to 4, missing'],
    ['beside a condition that is a constant', `bool.Parse("true") && ${P} < 5`, 'up to 4, missing'],
    ['hexadecimal and digit separators', `${P} == 0xFF || ${P} == 1_000`, '255 and 1000'],
    ['a conditional operand', `(${P} > 5 ? 1 : 2) == 1`, '6 or more'],
    ['a conditional condition', `${P} > 5 ? ${P} < 10 : false`, '6 to 9'],
    ['== true', `(${P} > 5) == true`, '6 or more'],
    ['!= true', `(${P} > 5) != true`, 'up to 5, missing, unreadable'],
    ['a default', 'context.Variables.GetValueOrDefault<int>("p", 7) > 5', '6 or more, missing'],
    ['a cast', '(int)context.Variables["p"] > 5', '6 or more'],
    ['a wider cast', `(long)${P} > 5`, '6 or more'],
    ['an as-cast text', 'int.Parse(context.Variables["p"] as string) > 5', '6 or more'],
    ['Convert', 'Convert.ToInt32(context.Variables["p"]) > 5', '6 or more'],
    ['Convert, which makes 0 of null', 'Convert.ToInt32(context.Variables["p"]) < 5', 'up to 4, missing'],
    ['a parsed text', 'int.Parse((string)context.Variables["p"]) > 5', '6 or more'],
    ['a parsed text with a default', 'Int32.Parse(context.Variables.GetValueOrDefault<string>("p", "9")) > 5', '6 or more, missing'],
    ['ToString and Trim', 'int.Parse(context.Variables["p"].ToString().Trim()) > 5', '6 or more'],
  ])('%s', (_, condition, expected) => {
    expect(reduced(`@(${condition})`)).toBe(`variable p: ${expected}`);
  });
});

describe('other subjects', () => {
  it.each([
    ['int.Parse(context.Request.Headers.GetValueOrDefault("Priority", "0")) <= 100', 'header Priority: up to 100, missing'],
    ['int.Parse(context.Request.Headers["Priority"][0]) > 5', 'header Priority: 6 or more'],
    ['int.Parse(context.Request.Headers["Priority"].First()) > 5', 'header Priority: 6 or more'],
    ['int.Parse(context.Request.Url.Query.GetValueOrDefault("p", "1")) > 5', 'query parameter p: 6 or more'],
    ['int.Parse(context.Request.Headers.GetValueOrDefault("Priority") ?? "9") > 5', 'header Priority: 6 or more, missing'],
    ['context.Response.StatusCode >= 500', 'context.Response.StatusCode: 500 or more'],
    ['context.Response != null && context.Response.StatusCode == 429', 'context.Response.StatusCode: surely no value; perhaps 429'],
    ['context.Request.Body.As<string>(preserveContent: true).Length > 10', 'context.Request.Body.As<string>(preserveContent: true).Length: 11 or more'],
    ['((IResponse)context.Variables["r"]).StatusCode < 300', '((IResponse)context.Variables["r"]).StatusCode: up to 299'],
    ['context.Variables.GetValueOrDefault<long>("p") > 3000000000', 'variable p: 3000000001 or more'],
    ['int.TryParse(context.Request.Headers.GetValueOrDefault("P", ""), out var p) && p > 5', 'header P: 6 or more'],
    ['int.TryParse(context.Request.Headers.GetValueOrDefault("P", "7"), out var p) && p > 5', 'header P: 6 or more, missing'],
    ['!int.TryParse(context.Request.Headers.GetValueOrDefault("P", ""), out var p) || p <= 5', 'header P: up to 5, missing, unreadable'],
  ])('%s', (condition, expected) => {
    expect(reduced(`@(${condition})`)).toBe(expected);
  });

  it('keeps two subjects apart, each opaque to the other', () => {
    const q = 'context.Variables.GetValueOrDefault<int>("q")';
    expect(reduced(`@(${P} > 5 && ${q} > 7)`)).toBe('variable p: surely no value; perhaps 6 or more | variable q: surely no value; perhaps 8 or more');
    expect(reduced(`@(${P} > 5 || ${q} > 7)`)).toBe('variable p: surely 6 or more; perhaps every value, missing, unreadable | variable q: surely 8 or more; perhaps every value, missing, unreadable');
  });

  it('takes a header for the same whatever its case, a variable not', () => {
    const keys = (name: string): string[] => [
      `int.Parse(context.Request.Headers.GetValueOrDefault("${name}", "0")) > 1`,
      `(int)context.Variables["${name}"] > 1`,
    ].flatMap((code) => [...reduceCondition(readValue(`@(${code})`)).subjects.keys()]);
    const [upper, lower] = [keys('P'), keys('p')];
    expect(upper[0]).toBe(lower[0]);
    expect(upper[1]).not.toBe(lower[1]);
  });
});

describe('blocks', () => {
  it.each([
    ['a local', `var p = ${P}; return p <= 100;`, 'up to 100, missing'],
    ['a local of a local', `var text = (string)context.Variables["p"]; int p = int.Parse(text); return p <= 100;`, 'up to 100'],
    ['a condition in a local', `bool isHigh = ${P} <= 100; return !isHigh;`, '101 or more, unreadable'],
    ['if and return', `var p = ${P}; if (p < 0) { return false; } return p <= 100;`, '0 to 100, missing'],
    ['else', `var p = ${P}; if (p < 0) { return false; } else if (p > 100) { return false; } else { return true; }`, '0 to 100, missing, unreadable'],
    ['an if that goes on', `var limit = 100; if (${P} == 500) { limit = 1000; } return ${P} <= limit;`, 'up to 100 and 500, missing'],
    ['TryParse', 'int p; return int.TryParse((string)context.Variables["p"], out p) && p <= 100;', 'up to 100'],
    ['TryParse and its 0', 'int p = 5; int.TryParse((string)context.Variables["p"], out p); return p <= 100;', 'up to 100, missing, unreadable'],
    ['TryParse in an if', 'int p; if (int.TryParse((string)context.Variables["p"], out p)) { return p <= 100; } return true;', 'up to 100, missing, unreadable'],
    ['a constant local', `const int limit = 100; var half = limit / 2; return ${P} <= half;`, 'up to 50, missing'],
    ['a loop beside it', `var p = ${P}; var n = 0; foreach (var x in new[] { 1 }) { n += x; } return p <= 100;`, 'up to 100, missing'],
    ['throw, which runs no branch', `if (${P} > 5) { throw new Exception(); } return true;`, 'up to 5, missing, unreadable'],
  ])('%s', (_, code, expected) => {
    expect(reduced(`@{ ${code} }`)).toBe(`variable p: ${expected}`);
  });
});

describe('what is opaque', () => {
  it.each([
    ['a random number', '@(new Random().Next(1, 100) <= 50)'],
    ['a double', '@(context.Variables.GetValueOrDefault<double>("p") > 100)'],
    ['a narrowing cast', '@((int)context.Variables.GetValueOrDefault<long>("p") > 100)'],
    ['text', '@(context.Variables.GetValueOrDefault<string>("p") == "5")'],
    ['a named value as bound', `@(${P} > {{limit}})`],
    ['another subject as bound', `@(${P} > (int)context.Variables["q"])`],
    ['arithmetic on the subject', `@(${P} * 2 > 10)`],
    ['a body that reading uses up', '@(context.Request.Body.As<string>().Length > 10)'],
    ['the time', '@(context.Elapsed.Seconds > 10)'],
    ['a name that is not known', '@(p > 10)'],
    ['a syntax mistake', `@(${P} > )`],
    ['an expression inside of text', `x @(${P} > 5)`],
    ['a named value', '{{enabled}}'],
    ['a named value within C#', '@("{{mode}}" == "on")'],
    ['what a deployment fills in', '@("#{mode}#" != "off" || bool.Parse("__enabled__"))'],
    ['a named value in a local', '@{ var mode = "{{mode}}"; return mode == "on"; }'],
    ['a loop that may return', `@{ foreach (var x in new[] { 1 }) { if (${P} > x) { return true; } } return ${P} > 5; }`],
    ['a local that a loop changes', `@{ var p = ${P}; while (p > 10) { p = p / 10; } return p == 3; }`],
    ['a local that a lambda changes', `@{ var p = ${P}; Action f = () => { p = 3; }; f(); return p == 3; }`],
    ['a TryParse that may be skipped', '@{ int p = 7; return context.Variables.ContainsKey("p") && int.TryParse((string)context.Variables["p"], out p) || p > 5; }'],
    ['division by zero', `@(${P} == 1 / 0)`],
    ['a constant that no integer holds', `@(${P} < long.MaxValue + 1)`],
  ])('%s', (_, text) => {
    expect(reduced(text)).not.toContain('variable p: up to');
    expect([...reduceCondition(readValue(text)).subjects.values()].every(({ must, may }) => must.integers.isEmpty && may.integers.size >= 2n ** 32n)).toBe(true);
  });

  it.each([['true', 'true'], ['false', 'false'], ['@(true)', 'true'], ['@(!true || false)', 'false'], ['@(1 < 2)', 'true'], ['@("a" == "A".ToLower())', 'true'], ['@(null != "a")', 'true'], ['@(bool.Parse("True"))', 'true'], ['@(string.IsNullOrEmpty("a"))', 'false'], ['@(true ^ false)', 'true'], ['@{ return false; }', 'false']])('%s is constant', (text, expected) => {
    expect(reduced(text)).toBe(expected);
  });
});

describe('hostile conditions', () => {
  it.each([
    ['locals that double', `@{ var a0 = ${P} > 1; ${Array.from({ length: 60 }, (_, index) => `var a${index + 1} = a${index} && a${index};`).join(' ')} return a60; }`],
    ['constants that double', `@{ var a0 = 1; ${Array.from({ length: 60 }, (_, index) => `var a${index + 1} = a${index} + a${index};`).join(' ')} return ${P} > a60; }`],
    ['a long chain', `@(${Array.from({ length: 1_000 }, (_, index) => `${P} == ${index * 2}`).join(' || ')})`],
    ['many ifs that go on', `@{ var n = 0; ${Array.from({ length: 60 }, (_, index) => `if (${P} > ${index}) { n = ${index}; }`).join(' ')} return n == 3; }`],
    ['casts upon casts', `@(${'(int)'.repeat(1_000)}${P} > 5)`],
    ['locals upon locals', `@{ object a0 = context.Variables["p"]; ${Array.from({ length: 5_000 }, (_, index) => `var a${index + 1} = (string)a${index};`).join(' ')} return int.Parse(a5000) > 1; }`],
  ])('%s end soon', (_, text) => {
    const startedAt = performance.now();
    reduceCondition(readValue(text));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
