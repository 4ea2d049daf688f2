import { describe, expect, test } from 'vitest';
import { exampleScope } from '../../scripts/generate/example-scope.js';
import { exampleDocument } from '../../scripts/generate/example-xml.js';
import { readElementFiles } from '../../scripts/generate/element-file.js';
import { checkDocument } from '../../src/check/check-document.js';
import { loadProject } from '../../src/project/load-project.js';
import { temporaryFolder } from '../project/temporary-folder.js';
import { checkText, lineOf } from './check-text.js';

/** What the types refuse too is written through raw(). */
const AUTHORED = `import { api, choose, cs, raw, setVariable, when } from 'aoai-policy';

export default api('chat', {
  inbound: [
    raw('<set-header name="a" exists-action="overwrite"><value>1</value></set-header>'),
    choose([
      when(cs\`true\`, [
        raw('<set-varable name="a" value="b" />'),
        setVariable({ name: 'a', value: '{{my value}}' }),
      ]),
    ]),
  ],
  outbound: [
    raw('<llm-token-limit counter-key="a" tokens-per-minute="1" estimate-prompt-tokens="true" />'),
  ],
});
`;

describe('an authored document', () => {
  test('has the findings that its XML has, each at the call of the builder', async () => {
    const { documents, diagnostics } = await loadProject(['a.ts'], { cwd: temporaryFolder({ 'a.ts': AUTHORED }) });
    expect(diagnostics).toEqual([]);
    const found = documents.flatMap((document) => checkDocument(document));
    expect(found.map(lineOf)).toEqual([
      '5:5 error invalid-value: exists-action of set-header is "overwrite", but takes one of override, skip, append, delete: APIM refuses the document; did you mean override?',
      '8:9 error unknown-policy: there is no policy set-varable: APIM refuses the document; did you mean set-variable?',
      '9:9 warning malformed-named-value: "my value" cannot name a named value, so APIM sends the braces as text; a name has letters, digits, ".", "-" and "_" only',
      '14:5 error misplaced-policy: llm-token-limit stands in outbound, but is allowed only in inbound: APIM refuses the document; move it to inbound',
    ]);
    expect(found.map(({ path }) => path)).toEqual([
      'inbound/set-header[1]/@exists-action',
      'inbound/choose[1]/when[1]/set-varable[1]',
      'inbound/choose[1]/when[1]/set-variable[1]/@value',
      'outbound/llm-token-limit[1]',
    ]);
    expect(found.map(({ file }) => file)).toEqual(['a.ts', 'a.ts', 'a.ts', 'a.ts']);
  });
});

test('a text that starts an expression and never closes it is found at the call, before build writes it', async () => {
  const text = `import { api, setHeader, setVariable } from 'aoai-policy';

export default api('chat', {
  inbound: [
    setVariable({ name: 'a', value: '@(context.Api.Id' }),
    setHeader({ name: 'b', value: ' @{ return 1;' }),
    setVariable({ name: 'c', value: 'user@(home' }),
  ],
});
`;
  const { documents, diagnostics } = await loadProject(['a.ts'], { cwd: temporaryFolder({ 'a.ts': text }) });
  expect(diagnostics).toEqual([]);
  expect(documents.flatMap((document) => checkDocument(document)).map(lineOf)).toEqual([
    '5:5 error unclosed-expression: the expression that starts here is never closed: no `)` matches its `@(`; look for a missing bracket or quote inside it',
    '6:5 error unclosed-expression: the expression that starts here is never closed: no `}` matches its `@{`; look for a missing bracket or quote inside it',
  ]);
});

describe("the catalogue's own examples", () => {
  const files = readElementFiles(new URL('../../schemas/elements/', import.meta.url)).filter(({ undocumented }) => undocumented !== true);

  test.each(files.map((file) => [file.name, file] as const))('%s has no finding but what an example alone has', (_, { example, scopes, gateways }) => {
    const document = { ...exampleDocument(example ?? expect.fail('no example')), ...exampleScope(scopes.at(-1)) };
    expect(checkDocument(document, { gateways }).filter(({ code }) => code !== 'superseded-policy').map(lineOf)).toEqual([]);
  });
});

test('a finding has a path and the page of its code', () => {
  const [found] = checkText('<policies><inbound><set-header name="a"><value>1</value></set-header><set-header nme="a"><value>1</value></set-header></inbound></policies>');
  expect(found).toMatchObject({ path: 'inbound/set-header[2]/@nme', docsUrl: 'checks.md#unknown-attribute', range: { start: { column: 82 }, end: { column: 89 } } });
});

test('what is wrong within C# stands at its place in the template', async () => {
  const text = `import { api, choose, cs, setHeader, setVariable, when } from 'aoai-policy';

const limit = 3;
export default api('chat', {
  inbound: [
    setVariable({ name: 'a', value: cs\`context.Request.Uri.Path\` }),
    choose([
      when(cs\`
        context.Api.Name == "a" &&
        context.Request.Url.Path.Split("||").Length > \${limit}
      \`, [setHeader({ name: 'b', value: cs\`context.RequestId\` })]),
    ]),
  ],
});
`;
  const { documents, diagnostics } = await loadProject(['a.ts'], { cwd: temporaryFolder({ 'a.ts': text }) });
  expect(diagnostics).toEqual([]);
  const found = documents.flatMap((document) => checkDocument(document)).map(({ code, range: { start, end } }) => `${code} ${text.slice(start.offset, end.offset)}`);
  expect(found).toEqual(['unknown-member Uri', 'wrong-argument "||"', 'wrong-result-type context.RequestId']);
});
