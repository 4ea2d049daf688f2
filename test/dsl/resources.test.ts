import { describe, expect, test } from 'vitest';
import { collectExports } from '../../src/dsl/collect-exports.js';
import { isoDuration, type Duration } from '../../src/dsl/duration.js';
import { api, backend, backendPool, base, circuitBreaker, cs, fragment, namedValue, setHeader } from '../../src/index.js';
import { policiesXml } from './compiled.js';
import { thrown, untyped } from './thrown.js';

const url = 'https://contoso.openai.azure.com/openai';
const ptu = backend('ptu', { url });

describe('backends', () => {
  test('the least', () => {
    expect(ptu).toMatchObject({ kind: 'backend', name: 'ptu', url, protocol: 'http' });
    expect(Object.keys(ptu)).not.toContain('circuitBreaker');
  });

  test('all of it', () => {
    const all = backend('legacy', { url, protocol: 'soap', description: 'old', circuitBreaker: circuitBreaker() });
    expect(all).toMatchObject({ protocol: 'soap', description: 'old', circuitBreaker: { name: 'throttled' } });
  });

  test('a circuit breaker as it comes: the first 429 opens it for as long as Retry-After says', () => {
    expect(circuitBreaker()).toEqual({
      name: 'throttled',
      failureCondition: { count: 1, interval: 'PT1M', statusCodeRanges: [{ min: 429, max: 429 }] },
      tripDuration: 'PT1M',
      acceptRetryAfter: true,
    });
  });

  test('a circuit breaker with everything', () => {
    expect(circuitBreaker({ name: 'failing', percentage: 50, interval: { minutes: 5 }, statusCodes: [429, [500, 599]], errorReasons: ['Server errors'], tripDuration: 'PT10S', acceptRetryAfter: false })).toEqual({
      name: 'failing',
      failureCondition: { percentage: 50, interval: 'PT5M', statusCodeRanges: [{ min: 429, max: 429 }, { min: 500, max: 599 }], errorReasons: ['Server errors'] },
      tripDuration: 'PT10S',
      acceptRetryAfter: false,
    });
  });

  test('a pool of names, backends, and members with priority and weight', () => {
    expect(backendPool('pool', { services: ['a', ptu, { backend: ptu, priority: 2, weight: 3 }, { backend: 'b', priority: 2 }], sessionAffinity: { cookie: 'SessionId' } })).toMatchObject({
      kind: 'pool',
      services: [{ backend: 'a' }, { backend: 'ptu' }, { backend: 'ptu', priority: 2, weight: 3 }, { backend: 'b', priority: 2 }],
      sessionAffinity: { cookie: 'SessionId' },
    });
  });

  test.each<[string, string, string]>([
    ['no url', thrown(() => untyped(backend, 'a', {})), 'backend takes its url as text, not undefined'],
    ['a url with a slash at its end', thrown(() => backend('a', { url: `${url}/` })), `backend a has the url ${url}/; APIM takes none with a slash at its end`],
    ...['contoso', 'contoso.openai.azure.com/openai', 'contoso.openai.azure.com:443'].map((host): [string, string, string] => [`no scheme: ${host}`, thrown(() => backend('a', { url: host })), `backend a has the url ${host}; it starts with http:// or https://`]),
    ['no name', thrown(() => backend('', { url })), 'backend takes a resource name as its first argument, not an empty text'],
    ['both conditions', thrown(() => circuitBreaker({ count: 1, percentage: 1 })), 'circuitBreaker takes count or percentage, not both'],
    ['a count of nothing', thrown(() => circuitBreaker({ count: 0 })), 'circuitBreaker has count: 0; it takes a whole number of 1 or more'],
    ['more than all', thrown(() => circuitBreaker({ percentage: 101 })), 'circuitBreaker has percentage: 101; it takes a whole number from 1 to 100'],
    ['a code out of range', thrown(() => circuitBreaker({ statusCodes: [199] })), 'circuitBreaker has the status codes 199 to 199; APIM takes ranges within 200 to 599'],
    ['a range the wrong way', thrown(() => circuitBreaker({ statusCodes: [[599, 500]] })), 'circuitBreaker has the status codes 599 to 500; APIM takes ranges within 200 to 599'],
    ['nothing that opens it', thrown(() => circuitBreaker({ statusCodes: [] })), 'circuitBreaker has no status codes and no error reasons, so that nothing opens it'],
    ['no properties', thrown(() => untyped(backend, 'a')), 'backend takes its properties as an object, { url: … }, as its second argument, not undefined'],
    ['a property that it has not', thrown(() => untyped(backend, 'a', { url, circuitBraker: {} })), 'backend has no property circuitBraker; did you mean circuitBreaker'],
    ['a url alone', thrown(() => untyped(backend, 'a', url)), `backend takes its properties as an object, { url: … }, as its second argument, not the text "${url}"`],
    ['a pool without properties', thrown(() => untyped(backendPool, 'pool')), 'backendPool takes its properties as an object, { services: [ … ] }, as its second argument, not undefined'],
    ['a pool of a list', thrown(() => untyped(backendPool, 'pool', ['a'])), 'backendPool takes its properties as an object, { services: [ … ] }, as its second argument, not a list'],
    ['a pool without services', thrown(() => untyped(backendPool, 'pool', {})), 'backendPool pool takes its services as a list in [ ], not undefined'],
    ['a pool of one that is in no list', thrown(() => untyped(backendPool, 'pool', { services: 'a' })), 'backendPool pool takes its services as a list in [ ], not the text "a"'],
    ['an empty pool', thrown(() => backendPool('pool', { services: [] })), 'backendPool pool has no services; APIM takes 1 to 30'],
    ['too many', thrown(() => backendPool('pool', { services: Array.from({ length: 31 }, (_, index) => `b${index}`) })), 'backendPool pool has 31 services; APIM takes 1 to 30'],
    ['a priority that is none', thrown(() => backendPool('pool', { services: [{ backend: 'a', priority: -1 }] })), 'service a of backendPool pool has priority: -1; it takes a whole number of 0 or more'],
    ['a weight that is none', thrown(() => backendPool('pool', { services: [{ backend: 'a', weight: 0.5 }] })), 'service a of backendPool pool has weight: 0.5; it takes a whole number of 0 or more'],
  ])('%s', (_, message, expected) => {
    expect(message).toBe(expected);
  });
});

describe('durations', () => {
  test.each<[Duration, string]>([
    [{ seconds: 30 }, 'PT30S'],
    [{ minutes: 1 }, 'PT1M'],
    [{ hours: 1, minutes: 30 }, 'PT1H30M'],
    [{ days: 1 }, 'P1D'],
    [{ days: 1, seconds: 1 }, 'P1DT1S'],
    [{}, 'PT0S'],
    ['PT90S', 'PT90S'],
    ['P1DT2H', 'P1DT2H'],
  ])('%j is %s', (duration, expected) => {
    expect(isoDuration(duration, 'x')).toBe(expected);
  });

  test.each<[unknown, string]>([
    ['P', 'x is the text "P"; write { seconds: 30 } or ISO 8601 as in PT30S'],
    ['PT', 'x is the text "PT"; write { seconds: 30 } or ISO 8601 as in PT30S'],
    ['1m', 'x is the text "1m"; write { seconds: 30 } or ISO 8601 as in PT30S'],
    [{ seconds: -1 }, 'x takes whole numbers of 0 or more'],
    [{ seconds: 1.5 }, 'x takes whole numbers of 0 or more'],
    [30, 'x is the number 30; write { seconds: 30 } or ISO 8601 as in PT30S'],
    [{ second: 1 }, 'x has no unit second; it has days, hours, minutes, seconds'],
  ])('%j is none', (duration, expected) => {
    expect(thrown(() => untyped(isoDuration, duration, 'x'))).toBe(expected);
  });
});

describe('named values', () => {
  test('plain, secret, from Key Vault', () => {
    expect(namedValue('team', { value: 'blue', tags: ['x'] })).toMatchObject({ kind: 'named-value', name: 'team', displayName: 'team', source: { kind: 'plain', value: 'blue' }, tags: ['x'] });
    expect(namedValue('key', { secret: true }).source).toEqual({ kind: 'secret' });
    expect(namedValue('key', { secret: { environmentVariable: 'AOAI_KEY' } }).source).toEqual({ kind: 'secret', environmentVariable: 'AOAI_KEY' });
    expect(namedValue('key', { keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/key' } }).source).toEqual({ kind: 'key-vault', secretIdentifier: 'https://v.vault.azure.net/secrets/key' });
  });

  test('policies write the display name', () => {
    const key = namedValue('id-of-key', { displayName: 'aoai-key', secret: true });
    expect(policiesXml(setHeader({ name: 'a', value: key }))).toContain('<value>{{aoai-key}}</value>');
    expect(policiesXml(setHeader({ name: 'a', value: cs`"Bearer " + ${key}` }))).toContain('<value>@("Bearer " + "{{aoai-key}}")</value>');
  });

  test.each<[string, string, string]>([
    ['a display name that APIM refuses', thrown(() => namedValue('my key', { value: 'a' })), "namedValue has the display name \"my key\"; APIM takes letters, digits, '.', '-' and '_' alone"],
    ['no properties', thrown(() => untyped(namedValue, 'a')), 'namedValue takes its properties as an object, { value: … }, { secret: true } or { keyVault: … }, as its second argument, not undefined'],
    ['null', thrown(() => untyped(namedValue, 'a', null)), 'namedValue takes its properties as an object, { value: … }, { secret: true } or { keyVault: … }, as its second argument, not null'],
    ['no source', thrown(() => untyped(namedValue, 'a', {})), 'namedValue takes one of value, secret and keyVault'],
    ['two sources', thrown(() => untyped(namedValue, 'a', { value: 'a', secret: true })), 'namedValue takes one of value, secret and keyVault'],
    ['a property that it has elsewhere', thrown(() => untyped(namedValue, 'a', { secret: true, environmentVariable: 'KEY' })), 'namedValue has no property environmentVariable; it has value, secret, keyVault, displayName, tags'],
    ['a misspelt property', thrown(() => untyped(namedValue, 'a', { value: 'a', tag: [] })), 'namedValue has no property tag; did you mean tags'],
    ['a misspelt variable', thrown(() => untyped(namedValue, 'a', { secret: { environmentVariabel: 'KEY' } })), 'secret of namedValue has no property environmentVariabel; did you mean environmentVariable'],
    ['a misspelt identifier', thrown(() => untyped(namedValue, 'a', { keyVault: { secretIdentifer: 'https://v' } })), 'keyVault of namedValue has no property secretIdentifer; did you mean secretIdentifier'],
    ['a vault alone', thrown(() => untyped(namedValue, 'a', { keyVault: null })), 'namedValue takes keyVault: { secretIdentifier: … }, not null'],
    ['a secret of null', thrown(() => untyped(namedValue, 'a', { secret: null })), 'namedValue takes secret: true, or where push takes the value from, not null'],
    ['a secret that is not one', thrown(() => untyped(namedValue, 'a', { secret: false })), 'namedValue takes secret: true, or where push takes the value from, not the boolean false'],
  ])('%s', (_, message, expected) => {
    expect(message).toBe(expected);
  });
});

describe('what a policy file exports', () => {
  const document = api('a');
  const shared = fragment('shared', []);

  test.each<[string, Record<string, unknown>, number, number]>([
    ['a default document', { default: document }, 1, 0],
    ['a list of documents', { default: [document, shared] }, 2, 0],
    ['named ones', { document, shared, ptu }, 2, 1],
    ['each once, however often it is exported', { default: document, again: document, list: [document, ptu, ptu] }, 1, 1],
    ['lists in lists', { all: [[document], [[ptu]]] }, 1, 1],
    ['what is the author\'s own business', { limit: 5, helper: () => base(), policy: base(), nothing: null, default: document }, 1, 0],
    ['nothing', {}, 0, 0],
    ['nothing, as a file without import and export is loaded', { default: {} }, 0, 0],
  ])('%s', (_, exported, documents, resources) => {
    const collected = collectExports(exported);
    expect([collected.documents.length, collected.resources.length]).toEqual([documents, resources]);
  });

  test.each<[string, unknown, string]>([
    ['a policy', base(), "the default export is the policy base, not a document: put it into a section, as in api('my-api', { inbound: [base(), …] })"],
    ['a policy in a list', [document, base()], "item 2 of the default export is the policy base, not a document: put it into a section, as in api('my-api', { inbound: [base(), …] })"],
    ['a promise', Promise.resolve(document), 'the default export is a promise, not a document: export what it resolves to, with await'],
    ['a function', () => document, 'the default export is a function that was not called, not a document or resource: export what api(…), fragment(…), backend(…) or the like returns'],
    ['nothing', undefined, 'the default export is undefined, not a document or resource: export what api(…), fragment(…), backend(…) or the like returns'],
  ])('the default export is there for the project: %s', (_, value, message) => {
    expect(thrown(() => collectExports({ default: value }))).toBe(message);
  });
});
