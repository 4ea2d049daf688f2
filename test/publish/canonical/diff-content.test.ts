import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/model/json.js';
import { Secret } from '../../../src/model/secret.js';
import type { ContentChange } from '../../../src/publish/canonical/content-change.js';
import { sameContent } from '../../../src/publish/canonical/content-digest.js';
import { diffContent } from '../../../src/publish/canonical/diff-content.js';
import type { NamedValueBody, ResourceBody } from '../../../src/publish/resource-body.js';
import { randomDocument } from '../../analysis/flow/random-policies.js';

const policy = (value: string): ResourceBody => ({ kind: 'policy', format: 'xml', value });
const inbound = (content: string): ResourceBody => policy(`<policies><inbound>${content}</inbound></policies>`);
const fragment = (content: string, description?: string): ResourceBody => ({ kind: 'fragment', format: 'xml', value: `<fragment>${content}</fragment>`, ...(description === undefined ? {} : { description }) });
const backend = (properties: JsonObject): ResourceBody => ({ kind: 'backend', properties });
const namedValue = (part: Partial<NamedValueBody>): ResourceBody => ({ kind: 'named-value', displayName: 'n', secret: false, tags: [], ...part });

/** One line each, as reports may show them. */
function lines(before: ResourceBody | undefined, after: ResourceBody | undefined, known: readonly Secret[] = []): string[] {
  return diffContent(before, after, known).map((change) => {
    switch (change.kind) {
      case 'added':
        return `+ ${change.path}: ${change.after ?? ''}`;
      case 'removed':
        return `- ${change.path}: ${change.before ?? ''}`;
      case 'changed':
        return `~ ${change.path}: ${change.before ?? ''} → ${change.after ?? ''}`;
    }
  });
}

const when = (condition: string, backendId: string): string => `<when condition="@(${condition})"><set-backend-service backend-id="${backendId}" /></when>`;
const header = (name: string, value: string): string => `<set-header name="${name}" exists-action="override"><value>${value}</value></set-header>`;
const KEY = 'q8Zr2Lw5Xy7Bn3Kd9Vt1Mc4Pf6Hs0Ja';

const ROWS: readonly (readonly [string, ResourceBody | undefined, ResourceBody | undefined, readonly string[]])[] = [
  ['nothing where only the layout differs', inbound('<a b="1" c="2" /><!-- x -->'), inbound('\r\n\t<a c="2" b="1"></a>\r\n'), []],
  ['a changed attribute at its place', inbound(`<choose>${when('x', 'a')}${when('y', 'b')}</choose>`), inbound(`<choose>${when('x', 'a')}${when('y', 'c')}</choose>`),
    ['~ inbound/choose[1]/when[2]/set-backend-service[1]/@backend-id: b → c']],
  ['an attribute that comes, one that goes', inbound('<a b="1" c="2" />'), inbound('<a b="1" d="3" />'), ['+ inbound/a[1]/@d: 3', '- inbound/a[1]/@c: 2']],
  ['changed text', inbound(header('x', 'a')), inbound(header('x', 'b')), ['~ inbound/set-header[1]/value[1]/text(): a → b']],
  ['text that comes', inbound('<a></a>'), inbound('<a>x</a>'), ['+ inbound/a[1]/text(): x']],
  ['an added element on one line', inbound('<base />'), inbound(`<base />${header('x', 'a')}`), [`+ inbound/set-header[1]: ${header('x', 'a')}`]],
  ['a large one by its start tag', inbound('<base />'), inbound(`<base /><choose>${when('x', 'a')}${when('y', 'b')}</choose>`), ['+ inbound/choose[1]: <choose> with 4 elements']],
  ['a long expression on one line', inbound(''), inbound('<a b="@{&#10;    if (x) { return 1; }&#10;    return 2;&#10;}" />'), ['+ inbound/a[1]: <a b="@{ if (x) { return 1; } return 2; }" />']],
  ['an element that goes before one that stays', inbound(`${header('x', 'a')}${header('y', 'b')}`), inbound(header('y', 'b')), [`- inbound/set-header[1]: ${header('x', 'a')}`]],
  ['of several of one name, that with the same name', inbound(header('x', 'a')), inbound(`${header('y', 'c')}${header('x', 'b')}`),
    [`+ inbound/set-header[1]: ${header('y', 'c')}`, '~ inbound/set-header[2]/value[1]/text(): a → b']],
  ['a branch put in between', inbound(`<choose>${when('x', 'a')}${when('z', 'c')}</choose>`), inbound(`<choose>${when('x', 'a')}${when('y', 'b')}${when('z', 'd')}</choose>`),
    [`+ inbound/choose[1]/when[2]: ${when('y', 'b')}`, '~ inbound/choose[1]/when[3]/set-backend-service[1]/@backend-id: c → d']],
  ['of several without a name, that with the most in common', inbound(`<choose>${when('x', 'a')}${when('y', 'b')}<otherwise><base /></otherwise></choose>`),
    inbound(`<choose>${when('v', 'c')}</choose><choose>${when('x', 'a')}${when('y', 'd')}<otherwise><base /></otherwise></choose>`),
    [`+ inbound/choose[1]: <choose>${when('v', 'c')}</choose>`, '~ inbound/choose[2]/when[2]/set-backend-service[1]/@backend-id: b → d']],
  ['a policy in another order', inbound('<a /><b /><c />'), inbound('<b /><c /><a />'), ['- inbound/a[1]: <a />', '+ inbound/a[1]: <a />']],
  ['another policy in its place', inbound('<rate-limit calls="1" />'), inbound('<quota calls="1" />'), ['- inbound/rate-limit[1]: <rate-limit calls="1" />', '+ inbound/quota[1]: <quota calls="1" />']],
  ['a new document by its policies', undefined, policy('<policies><inbound><base /><a /></inbound><outbound></outbound></policies>'),
    ['+ inbound/base[1]: <base />', '+ inbound/a[1]: <a />', '+ outbound: <outbound />']],
  ['a section that goes by its policies', policy('<policies><inbound><a /></inbound><outbound><b /></outbound></policies>'), inbound('<a />'), ['- outbound/b[1]: <b />']],
  ['a fragment and its description', fragment('<a b="1" />'), fragment('<a b="2" />', 'd'), ['~ a[1]/@b: 1 → 2', '+ description: d']],
  ['a backend by its properties', backend({ url: 'https://a' }), backend({ url: 'https://b', circuitBreaker: { rules: [{ name: 'r', tripDuration: 'PT1M' }] } }),
    ['+ circuitBreaker: {"rules":[{"name":"r","tripDuration":"PT1M"}]}', '~ url: https://a → https://b']],
  ['durations in one way of writing', backend({ circuitBreaker: { rules: [{ name: 'r', tripDuration: 'PT5400S', failureCondition: { interval: 'PT24H' } }] } }), backend({ circuitBreaker: { rules: [{ name: 'r', tripDuration: 'P1DT1.5S', failureCondition: { interval: 'PT0M' } }] } }),
    ['~ circuitBreaker/rules[r]/failureCondition/interval: P1D → PT0S', '~ circuitBreaker/rules[r]/tripDuration: PT1H30M → P1DT1.5S']],
  ['what is no duration that can be counted as it stands', backend({ circuitBreaker: { rules: [{ name: 'r', tripDuration: 'P1M' }] } }), backend({ circuitBreaker: { rules: [{ name: 'r', tripDuration: 'P30D' }] } }), ['~ circuitBreaker/rules[r]/tripDuration: P1M → P30D']],
  ['rules and members by their names', backend({ type: 'Pool', pool: { services: [{ id: '/s/backends/a', weight: 1 }, { id: '/s/backends/b' }] } }), backend({ type: 'Pool', pool: { services: [{ id: '/s/backends/c' }, { id: '/s/backends/a', weight: 2 }] } }),
    ['~ pool/services[a]/weight: 1 → 2', '+ pool/services[c]: {"id":"c"}', '- pool/services[b]: {"id":"b"}']],
  ['a named value', namedValue({ value: 'x', tags: ['t'] }), namedValue({ value: 'y', tags: ['t', 'u'] }), ['~ tags: ["t"] → ["t","u"]', '~ value: x → y']],

  ['a secret that comes', undefined, namedValue({ secret: true, secretValue: new Secret(KEY) }), ['+ displayName: n', '+ secret: true', '+ value: (secret)']],
  ['a secret that changes', namedValue({ secret: true, secretValue: new Secret('a') }), namedValue({ secret: true, secretValue: new Secret('b') }), ['~ value: (secret) → (secret, changed)']],
  ['a secret that is not known', namedValue({ secret: true }), namedValue({ secret: true, secretValue: new Secret('b') }), []],
  ['a plain value that becomes secret', namedValue({ value: 'x' }), namedValue({ secret: true, secretValue: new Secret('x') }), ['~ secret: false → true', '~ value: x → (secret)']],
  ['credentials of a backend', backend({ credentials: { header: { 'x-key': ['a'] }, authorization: { scheme: 'Bearer', parameter: 'a' } } }), backend({ credentials: { header: { 'x-key': ['b'] }, authorization: { scheme: 'Bearer', parameter: '{{token}}' } } }),
    ['~ credentials/authorization/parameter: (secret) → {{token}}', '~ credentials/header/x-key: ["(secret)"] → ["(secret, changed)"]']],
  ['a key in a policy', inbound(header('api-key', KEY)), inbound(header('api-key', '{{key}}')), ['~ inbound/set-header[1]/value[1]/text(): (secret) → {{key}}']],
  ['a password of any form', inbound('<authentication-basic username="u" password="abc" />'), inbound('<authentication-basic username="u" password="abd" />'), ['~ inbound/authentication-basic[1]/@password: (secret) → (secret, changed)']],
  ['no less of it because a named value stands beside it', backend({ credentials: { header: { a: ['Bearer {{x}}'], b: ['{{x}}'] } } }), backend({ credentials: { header: { a: ['Bearer abc{{x}}'], b: ['abc{{x}}'] } } }),
    ['~ credentials/header/a: ["Bearer {{x}}"] → ["(secret)"]', '~ credentials/header/b: ["{{x}}"] → ["(secret)"]']],
  ['a password that looks like a mark of a deployment tool', inbound('<authentication-basic username="u" password="{{p}}" />'), inbound('<authentication-basic username="u" password="SECRET_PASSWORD" />'), ['~ inbound/authentication-basic[1]/@password: {{p}} → (secret)']],
  ['a key in the line of an element', inbound(''), inbound(header('Authorization', 'abc')), [`+ inbound/set-header[1]: ${header('Authorization', '(secret)')}`]],
  ['a key in an expression', inbound('<a />'), inbound(`<a b='@("AccountKey=${KEY}" + x)' />`), ['+ inbound/a[1]/@b: @((secret) + x)']],
  ['a plain named value that is a key', namedValue({ value: 'x' }), namedValue({ value: KEY }), ['~ value: x → (secret)']],
];

describe('diffContent', () => {
  test.each(ROWS)('shows %s', (_, before, after, expected) => {
    expect(lines(before, after)).toEqual(expected);
  });

  test.each(ROWS.filter(([, before, after]) => before !== undefined && after !== undefined))('swapped, the other way round: %s', (_, before, after) => {
    expect(counts(diffContent(after, before))).toEqual(swapped(counts(diffContent(before, after))));
  });

  test('covers known secrets wherever they stand', () => {
    expect(lines(inbound('<a b="1" />'), inbound('<a b="say &quot;sesame&quot;" c="sesame" />'), [new Secret('sesame'), new Secret('1')])).toEqual([
      '~ inbound/a[1]/@b: 1 → say "(secret)"', '+ inbound/a[1]/@c: (secret)',
    ]);
  });

  test('covers known secrets as C# and JSON write them', () => {
    const secret = 'ab"cd\\ef';
    expect(lines(inbound('<a />'), inbound(`<a b='@("x${JSON.stringify(secret).slice(1, -1)}y")' />`), [new Secret(secret)])).toEqual(['+ inbound/a[1]/@b: @("x(secret)y")']);
    expect(lines(undefined, backend({ proxy: { url: `https://${secret}` } }), [new Secret(secret)])).toContain('+ proxy: {"url":"https://(secret)"}');
  });

  test('finds none exactly where the contents are the same, and as many in both directions', () => {
    fc.assert(fc.property(randomDocument, randomDocument, (a, b) => {
      const [before, after] = [policy(a), policy(b)];
      const changes = diffContent(before, after);
      expect(changes.length === 0).toBe(sameContent(before, after));
      expect(counts(diffContent(after, before))).toEqual(swapped(counts(changes)));
    }), { numRuns: 40 });
  });

  const headers = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 12 });
  const written = (names: readonly number[], value = 'v'): ResourceBody => inbound(names.map((name) => header(`n${name}`, `${value}${name}`)).join(''));

  test('shows no more than what moved', () => {
    fc.assert(fc.property(headers, fc.nat(), fc.nat(), (names, from, to) => {
      const rest = names.toSpliced(from % names.length, 1);
      const moved = names[from % names.length] ?? 0;
      const after = rest.toSpliced(to % names.length, 0, moved);
      const expected = after.join() === names.join() ? { added: 0, removed: 0, changed: 0 } : { added: 1, removed: 1, changed: 0 };
      expect(counts(diffContent(written(names), written(after)))).toEqual(expected);
    }), { numRuns: 60 });
  });

  test('finds each of many that all changed, beside one that came', () => {
    fc.assert(fc.property(headers, fc.nat(), (names, come) => {
      const after = names.toSpliced(come % (names.length + 1), 0, 99);
      expect(counts(diffContent(written(names), written(after, 'w')))).toEqual({ added: 1, removed: 0, changed: names.length });
    }), { numRuns: 60 });
  });

  test('tells each change of one value as one change', () => {
    fc.assert(fc.property(randomDocument, fc.nat(), (text, at) => {
      const places = [...text.matchAll(/"([abc])"/gu)];
      const place = places[at % Math.max(1, places.length)];
      fc.pre(place !== undefined);
      const changed = `${text.slice(0, place.index)}"z"${text.slice(place.index + 3)}`;
      expect(diffContent(policy(text), policy(changed)).map(({ kind }) => kind)).toEqual(['changed']);
    }), { numRuns: 50 });
  });
});

describe('large and deep documents', () => {
  const many = (count: number, element: (index: number) => string): string => Array.from({ length: count }, (_, index) => element(index)).join('');
  const LIMIT = 262_144;

  test.each([
    ['5,000 elements, all of them changed', many(5000, (index) => `<a b="${index}" />`), many(5000, (index) => `<a b="${index}-" />`), 5000],
    ['5,000 of them, all alike', many(2500, () => '<a b="1" /><c />'), many(2500, () => '<a b="2" /><c />'), 2500],
    ['5,000 in reverse order', many(5000, (index) => `<a b="${index}" />`), many(5000, (index) => `<a b="${4999 - index}" />`), 10_000],
    ['other names', many(5000, (index) => `<a${index} />`), many(5000, (index) => `<b${index} />`), 10_000],
    ['900 levels', '<a>'.repeat(900) + '<b c="1" />' + '</a>'.repeat(900), '<a>'.repeat(900) + '<b c="2" />' + '</a>'.repeat(900), 1],
    ['one expression of 256 KiB', `<a b="@(x${' + x'.repeat(60_000)})" />`, `<a b="@(y${' + x'.repeat(60_000)})" />`, 1],
  ])('%s', (_, before, after, atMost) => {
    const started = performance.now();
    const changes = diffContent(inbound(before), inbound(after));
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.length).toBeLessThanOrEqual(atMost);
    // Well under a second on a machine with nothing else to do; tests run beside others.
    expect(performance.now() - started).toBeLessThan(3000);
    expect(Math.max(before.length, after.length)).toBeLessThan(LIMIT);
  });
});

function counts(changes: readonly ContentChange[]): Record<ContentChange['kind'], number> {
  const found = { added: 0, removed: 0, changed: 0 };
  for (const { kind } of changes) found[kind]++;
  return found;
}

function swapped({ added, removed, changed }: Record<ContentChange['kind'], number>): Record<ContentChange['kind'], number> {
  return { added: removed, removed: added, changed };
}
