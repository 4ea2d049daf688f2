import { describe, expect, test } from 'vitest';
import { toDocument } from '../../src/dsl/to-document.js';
import { api, base, choose, comment, cs, fragment, includeFragment, inline, managedIdentity, otherwise, raw, setBody, setHeader, when } from '../../src/index.js';
import { emitPolicyXml } from '../../src/emit/policy-xml.js';
import { compiled, documentXml, policiesXml } from './compiled.js';
import { thrown, untyped } from './thrown.js';

const identity = fragment('aoai-identity', [managedIdentity(), setHeader({ name: 'x', value: 'y' })]);

describe('fragments', () => {
  test('are documents of their own', () => {
    expect(compiled(identity)).toMatchObject({ kind: 'fragment', name: 'aoai-identity', scope: { kind: 'fragment', fragment: 'aoai-identity' } });
    expect(documentXml(identity)).toBe(`<fragment>
    <set-header name="api-key" exists-action="delete" />
    <authentication-managed-identity resource="https://cognitiveservices.azure.com" />
    <set-header name="x">
        <value>y</value>
    </set-header>
</fragment>
`);
  });

  test('are included by reference, as a value or by their id', () => {
    expect(policiesXml(includeFragment(identity))).toBe('<include-fragment fragment-id="aoai-identity" />');
    expect(policiesXml(includeFragment({ fragmentId: 'elsewhere' }))).toBe('<include-fragment fragment-id="elsewhere" />');
  });

  test('are inlined: their policies stand in place of a reference', () => {
    const inlined = documentXml(api('a', { inbound: [base(), ...inline(identity)] }));
    expect(inlined).toContain('<authentication-managed-identity resource="https://cognitiveservices.azure.com" />');
    expect(inlined).not.toContain('fragment');
  });

  test('a fragment of fragments', () => {
    expect(policiesXml(...inline(fragment('outer', [includeFragment(identity), ...inline(fragment('inner', [setBody('x')]))])))).toBe('<include-fragment fragment-id="aoai-identity" />\n<set-body>x</set-body>');
  });

  test.each<[string, string, string]>([
    ['no id', thrown(() => untyped(fragment, undefined, [])), 'fragment takes a resource name as its first argument, not undefined'],
    ['no list', thrown(() => untyped(fragment, 'a', setBody('x'))), 'fragment takes a list of policies in [ ], not an object'],
    ['inlining a document', thrown(() => untyped(inline, api('a'))), 'inline takes what fragment(…) made, not an object'],
    ['inlining an id', thrown(() => untyped(inline, 'aoai-identity')), 'inline takes what fragment(…) made, not the text "aoai-identity"'],
    ['a reference to nothing', thrown(() => untyped(includeFragment, { id: 'a', fragment: 'b' })), 'includeFragment has no property fragment; did you mean fragmentId'],
  ])('%s', (_, message, expected) => {
    expect(message).toBe(expected);
  });
});

describe('groups', () => {
  test('stand where one policy stands, in branches as well', () => {
    expect(policiesXml(choose([when(cs`true`, [managedIdentity()])], otherwise([managedIdentity({ cloud: 'china' })])))).toBe(`<choose>
    <when condition="@(true)">
        <set-header name="api-key" exists-action="delete" />
        <authentication-managed-identity resource="https://cognitiveservices.azure.com" />
    </when>
    <otherwise>
        <set-header name="api-key" exists-action="delete" />
        <authentication-managed-identity resource="https://cognitiveservices.azure.cn" />
    </otherwise>
</choose>`);
  });
});

describe('raw', () => {
  test.each<[string, string, string]>([
    ['an element', '<new-policy mode="preview" />', '<new-policy mode="preview" />'],
    ['several', '<a /><b />', '<a />\n<b />'],
    ['an expression as APIM takes it, unescaped', '<set-body>@(context.Response.StatusCode < 400 && true ? "a" : "b")</set-body>', '<set-body>@(context.Response.StatusCode < 400 && true ? "a" : "b")</set-body>'],
    ['quotes within quotes', '<a b="@(f("x"))" />', '<a b="@(f("x"))" />'],
    ['a named value', '<a b="{{c}}" />', '<a b="{{c}}" />'],
    ['nothing', '', ''],
  ])('%s', (_, xml, expected) => {
    expect(policiesXml(raw(xml))).toBe(expected);
  });

  test('a comment in it is a comment of the document', () => {
    expect(emitPolicyXml(compiled(api('a', { inbound: [raw('<a /><!-- why -->')] })), { content: 'rawxml', comments: true })).toContain('<!-- why -->');
  });

  test('each mistake is a finding; what can be read stays', () => {
    const broken = api('a', { inbound: [base(), raw('<a><b></a><c d="1" d="2" />')] });
    const { document, diagnostics } = toDocument(broken, () => ({ file: 'a.ts', range: { start: { offset: 7, line: 2, column: 3 }, end: { offset: 10, line: 2, column: 6 } } }));
    expect(diagnostics.length).toBeGreaterThanOrEqual(1);
    expect(diagnostics.every(({ file, range }) => file === 'a.ts' && range.start.line === 2 && range.start.column === 3)).toBe(true);
    expect(emitPolicyXml(document, { content: 'rawxml' })).toContain('<base />');
  });

  test('takes text alone', () => {
    expect(thrown(() => untyped(raw, managedIdentity()))).toBe('raw takes XML as text, not an object');
    expect(thrown(() => untyped(comment, 1))).toBe('comment takes text, not the number 1');
  });
});

test('a comment cannot hold what would break it', () => {
  expect(thrown(() => comment('a --> b'))).toBe("comment holds '--', which XML does not allow in a comment");
});

test('comments are written on request', () => {
  const document = compiled(api('a', { inbound: [comment('why')] }));
  expect(emitPolicyXml(document, { content: 'rawxml' })).not.toContain('why');
  expect(emitPolicyXml(document, { content: 'rawxml', comments: true })).toContain('<!-- why -->');
});
