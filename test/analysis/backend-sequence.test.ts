import { describe, expect, it } from 'vitest';
import { replacedBackends } from '../../src/analysis/backend-sequence.js';
import { walkElements } from '../../src/model/walk.js';
import { readText } from './read-text.js';

const set = (id: string): string => `<set-backend-service backend-id="${id}" />`;
const maybe = (content: string): string => `<choose><when condition="@(context.Request.Method == &quot;GET&quot;)">${content}</when></choose>`;

/** `a, b < c`: c replaces a and b. */
function replaced(inbound: string, backend = ''): string[] {
  const places = [...walkElements(readText(`<policies><inbound>${inbound}</inbound><backend>${backend}</backend></policies>`))];
  return replacedBackends(places).map(({ earlier, later }) => `${earlier.map(({ backend: { text } }) => text).join(', ')} < ${later.backend.text}`);
}

describe('replacedBackends', () => {
  it.each([
    ['one after the other', [set('a') + set('b')], ['a < b']],
    ['each by the next', [set('a') + set('b') + set('c')], ['a < b', 'b < c']],
    ['what branches chose', [maybe(set('a')) + maybe(set('b')) + set('c')], ['a, b < c']],
    ['in the section backend', [set('a'), `${set('b')}<forward-request />`], ['a < b']],
    ['in a branch', [maybe(set('a') + set('b'))], ['a < b']],
    ['policies between that look at nothing', [`${set('a')}<set-variable name="x" value="1" />${set('b')}`], ['a < b']],
  ])('reports %s', (_, [inbound = '', backend], expected) => {
    expect(replaced(inbound, backend)).toEqual(expected);
  });

  it.each([
    ['the same one', [set('a') + set('a')]],
    ['a choice after a default', [set('a') + maybe(set('b'))]],
    ['two branches', [maybe(set('a')) + maybe(set('b'))]],
    ['base between', [`${set('a')}<base />${set('b')}`]],
    ['a fragment between', [`${set('a')}<include-fragment fragment-id="f" />${set('b')}`]],
    ['a request between', [`${set('a')}<send-request mode="copy" response-variable-name="r" />${set('b')}`]],
    ['a look at the backend between', [`${set('a')}<set-header name="x"><value>@(context.Backend.Id)</value></set-header>${set('b')}`]],
    ['a look at the URL in the replacement', [`${set('a')}<set-backend-service base-url="@(context.Request.Url.Host)" />`]],
    ['a request in a retry before', ['', `<retry condition="@(true)" count="1" interval="1">${set('a')}<forward-request /></retry>${set('b')}`]],
  ])('does not report %s', (_, [inbound = '', backend]) => {
    expect(replaced(inbound, backend)).toEqual([]);
  });
});
