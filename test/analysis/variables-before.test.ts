import { describe, expect, it } from 'vitest';
import { chooseRanges } from '../../src/analysis/choose-ranges.js';
import { subjectText } from '../../src/analysis/subject.js';
import { valuesText } from '../../src/analysis/values-text.js';
import { readText } from './read-text.js';

const P = 'int.Parse(context.Request.Headers.GetValueOrDefault("Priority", "0"))';

function variable(name: string, value: string): string {
  return `<set-variable name="${name}" value="${value}" />`;
}

/** The document's last choose: what its first branch takes, `header Priority: up to 100`. */
function ranges(before: string, condition: string, { around = (choose: string): string => choose } = {}): string {
  const choose = `<choose><when condition="@(${condition})"><set-backend-service backend-id="a" /></when></choose>`;
  const document = readText(`<policies><inbound><base />${before}${around(choose)}</inbound></policies>`);
  const [subject, ...others] = chooseRanges(document).at(-1)?.subjects ?? [];
  expect(others).toEqual([]);
  if (subject === undefined) return 'nothing';
  const [first] = subject.branches;
  expect(first?.must.integers.equals(first.may.integers)).toBe(true);
  return `${subjectText(subject.subject)}: ${valuesText(first?.may.integers ?? expect.fail('no branch'), subject.subject.type.range)}`;
}

const LIMIT = variable('limit', '100');

describe('a bound may be made of what variables were set to before', () => {
  it.each([
    ['int.Parse of a literal, which is a text', LIMIT, `${P} &lt;= int.Parse((string)context.Variables["limit"])`, 'up to 100'],
    ['with white space and sign', variable('limit', ' +100 '), `${P} &lt;= int.Parse((string)context.Variables["limit"])`, 'up to 100'],
    ['GetValueOrDefault of a text', LIMIT, `${P} &lt;= int.Parse(context.Variables.GetValueOrDefault<string>("limit", "7"))`, 'up to 100'],
    ['ToString', LIMIT, `${P} &lt;= int.Parse(context.Variables["limit"].ToString())`, 'up to 100'],
    ['an as-cast', LIMIT, `${P} &lt;= int.Parse(context.Variables["limit"] as string)`, 'up to 100'],
    ['Convert.ToInt32', LIMIT, `${P} &lt;= Convert.ToInt32(context.Variables["limit"])`, 'up to 100'],
    ['Convert.ToInt32, which rounds halves to even', variable('limit', '@(2.5)'), `${P} &lt;= Convert.ToInt32(context.Variables["limit"])`, 'up to 2'],
    ['an int', variable('limit', '@(50 * 2)'), `${P} &lt;= (int)context.Variables["limit"]`, 'up to 100'],
    ['an int by GetValueOrDefault', variable('limit', '@(100)'), `${P} &lt;= context.Variables.GetValueOrDefault<int>("limit", 7)`, 'up to 100'],
    ['on the left', LIMIT, `int.Parse((string)context.Variables["limit"]) >= ${P}`, 'up to 100'],
    ['both ends', variable('low', '101') + variable('high', '500'), `${P} >= int.Parse((string)context.Variables["low"]) && ${P} &lt;= int.Parse((string)context.Variables["high"])`, '101 to 500'],
    ['arithmetic', LIMIT, `${P} &lt;= int.Parse((string)context.Variables["limit"]) * 2 + 1`, 'up to 201'],
    ['arithmetic that overflows', variable('limit', '2147483647'), `${P} >= int.Parse((string)context.Variables["limit"]) + 1`, 'every value'],
    ['Math', LIMIT, `${P} &lt;= Math.Min(int.Parse((string)context.Variables["limit"]), 50)`, 'up to 50'],
    ['a ternary', variable('tier', 'gold'), `${P} &lt;= ((string)context.Variables["tier"] == "gold" ? 500 : 100)`, 'up to 500'],
    ['??', LIMIT, `${P} &lt;= int.Parse((string)context.Variables["limit"] ?? "7")`, 'up to 100'],
    ['a piece of a text', variable('range', '101-500'), `${P} &lt;= int.Parse(((string)context.Variables["range"]).Split('-')[1])`, 'up to 500'],
    ['Substring, Trim and Replace', variable('limit', ' max=1,000 '), `${P} &lt;= int.Parse(((string)context.Variables["limit"]).Trim().Substring(4).Replace(",", ""))`, 'up to 1000'],
    ['the length of a text', variable('limit', 'abc'), `${P} &lt;= ((string)context.Variables["limit"]).Length`, 'up to 3'],
    ['concatenation', variable('digit', '5'), `${P} &lt;= int.Parse((string)context.Variables["digit"] + "00")`, 'up to 500'],
    ['interpolation', variable('digit', '5'), `${P} &lt;= int.Parse($"{context.Variables["digit"]}00")`, 'up to 500'],
    ['string.Format', variable('digit', '5'), `${P} &lt;= int.Parse(string.Format("{0}00", context.Variables["digit"]))`, 'up to 500'],
    ['a variable made of another', LIMIT + variable('twice', '@(int.Parse((string)context.Variables["limit"]) * 2)'), `${P} &lt;= (int)context.Variables["twice"]`, 'up to 200'],
    ['a variable that a block makes', LIMIT + variable('n', '@{ int n; return int.TryParse((string)context.Variables["limit"], out n) ? n : 7; }'), `${P} &lt;= (int)context.Variables["n"]`, 'up to 100'],
    ['the later value', LIMIT + variable('limit', '200'), `${P} &lt;= int.Parse((string)context.Variables["limit"])`, 'up to 200'],
  ])('%s', (_, before, condition, expected) => {
    expect(ranges(before, condition)).toBe(`header Priority: ${expected}`);
  });

  it('through locals of the condition', () => {
    const condition = `@{ var text = (string)context.Variables["limit"]; var limit = int.Parse(text); return ${P} &lt;= limit; }`;
    expect(ranges(LIMIT, 'true', { around: () => `<choose><when condition="${condition}" /></choose>` })).toBe('header Priority: up to 100');
  });

  it('and so may a default, and the name of a header', () => {
    expect(ranges(variable('header', 'X-Rank'), 'int.Parse(context.Request.Headers.GetValueOrDefault((string)context.Variables["header"], "0")) &lt;= 5')).toBe('header X-Rank: up to 5');
  });

  it('but a variable with a bound that is known stays what the condition asks about', () => {
    expect(ranges(variable('p', '50'), 'int.Parse((string)context.Variables["p"]) &lt;= 100')).toBe('variable p: up to 100');
    expect(ranges(variable('p', '50') + LIMIT, 'int.Parse((string)context.Variables["p"]) &lt;= int.Parse((string)context.Variables["limit"])')).toBe('variable p: up to 100');
  });
});

describe('nothing is known of', () => {
  const bound = `${P} &lt;= int.Parse((string)context.Variables["limit"])`;

  it.each([
    ['a variable that nothing sets', ''],
    ['a variable that is perhaps set again', `${LIMIT}<choose><when condition="@(context.Product != null)">${variable('limit', '5')}</when></choose>`],
    ['a variable that another policy sets', `${LIMIT}<cache-lookup-value key="k" variable-name="limit" />`],
    ['variables before a fragment', `${LIMIT}<include-fragment fragment-id="f" />`],
    ['variables before the policies of the broader scope', `${LIMIT}<base />`],
    ['a named value', variable('limit', '{{limit}}')],
    ['a value that a deployment fills in', variable('limit', '#{limit}#')],
    ['a value of the request', variable('limit', '@(context.Request.Headers.GetValueOrDefault("limit", "100"))')],
    ['a text that is no number', variable('limit', 'many')],
    ['code with a mistake', variable('limit', '@("100" + )')],
  ])('%s', (_, before) => {
    expect(ranges(before, bound)).toBe('nothing');
  });

  it('an int that is a text, or the other way round', () => {
    expect(ranges(LIMIT, `${P} &lt;= (int)context.Variables["limit"]`)).toBe('nothing');
    expect(ranges(variable('limit', '@(100)'), bound)).toBe('nothing');
    expect(ranges(variable('limit', '@(100)'), `${P} &lt;= context.Variables.GetValueOrDefault<long>("limit")`)).toBe('nothing');
  });

  it('what a retry sets behind the choose', () => {
    const retry = (behind: string) => ({ around: (choose: string): string => `<retry condition="@(true)" count="2" interval="1">${choose}${behind}</retry>` });
    expect(ranges(LIMIT, bound, retry(''))).toBe('header Priority: up to 100');
    expect(ranges(LIMIT, bound, retry(variable('limit', '5')))).toBe('nothing');
  });
});
