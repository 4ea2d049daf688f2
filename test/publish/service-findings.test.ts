/** The service's line and column, back in the source. Sentences: reference/management-api.md §2.7. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { api, setBackendService } from '../../src/index.js';
import { toDocument } from '../../src/dsl/to-document.js';
import { emitPolicyXml } from '../../src/emit/policy-xml.js';
import type { PolicyDocument } from '../../src/model/document.js';
import { SourceText } from '../../src/model/origin.js';
import { readPolicyDocument } from '../../src/model/read-document.js';
import { RemoteError, type RemoteErrorDetail, type RemoteErrorKind } from '../../src/model/remote-error.js';
import { walkElements } from '../../src/model/walk.js';
import { serviceFindings } from '../../src/publish/service-findings.js';
import { SERVICE_HINTS, serviceHint } from '../../src/publish/service-hints.js';
import { LineIndex } from '../../src/syntax/text/line-index.js';
import { parseXml } from '../../src/syntax/xml/parse-xml.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url).pathname;

function read(text: string, file = 'apis/chat/policy.xml'): PolicyDocument {
  return readPolicyDocument(parseXml(text), new SourceText(file, text), { name: 'policy' });
}

function refusal(details: readonly RemoteErrorDetail[], kind: RemoteErrorKind = 'refused', message = 'writing apis/chat/policy: the service answered 400'): RemoteError {
  return new RemoteError(message, { kind, status: 400, code: 'ValidationError', details });
}

const SOURCE = `<!-- routes to the region -->
<policies>
    <inbound>
        <base />
        <!-- first -->
        <set-backend-service backend-id="east" /> <set-backend-service backend-id='west' />
        <set-variable name="v" value="@(context.Request.Headers.GetValueOrDefault("a", "b"))" />
    </inbound>
</policies>
`;

describe('places', () => {
  const document = read(SOURCE);
  const sent = emitPolicyXml(document, { content: 'xml' });

  test.each([
    ['east', 6, 30],
    ['west', 6, 72],
  ])('the right one of two: %s', (id, line, column) => {
    const at = new LineIndex(sent).position(sent.indexOf(id) - '<set-backend-service backend-id="'.length + 1);
    const [finding, ...others] = serviceFindings(refusal([{ target: 'set-backend-service', message: `Error in element 'set-backend-service' on line ${at.line}, column ${at.column}: Backend with id '${id}' could not be found.` }]), { document, sent });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'refused-by-service',
      severity: 'error',
      file: 'apis/chat/policy.xml',
      message: `the service refuses <set-backend-service>: Backend with id '${id}' could not be found`,
      path: `inbound/set-backend-service[${id === 'east' ? 1 : 2}]/@backend-id`,
      range: { start: { line, column } },
      hint: `declare the backend ${id} in this project, so that it is pushed first, or create it in the service`,
    });
  });

  test('every third element of every fixture', () => {
    const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.xml')).sort();
    let tried = 0;
    for (const file of files) {
      const source = read(readFileSync(join(FIXTURES, file), 'utf8'), file);
      if (source.syntax?.problems.length !== 0 || source.kind === 'snippet') continue;
      const text = emitPolicyXml(source, { content: 'xml' });
      const lines = new LineIndex(text);
      const originals = [...walkElements(source)];
      for (const [index, { element }] of [...walkElements(read(text))].entries()) {
        if (index % 3 !== 0) continue;
        const { line, column } = lines.position(element.syntax?.nameSpan.start ?? -1);
        const [finding] = serviceFindings(refusal([{ message: `Error in element '${element.name}' on line ${line}, column ${column}: no.` }]), { document: source, sent: text });
        expect([file, finding?.path, finding?.range]).toEqual([file, originals[index]?.path, originals[index]?.element.origin.range]);
        tried++;
      }
    }
    expect(tried).toBeGreaterThan(350);
  });

  test('a call in a .ts file', () => {
    const authored = api('chat', { inbound: [setBackendService({ backendId: 'east' })] });
    const START = { offset: 0, line: 1, column: 1 };
    const { document: made } = toDocument(authored, ({ url, line, column }) => ({ file: url, range: { start: { ...START, line, column }, end: { ...START, line, column } } }));
    const text = emitPolicyXml(made, { content: 'xml' });
    const { line, column } = new LineIndex(text).position(text.indexOf('set-backend-service'));
    const [finding] = serviceFindings(refusal([{ message: `Error in element 'set-backend-service' on line ${line}, column ${column}: Backend with id 'east' could not be found.` }]), { document: made, sent: text });
    const call = [...walkElements(made)].find(({ element }) => element.name === 'set-backend-service')?.element.origin.range;
    expect(call?.start).not.toEqual(made.origin.range.start);
    expect(finding).toMatchObject({ file: expect.stringMatching(/service-findings\.test\.ts$/u), path: 'inbound/set-backend-service[1]/@backend-id', range: call });
  });

  test('a column that is off means the nearest element of the name on the line', () => {
    const oneLine = '<policies><inbound><set-header name="a" /><set-header name="b" /></inbound></policies>';
    const [finding] = serviceFindings(refusal([{ message: "Error in element 'set-header' on line 1, column 60: no" }]), { document: read(oneLine), sent: oneLine });
    expect(finding).toMatchObject({ path: 'inbound/set-header[2]', range: { start: { column: 43 } } });
  });

  test('a position in an expression means the element around it', () => {
    const [finding] = serviceFindings(refusal([{ message: 'The policy fragment is not a valid XML: An error occurred while parsing EntityName. Line 7, position 50.' }]), { document: read(SOURCE), sent: SOURCE });
    expect(finding).toMatchObject({ path: 'inbound/set-variable[1]', range: { start: { line: 7 } } });
  });

  test.each([
    ['no document', undefined, sent],
    ['nothing sent', document, undefined],
    ['a line that is not there', document, '<policies />'],
  ])('the resource itself: %s', (_name, of, text) => {
    const origin = { file: 'aoai.config.ts', range: { start: { offset: 0, line: 7, column: 3 }, end: { offset: 1, line: 7, column: 4 } } };
    const [finding] = serviceFindings(refusal([{ message: "Error in element 'nowhere' on line 900, column 1: Logger not found" }]), {
      origin, ...(of === undefined ? {} : { document: of }), ...(text === undefined ? {} : { sent: text }),
    });
    expect(finding?.message).toBe('the service refuses <nowhere>: Logger not found');
    expect([finding?.file, finding?.range.start.line]).toEqual(['aoai.config.ts', 7]);
  });
});

test('several details are several findings, in their order; without any, what the error says', () => {
  const document = read(SOURCE);
  expect(serviceFindings(refusal([{ message: 'one.' }, { message: 'two' }]), { document }).map(({ message }) => message)).toEqual(['the service refuses this: one', 'the service refuses this: two']);
  expect(serviceFindings(refusal([], 'failed', 'writing f: the service accepted it, and then failed'), { document })).toHaveLength(1);
});

test.each<RemoteErrorKind>(['throttled', 'unavailable', 'network', 'busy', 'changed', 'not-allowed', 'misunderstood'])('%s is not about the content', (kind) => {
  expect(serviceFindings(refusal([{ message: 'x' }], kind), { document: read(SOURCE) })).toEqual([]);
});

test('nothing is said where nobody knows about what', () => {
  expect(serviceFindings(refusal([{ message: 'x' }]), {})).toEqual([]);
});

describe('hints', () => {
  /** As §2.7 quotes them, each with a part of the hint. */
  test.each([
    ['An error occurred while parsing EntityName. Line 28, position 56.', '&amp;'],
    ["'Priority' is an unexpected token. Expecting white space.", '&quot;'],
    ['The policy fragment is not a valid XML: Data at the root level is invalid. Line 1, position 1.', 'start with the document'],
    ["The element 'set-header' cannot contain text. List of possible elements expected: 'value'.", "put the text into one of 'value'"],
    ["The element 'validate-jwt' has invalid child element 'audiences'. List of possible elements expected: 'required-claims'.", "'required-claims' can stand here"],
    ['Policy section is not allowed in the specified scope', 'scope'],
    ['Policy is not allowed in the specified scope', 'scope'],
    ["Policy is not allowed in 'Consumption' sku", 'the tier Consumption has'],
    ["Policy is not allowed in this sku 'Consumption'", 'the tier Consumption has'],
    ["The 'remaining-quota-tokens-header-name' attribute is unavailable for websocket APIs and global/product policies.", 'leave the attribute out'],
    ["Backend with id 'aoai' could not be found.", 'the backend aoai'],
    ["Policy fragment with id 'auth' could not be found.", 'the fragment auth'],
    ["Cannot find a property 'aoai-key'", 'the named value aoai-key'],
    ["Property 'aoai-key' not found.", 'the named value aoai-key'],
    ['Logger not found', 'logger'],
    ["Unable to obtain configuration from: 'https://l.example/.well-known/openid-configuration'. Will retry at 'x'.", 'can reach https://l.example/.well-known/openid-configuration'],
    ['Only parameters specified in the original URL template can be used in the rewrite template', 'URL template'],
    ['Unterminated string literal. Strings that start with a quotation mark (") must be terminated before the end of the line.', '@"'],
    ['Expected a "{" but found a "return". Block statements must be enclosed in "{" and "}".', 'put braces'],
    ['The policy fragment contains invalid policy expression. Expected a "}"', 'look for the expression'],
    ["Usage of type 'System.Globalization.CultureInfo' is not supported within expressions", 'do without System.Globalization.CultureInfo'],
    ["Usage of member 'Now' of type 'System.DateTime' is not supported within expressions", 'do without Now'],
    ['Dynamic member invocation is not supported', 'dynamic'],
    ['Policy size exceeds allowed limit of 250 KB', 'fragments'],
    ['Policy size exceeds allowed limit of -1 KB', 'wait'],
    ["The Policy Fragment 'f' is used by the following entities:\r\n/policies/policy\r\n", 'push the policies that do without it first'],
    ['Entity with specified identifier not found', 'create the API'],
    ["Invalid field 'secret' specified", 'Key Vault'],
    ['Can not find Managed Identity with provided IdentityClientId : 0', 'managed identity'],
    ["Authentication failed for Active Directory Tenant: 't' ClientId: 'c'", 'managed identity'],
    ['Property with the same name already exist.', 'display name'],
    ['Value should represent absolute http URL', 'https://'],
  ])('%s', (sentence, part) => {
    expect(serviceHint(sentence)?.hint).toContain(part);
  });

  test('each of them is for something', () => {
    const table = readFileSync(new URL(import.meta.url).pathname, 'utf8');
    const unused = SERVICE_HINTS.filter(({ says }) => !table.split('\n').some((line) => line.startsWith('    [') && says.test(line.replaceAll("\\'", "'"))));
    expect(unused.map(({ says }) => says.source)).toEqual([]);
  });

  test('none where nothing is known', () => {
    expect(serviceHint('Something new happened')).toBeUndefined();
  });
});
