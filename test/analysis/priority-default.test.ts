import { describe, expect, it } from 'vitest';
import { chooseRanges } from '../../src/analysis/choose-ranges.js';
import { priorityDefaults } from '../../src/analysis/priority-default.js';
import { routingOf } from '../../src/analysis/routing.js';
import { readText } from './read-text.js';

/** A choose on variable `p`: 0 to 100 goes to `low`, 101 to 500 to `high`, all else to `rest`. */
const ROUTES = `<choose>
  <when condition="@((int)context.Variables["p"] >= 0 && (int)context.Variables["p"] <= 100)"><set-backend-service backend-id="low" /></when>
  <when condition="@((int)context.Variables["p"] >= 101 && (int)context.Variables["p"] <= 500)"><set-backend-service backend-id="high" /></when>
  <otherwise><set-backend-service backend-id="rest" /></otherwise>
</choose>`;

const HEADER = 'context.Request.Headers.GetValueOrDefault("Priority", "0")';

/** `missing 0 low, unreadable fails`: each state, the number it stands for when known, and the backend. */
function defaults(policies: string, choose = ROUTES): string {
  const [first] = chooseRanges(readText(`<policies><inbound><base />${policies}${choose}</inbound></policies>`)).flatMap((ranges) => routingOf(ranges) ?? []);
  if (first === undefined) throw new Error('no choose routes');
  return priorityDefaults(first.choose, first.ranges)
    .map(({ assumption, value, outcome }) => [assumption.state, value, typeof outcome === 'string' ? outcome : outcome.backend?.text].filter((part) => part !== undefined).join(' '))
    .join(', ');
}

const variable = (name: string, value: string): string => `<set-variable name="${name}" value="${value}" />`;

describe('what a missing or unreadable header counts as', () => {
  it.each([
    ['int.Parse', `@(int.Parse(${HEADER}))`, 'missing 0 low, unreadable fails'],
    ['Convert.ToInt32', `@(Convert.ToInt32(${HEADER}))`, 'missing 0 low, unreadable fails'],
    ['Convert.ToInt32 of nothing', '@(Convert.ToInt32(context.Request.Headers.GetValueOrDefault("Priority")))', 'missing 0 low, unreadable fails'],
    ['int.Parse of nothing', '@(int.Parse(context.Request.Headers.GetValueOrDefault("Priority")))', 'missing fails, unreadable fails'],
    ['??', '@(int.Parse(context.Request.Headers.GetValueOrDefault("Priority") ?? "200"))', 'missing 200 high, unreadable fails'],
    ['an index', '@(int.Parse(context.Request.Headers["Priority"][0]))', 'missing fails, unreadable fails'],
    ['ContainsKey', `@(context.Request.Headers.ContainsKey("priority") ? int.Parse(${HEADER}) : 300)`, 'missing 300 high, unreadable fails'],
    ['TryParse', `@{ int p; return int.TryParse(${HEADER}, out p) ? p : -1; }`, 'missing 0 low, unreadable -1 rest'],
    ['TryParse and its 0', `@{ int p = 7; int.TryParse(${HEADER}, out p); return p; }`, 'missing 0 low, unreadable 0 low'],
    ['out var', `@(int.TryParse(${HEADER}, out var p) ? p : 150)`, 'missing 0 low, unreadable 150 high'],
    ['if and return', `@{ var text = ${HEADER}; int p; if (!int.TryParse(text, out p)) { return 101; } return p; }`, 'missing 0 low, unreadable 101 high'],
    ['an empty default', '@{ var t = context.Request.Headers.GetValueOrDefault("Priority", ""); if (string.IsNullOrEmpty(t)) { return -1; } return int.Parse(t.Trim()); }', 'missing -1 rest, unreadable fails'],
    ['try and catch', `@{ try { return int.Parse(${HEADER}); } catch (Exception) { return 500; } }`, 'missing 0 low, unreadable 500 high'],
    ['arithmetic', `@{ int p; int.TryParse(${HEADER}, out p); p = p * 10 + 101; return p; }`, 'missing 101 high, unreadable 101 high'],
    ['a comparison of texts', `@(${HEADER} == "0" ? 1 : ${HEADER} == "5" ? 2 : -5)`, 'missing 1 low, unreadable -5 rest'],
  ])('%s', (_, value, expected) => {
    expect(defaults(variable('p', value))).toBe(expected);
  });

  it('is followed through several variables', () => {
    expect(defaults(variable('text', `@(${HEADER})`) + variable('p', '@{ int p; return int.TryParse((string)context.Variables["text"], out p) ? p : 0; }'))).toBe('missing 0 low, unreadable 0 low');
    expect(defaults(variable('text', '@(context.Request.Headers.GetValueOrDefault("Priority", ""))') + variable('p', '@(int.Parse("0" + context.Variables.GetValueOrDefault<string>("text")))'))).toBe('missing 0 low');
  });

  it('comes from a query parameter, too', () => {
    expect(defaults(variable('p', '@(int.Parse(context.Request.Url.Query.GetValueOrDefault("priority", "5")))'))).toBe('missing 5 low, unreadable fails');
  });

  it('is asked of the variable when nothing here sets it', () => {
    const read = (code: string): string => defaults('', ROUTES.replaceAll('(int)context.Variables["p"]', code));
    expect(read('context.Variables.GetValueOrDefault<int>("p")')).toBe('missing 0 low');
    expect(read('context.Variables.GetValueOrDefault<int>("p", -1)')).toBe('missing -1 rest');
    expect(read('(int)context.Variables["p"]')).toBe('missing fails');
    expect(read('int.Parse(context.Variables.GetValueOrDefault<string>("p", "200"))')).toBe('missing 200 high');
  });

  it('is read by the conditions themselves', () => {
    const read = `int.Parse(${HEADER})`;
    expect(defaults('', ROUTES.replaceAll('(int)context.Variables["p"]', read))).toBe('missing 0 low, unreadable fails');
  });
});

describe('what cannot be told is left out', () => {
  const known = variable('p', `@(int.Parse(${HEADER}))`);

  it.each([
    ['a variable that is perhaps set', `<choose><when condition="@(context.Product != null)">${known}</when></choose>`],
    ['a variable that is set again', `${known}<choose><when condition="@(context.Product != null)">${variable('p', '@(1)')}</when></choose>`],
    ['a variable that another policy sets', `${known}<cache-lookup-value key="k" variable-name="p" />`],
    ['a fragment in front', `${known}<include-fragment fragment-id="f" />`],
    ['a header that is set before', `<set-header name="priority" exists-action="skip"><value>7</value></set-header>${known}`],
    ['code that cannot be followed', variable('p', `@((int)JObject.Parse(${HEADER})["p"])`)],
    ['code with a loop that returns', variable('p', `@{ foreach (var c in ${HEADER}) { return 1; } return int.Parse(${HEADER}); }`)],
    ['code with a mistake', variable('p', `@(int.Parse(${HEADER})`)],
  ])('%s', (_, policies) => {
    expect(defaults(policies)).toBe('');
  });

  it('but a later set-header changes nothing any more', () => {
    expect(defaults(`${known}<set-header name="Priority" exists-action="delete" />`)).toBe('missing 0 low, unreadable fails');
  });
});
