import { describe, expect, test } from 'vitest';
import type { AuthoredDocument } from '../../src/dsl/authored.js';
import { api, base, globalPolicy, httpDataSource, managedIdentity, operation, product, resolver, setBody, workspace } from '../../src/index.js';
import { compiled, documentXml } from './compiled.js';
import { thrown, untyped } from './thrown.js';

describe('sections that are left out', () => {
  const inherits = '<policies><inbound><base /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>';

  test.each<[string, AuthoredDocument, string]>([
    ['hold base below the global scope', api('a'), inherits],
    ['in a workspace', workspace('a'), inherits],
    ['in a product', product('a'), inherits],
    ['in an operation', operation('a', 'b'), inherits],
    ['are empty in the global scope, where backend forwards', globalPolicy(), '<policies><inbound /><backend><forward-request /></backend><outbound /><on-error /></policies>'],
    ['an empty list is an empty section', api('a', { inbound: [], outbound: [] }), inherits.replace('<inbound><base /></inbound>', '<inbound />').replace('<outbound><base /></outbound>', '<outbound />')],
    ['stand in the order of APIM, whatever the order of the author', api('a', { onError: [setBody('x')], inbound: [base()] }), inherits.replace('<on-error><base />', '<on-error><set-body>x</set-body>')],
  ])('%s', (_, document, xml) => {
    expect(documentXml(document).replace(/\n\s*/gu, '')).toBe(xml);
  });
});

describe('scopes', () => {
  test.each<[AuthoredDocument, Partial<ReturnType<typeof compiled>>]>([
    [globalPolicy(), { kind: 'policies', name: 'global', scope: { kind: 'global' } }],
    [workspace('team'), { kind: 'policies', name: 'team', scope: { kind: 'workspace', workspace: 'team' } }],
    [product('gold'), { kind: 'policies', name: 'gold', scope: { kind: 'product', product: 'gold' } }],
    [api('chat'), { kind: 'policies', name: 'chat', scope: { kind: 'api', api: 'chat' } }],
    [operation('chat', 'create'), { kind: 'policies', name: 'chat.create', scope: { kind: 'operation', api: 'chat', operation: 'create' } }],
  ])('%#', (authored, expected) => {
    expect(compiled(authored)).toMatchObject(expected);
  });

  test('a resolver is its data source', () => {
    const document = compiled(resolver('orders', httpDataSource({ httpRequest: { setMethod: 'GET', setUrl: 'https://example.com' } })));
    expect(document).toMatchObject({ kind: 'resolver', name: 'orders', scope: { kind: 'resolver', resolver: 'orders' } });
    expect(document.roots.map((root) => root.kind === 'element' && root.name)).toEqual(['http-data-source']);
  });
});

describe('mistakes of authors who write JavaScript', () => {
  test.each<[string, string, string]>([
    ['no name', thrown(() => untyped(api)), 'api takes a resource name as its first argument, not undefined'],
    ['an empty name', thrown(() => api(' ')), 'api takes a resource name as its first argument, not the text " "'],
    ['sections as a list', thrown(() => untyped(api, 'a', [base()])), 'api takes its sections as an object, { inbound: [ … ] }, not a list'],
    ['a section that does not exist', thrown(() => untyped(api, 'a', { error: [] })), 'api has no section error; it has inbound, backend, outbound, onError'],
    ['the section as XML spells it', thrown(() => untyped(api, 'a', { 'on-error': [] })), 'api has no section on-error; write onError'],
    ['one policy for a list', thrown(() => untyped(api, 'a', { inbound: base() })), 'api.inbound takes a list of policies in [ ], not an object'],
    ['a builder that was not called', thrown(() => untyped(api, 'a', { inbound: [base] })), 'item 1 of api.inbound is a function that was not called, not a policy'],
    ['a list in a list', thrown(() => untyped(api, 'a', { inbound: [base(), [setBody('x')]] })), 'item 2 of api.inbound is a list, not a policy'],
    ['an operation without its API', thrown(() => untyped(operation, 'a')), 'operation takes a resource name as its first argument, not undefined'],
    ['a resolver of something else', thrown(() => untyped(resolver, 'a', managedIdentity())), 'resolver takes a data source such as httpDataSource(…), not an object'],
  ])('%s', (_, message, expected) => {
    expect(message).toBe(expected);
  });
});
