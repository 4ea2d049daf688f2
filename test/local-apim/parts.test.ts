/** The small parts of the endpoint. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dotNetDuration } from '../../src/local-apim/kinds/dot-net-duration.js';
import { parseFilter } from '../../src/local-apim/list-filter.js';
import { isLoopback, urlHost } from '../../src/local-apim/loopback.js';
import { parseTarget } from '../../src/local-apim/management-request.js';
import { RESOURCE_TYPES } from '../../src/local-apim/resource-type.js';
import { nameOfPath, pathOf } from '../../src/local-apim/resource-name.js';
import { etagOf } from '../../src/local-apim/etag.js';
import { Operations } from '../../src/local-apim/operations.js';

test('§2.1 [W]: an ETag is a counter of eight bytes', () => {
  expect(etagOf(0xe69866n)).toBe('"AAAAAADmmGY="');
});

test('what encodeURIComponent makes of a segment is read back, unless it could mean something else', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom('.', '..', 'a/b', '\\', '\u0000', 'a\u007F', 'ü;rev=2', '%2F', '😀')), { minLength: 1, maxLength: 5 }), (segments) => {
      const isPlain = segments.every((segment) => segment !== '.' && segment !== '..' && !/[/\\\u0000-\u001F\u007F]/u.test(segment));
      const target = parseTarget(`/${segments.map(encodeURIComponent).join('/')}?api-version=1&x=a%20b`);
      expect(target).toEqual(isPlain ? { segments, query: { 'api-version': '1', x: 'a b' } } : undefined);
    }),
  );
});

test('a path and its name are the same thing', () => {
  for (const type of RESOURCE_TYPES) {
    const path = type.collections.map((collection) => `${collection}/x`).join('/');
    expect(nameOfPath(path.toUpperCase())?.type).toBe(type);
    expect(pathOf({ type, ids: type.collections.map(() => 'x') })).toBe(path);
  }
});

describe('durations as .NET writes them', () => {
  test.each([
    ['PT60S', 'PT1M'],
    ['PT90S', 'PT1M30S'],
    ['PT3600S', 'PT1H'],
    ['P1D', 'P1D'],
    ['PT86400S', 'P1D'],
    ['PT25H', 'P1DT1H'],
    ['PT0S', 'PT0S'],
    ['P1Y', 'P1Y'],
    ['P', 'P'],
    ['PT', 'PT'],
    ['one hour', 'one hour'],
  ])('%s is %s', (text, written) => expect(dotNetDuration(text)).toBe(written));

  test('writing one again changes nothing', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(1000), fc.nat(1000), (seconds, minutes, hours) => {
      const once = dotNetDuration(`PT${hours}H${minutes}M${seconds}S`);
      expect(dotNetDuration(once)).toBe(once);
      const [, days = 0, h = 0, m = 0, s = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u.exec(once)?.map(Number).map((number) => number || 0) ?? [];
      expect(days * 86_400 + h * 3600 + m * 60 + s).toBe(hours * 3600 + minutes * 60 + seconds);
    }));
  });
});

describe('$filter', () => {
  const body = { name: 'chat', properties: { isCurrent: true, path: "o'clock and more", apiRevision: '2', count: 3 } };
  test.each<readonly [string, boolean | undefined]>([
    ['', true],
    ['isCurrent eq true', true],
    ['isCurrent eq false', false],
    ['properties/isCurrent ne false', true],
    ["name eq 'chat' and apiRevision eq '2'", true],
    ["name eq 'chat' and apiRevision eq '1'", false],
    ["path eq 'o''clock and more' and count eq 3", true],
    ['missing eq null', true],
    ["contains(name, 'c')", undefined],
    ['name', undefined],
  ])('%s', (filter, passes) => expect(parseFilter(filter)?.(body)).toBe(passes));
});

test.each([
  ['127.0.0.1', true, '127.0.0.1'],
  ['127.1.2.3', true, '127.1.2.3'],
  ['localhost', true, 'localhost'],
  ['::1', true, '[::1]'],
  ['[::1]', true, '[::1]'],
  ['0.0.0.0', false, '127.0.0.1'],
  ['::', false, '[::1]'],
  ['127.0.0.1.example', false, '127.0.0.1.example'],
  ['192.168.0.1', false, '192.168.0.1'],
])('the host %s', (host, loopback, url) => expect([isLoopback(host), urlHost(host)]).toEqual([loopback, url]));

test('an operation ends when it has been asked for often enough, or when its time is over', () => {
  const applied: string[] = [];
  let now = 0;
  const operations = new Operations(2, ({ path }) => applied.push(path), () => now);
  const plan = { creates: true, content: {}, etag: 1n, outcome: 'succeeds' } as const;
  const polled = operations.begin({ ...plan, path: 'namedValues/polled' });
  operations.begin({ ...plan, path: 'namedValues/Forgotten' });
  expect([1, 2, 3, 4].map(() => operations.poll(polled.id)?.state)).toEqual(['running', 'running', 'succeeded', 'succeeded']);
  expect(applied).toEqual(['namedValues/polled']);
  now = 999;
  operations.settleOverdue();
  expect(operations.runningOn('namedvalues/forgotten')?.state).toBe('running');
  now = 1000;
  operations.settleOverdue();
  expect(operations.runningOn('namedvalues/forgotten')).toBeUndefined();
  expect(applied).toEqual(['namedValues/polled', 'namedValues/Forgotten']);
  expect(operations.poll('0')).toBeUndefined();
});
