/** What the reference says of the service, one row for each fact; the letter says how it is known (reference/management-api.md, first lines). */
import { afterEach, describe, expect, test } from 'vitest';
import type { LocalApim, LocalApimOptions } from '../../src/local-apim/local-apim.js';
import { startLocalApim } from '../../src/local-apim/start-local-apim.js';
import { ask, serviceUrl, type Question } from './ask.js';

let running: LocalApim | undefined;
afterEach(() => running?.close());

interface Step extends Question {
  readonly status: number;
  /** Of the answer, JSON. */
  readonly json?: unknown;
  readonly text?: string;
  /** What stands nowhere in the answer. */
  readonly lacks?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answered?: Readonly<Record<string, unknown>>;
}

interface Fact {
  readonly source: string;
  readonly says: string;
  readonly options?: LocalApimOptions;
  /** Paths that are there before. */
  readonly there?: readonly string[];
  readonly steps: readonly Step[];
}

const error = (code: string, message: unknown, details: unknown = null): unknown => ({ error: { code, message, details } });
const field = (target: string, message: unknown): unknown => error('ValidationError', 'One or more fields contain incorrect values:', [{ code: 'ValidationError', target, message }]);
const EMPTY = '<policies><inbound /></policies>';
const policyOf = (inbound: string): { readonly value: string } => ({ value: `<policies><inbound>${inbound}</inbound></policies>` });
const ANY = { 'if-match': '*' };
const ETAG = expect.stringMatching(/^"[\w+/]{11}="$/u);
const BACKEND = { url: 'https://one.example', protocol: 'http' };

const FACTS: readonly Fact[] = [
  {
    source: '§0, 8 [W]',
    says: 'a default policy exists from birth, so that the first PUT replaces',
    steps: [
      { ask: 'GET policies/policy', status: 200, json: { name: 'policy', type: 'Microsoft.ApiManagement/service/policies', properties: { format: 'xml' } } },
      { ask: 'PUT policies/policy', body: { value: EMPTY }, status: 200 },
    ],
  },
  {
    source: '§2.1 [W]',
    says: '201 creates, 200 replaces, both with an ETag',
    there: ['apis/chat'],
    steps: [
      { ask: 'PUT apis/chat/policies/policy', body: { value: EMPTY }, status: 201, answered: { etag: ETAG } },
      { ask: 'PUT apis/chat/policies/policy', body: policyOf('<base />'), status: 200, answered: { etag: ETAG } },
      { ask: 'PUT backends/one', body: BACKEND, status: 201, answered: { etag: ETAG } },
      { ask: 'PUT backends/one', body: { ...BACKEND, description: 'x' }, status: 200, answered: { etag: ETAG } },
    ],
  },
  {
    source: '§2.1 [W]',
    says: 'If-Match: * on a missing policy creates it; no If-Match on one that exists replaces it',
    there: ['products/gold'],
    steps: [
      { ask: 'PUT products/gold/policies/policy', headers: ANY, body: { value: EMPTY }, status: 201 },
      { ask: 'PUT products/gold/policies/policy', body: policyOf('<base />'), status: 200 },
    ],
  },
  {
    source: '§2.1 [S]',
    says: 'HEAD is a GET without its body; 404 when there is none',
    there: ['apis/chat'],
    steps: [
      { ask: 'HEAD policies/policy', status: 200, text: '', answered: { etag: ETAG } },
      { ask: 'HEAD apis/chat/policies/policy', status: 404, text: '' },
    ],
  },
  {
    source: '§2.1 [W]',
    says: 'deleting works for the policy of the service as well; the GET is then 404',
    steps: [
      { ask: 'DELETE policies/policy', headers: ANY, status: 200, text: '' },
      { ask: 'GET policies/policy', status: 404, json: error('ResourceNotFound', 'PoliciesConfiguration not found.') },
    ],
  },
  {
    source: '§2.1 [S]',
    says: 'deleting what is absent is 204; without If-Match it is refused',
    steps: [
      { ask: 'DELETE backends/one', headers: ANY, status: 204, text: '' },
      { ask: 'DELETE backends/one', status: 400, json: field('If-Match', expect.any(String)) },
      { ask: 'DELETE policies/policy', status: 400 },
    ],
  },
  {
    source: '§2.1 [W, S]',
    says: 'an ETag that is not the resource\'s: 412',
    there: ['backends/one'],
    steps: [
      { ask: 'PUT policies/policy', headers: { 'if-match': '"AAAAAADmlmY="' }, body: { value: EMPTY }, status: 412, json: error('PreconditionFailed', 'Resource was modified since last retrieval.') },
      { ask: 'DELETE policies/policy', headers: { 'if-match': '"AAAAAADmlmY="' }, status: 412 },
      { ask: 'PATCH backends/one', headers: { 'if-match': '"AAAAAADmlmY="' }, body: { description: 'x' }, status: 412 },
      { ask: 'PATCH backends/one', headers: ANY, body: { description: 'x' }, status: 200, json: { properties: { ...BACKEND, description: 'x', type: 'Single' } } },
      { ask: 'PATCH backends/one', body: { description: 'y' }, status: 400 },
      { ask: 'PATCH backends/two', headers: ANY, body: { description: 'y' }, status: 404 },
    ],
  },
  {
    source: '§2.1 [W]',
    says: 'a policy of an API that does not exist is absent too; a PUT to it is refused, a DELETE says what is missing',
    there: ['apis/chat'],
    steps: [
      { ask: 'GET apis/none/policies/policy', status: 404, json: error('ResourceNotFound', 'PoliciesConfiguration not found.') },
      { ask: 'PUT apis/none/policies/policy', body: { value: EMPTY }, status: 400, json: error('ValidationError', 'Entity with specified identifier not found') },
      { ask: 'PUT apis/chat/operations/none/policies/policy', body: { value: EMPTY }, status: 400, json: error('ValidationError', 'Entity with specified identifier not found') },
      { ask: 'DELETE apis/none/policies/policy', headers: ANY, status: 404, json: error('ResourceNotFound', 'Api not found.') },
      { ask: 'DELETE apis/chat/operations/none/policies/policy', headers: ANY, status: 404, json: error('ResourceNotFound', 'Operation not found.') },
    ],
  },
  {
    source: '§2.7, 34 [I]',
    says: 'a policy that is not called policy: 406 with an empty message',
    steps: [{ ask: 'PUT policies/other', body: { value: EMPTY }, status: 406, json: error('BadRequest', '') }],
  },
  {
    source: '§2.1 [D]',
    says: 'ARM refuses requests without a token',
    steps: [
      { ask: 'GET policies/policy', headers: { authorization: '' }, status: 401, json: error('AuthenticationFailed', expect.any(String)) },
      { ask: 'GET policies/policy', headers: { authorization: 'Basic eDp5' }, status: 401, json: error('InvalidAuthenticationToken', expect.any(String)) },
    ],
  },
  {
    source: '§2.8, 1',
    says: 'API versions that are not listed are refused; paths are taken in any case',
    steps: [
      { ask: 'GET policies/policy?api-version=2019-01-01', status: 400, json: error('InvalidApiVersionParameter', expect.stringContaining('2024-05-01')) },
      { ask: 'GET policies/policy?api-version=', status: 400, json: error('MissingApiVersionParameter', expect.any(String)) },
      { ask: 'GET POLICIES/Policy?API-VERSION=2024-05-01&api-version=2024-05-01', status: 200 },
    ],
  },
  {
    source: '§2.7, 32 [I]',
    says: 'a body without properties',
    steps: [{ ask: 'PUT policies/policy', body: '{"value":"<policies/>"}', status: 400, json: error('ValidationError', "Invalid payload format.  Contract should have 'properties' specified.") }],
  },
  {
    source: '§2.2 [W 2021-08]',
    says: 'accepted: 202 without a body; the poll is 202, then 201 with the resource and its ETag',
    options: { operationDialect: 'accepted' },
    steps: [
      { ask: 'PUT namedValues/x', body: { displayName: 'x', value: '1' }, status: 202, text: '', answered: { location: expect.stringMatching(/^https:\/\/management\.azure\.com\/.*\/namedValues\/x\?api-version=2024-05-01&asyncId=[0-9a-f]{24}&asyncCode=201$/u) } },
      { ask: 'GET namedValues/x?asyncId=000000000000000000000001&asyncCode=201', status: 202, text: '' },
      { ask: 'GET namedValues/x?asyncId=000000000000000000000001&asyncCode=201', status: 201, json: { name: 'x', properties: { displayName: 'x', value: '1', secret: false, tags: [], provisioningState: 'Succeeded' } }, answered: { etag: ETAG } },
    ],
  },
  {
    source: '§2.2 [I]',
    says: 'accepted: a failure is a 400 of the poll',
    options: { operationDialect: 'accepted', operationPolls: 0 },
    steps: [
      { ask: 'PUT policyFragments/f', body: { value: '<fragment><set-backend-service backend-id="gone" /></fragment>' }, status: 202 },
      { ask: 'GET policyFragments/f?asyncId=000000000000000000000001', status: 400, json: { error: { code: 'ValidationError' } } },
      { ask: 'GET policyFragments/f', status: 404 },
    ],
  },
  {
    source: '§2.2 [I], §2.6',
    says: 'location: a fragment is created 201 and in progress; what is wrong with it is told by the poll, with status 200, and nothing is left of it',
    options: { operationPolls: 1 },
    steps: [
      { ask: 'PUT policyFragments/f', body: { value: '<fragment><set-backend-service backend-id="gone" /></fragment>' }, status: 201, json: { properties: { provisioningState: 'InProgress' } }, answered: { location: expect.stringMatching(/^https:\/\/management\.azure\.com\/.*\/policyFragments\/f\?api-version=2024-05-01&azure-asyncId=[0-9a-f]{24}&format=rawxml$/u) } },
      { ask: 'GET policyFragments/f?azure-asyncId=000000000000000000000001&format=rawxml', status: 202 },
      { ask: 'GET policyFragments/f?azure-asyncId=000000000000000000000001&format=rawxml', status: 200, json: { status: 'Failed', error: { code: 'ValidationError', message: 'One or more fields contain incorrect values:', details: [{ code: 'ValidationError', message: expect.stringContaining("Backend with id 'gone' could not be found.") }] } } },
      { ask: 'GET policyFragments/f', status: 404 },
    ],
  },
  {
    source: '§2.2 [I]',
    says: 'a failed update leaves the old content, and while it runs there is no other',
    options: { operationPolls: 2 },
    there: ['policyFragments/f'],
    steps: [
      { ask: 'PUT policyFragments/f', body: { value: '<fragment><' }, status: 200, json: { properties: { provisioningState: 'InProgress' } } },
      { ask: 'PUT policyFragments/f', body: { value: '<fragment />' }, status: 409, json: error('Conflict', 'Operation on the PolicyFragment is in progress') },
      { ask: 'GET policyFragments/f', status: 200, json: { properties: { value: '<fragment />', provisioningState: 'InProgress' } } },
      { ask: 'GET policyFragments/f?azure-asyncId=000000000000000000000001', status: 200, json: { status: 'Failed' } },
      { ask: 'GET policyFragments/f', status: 200, json: { properties: { value: '<fragment />', provisioningState: 'Succeeded' } } },
    ],
  },
  {
    source: '§1.6 [M]',
    says: 'who polls the resource instead of the operation comes to its end as well',
    options: { operationPolls: 1 },
    steps: [
      { ask: 'PUT namedValues/x', body: { displayName: 'x', value: '1' }, status: 201, json: { properties: { provisioningState: 'InProgress' } } },
      { ask: 'GET namedValues/x', status: 200, json: { properties: { value: '1', provisioningState: 'InProgress' } } },
      { ask: 'GET namedValues/x', status: 200, json: { properties: { value: '1', provisioningState: 'InProgress' } } },
      { ask: 'GET namedValues/x', status: 200, json: { properties: { value: '1', provisioningState: 'Succeeded' } } },
    ],
  },
  {
    source: '§2.2 [S], §1.6 [M]',
    says: 'async-operation: what became of it stands below properties',
    options: { operationDialect: 'async-operation' },
    steps: [
      { ask: 'PUT policyFragments/f', body: { value: '<fragment' }, status: 201, answered: { 'azure-asyncoperation': expect.stringMatching(/^https:\/\/management\.azure\.com\/.*\/tenant\/operationResults\/[0-9a-f]{24}\?api-version=2024-05-01$/u), location: expect.any(String) } },
      { ask: 'GET tenant/operationResults/000000000000000000000001', status: 202, json: { properties: { status: 'InProgress', error: null } } },
      { ask: 'GET tenant/operationResults/000000000000000000000001', status: 200, json: { properties: { status: 'Failed', error: { code: 'ValidationError' } } } },
      { ask: 'GET tenant/operationResults/0000000000000000000000ff', status: 404 },
    ],
  },
  {
    source: '§2.3 [S, W]',
    says: 'a PUT answers in xml even for rawxml; a GET in what is asked for',
    steps: [
      { ask: 'PUT policies/policy', body: { format: 'rawxml', value: '<policies><inbound><set-variable name="a" value="@(1 < 2 && "x" != "y")" /></inbound></policies>' }, status: 200, json: { properties: { format: 'xml', value: expect.stringContaining('value="@(1 &lt; 2 &amp;&amp; &quot;x&quot; != &quot;y&quot;)"') } } },
      { ask: 'GET policies/policy?format=rawxml', status: 200, json: { properties: { format: 'rawxml', value: expect.stringContaining('value="@(1 < 2 && "x" != "y")"') } } },
    ],
  },
  {
    source: '§2.3 [I]',
    says: 'some clients get the XML itself',
    options: { answersBareXml: true },
    steps: [{ ask: 'GET policies/policy?format=rawxml', status: 200, text: '<policies>\r\n\t<inbound />\r\n\t<backend>\r\n\t\t<forward-request />\r\n\t</backend>\r\n\t<outbound />\r\n\t<on-error />\r\n</policies>', answered: { etag: ETAG, 'content-type': expect.stringContaining('xml') } }],
  },
  {
    source: '§2.3',
    says: 'headers of every answer',
    steps: [{ ask: 'GET policies/policy', status: 200, answered: { 'x-ms-request-id': expect.any(String), 'x-ms-correlation-request-id': expect.any(String), 'cache-control': 'no-cache', 'content-type': 'application/json; charset=utf-8' } }],
  },
  {
    source: '§2.3 [S]',
    says: 'lists come in pages with an https link; an empty one ends them',
    options: { pageSize: 2 },
    there: ['backends/a', 'backends/b', 'backends/c'],
    steps: [
      { ask: 'GET backends', status: 200, json: { count: 3, value: [{ name: 'a' }, { name: 'b' }], nextLink: expect.stringMatching(/^https:\/\/management\.azure\.com\/.*\/backends\?.*skip=2$/u) } },
      { ask: 'GET backends?$skip=2', status: 200, json: { count: 3, value: [{ name: 'c' }], nextLink: '' } },
      { ask: 'GET backends?$top=1', status: 200, json: { value: [{ name: 'a' }], nextLink: expect.stringContaining('skip=1') } },
      { ask: 'GET backends?$top=many', status: 400 },
      { ask: 'GET loggers', status: 200, json: { count: 0, value: [], nextLink: '' } },
    ],
  },
  {
    source: '§1.2 [M]',
    says: 'the current revision stands without its number, others with it',
    there: ['apis/chat', 'apis/chat;rev=2'],
    steps: [
      { ask: 'PUT apis/chat%3Brev%3D1/policies/policy', body: { value: EMPTY }, status: 201, json: { id: expect.stringMatching(/\/apis\/chat\/policies\/policy$/u) } },
      { ask: 'GET apis/chat/policies/policy', status: 200 },
      { ask: 'GET apis/chat%3Brev%3D2/policies/policy', status: 404 },
      { ask: 'GET apis', status: 200, json: { value: [{ name: 'chat', properties: { apiRevision: '1', isCurrent: true } }, { name: 'chat;rev=2', properties: { apiRevision: '2', isCurrent: false } }] } },
      { ask: 'GET apis?$filter=isCurrent%20eq%20true&expandApiVersionSet=true', status: 200, json: { value: [{ name: 'chat' }] } },
    ],
  },
  {
    source: '§2.7, 33 [I]',
    says: 'an API with other revisions is not deleted by itself',
    there: ['apis/chat', 'apis/chat;rev=2', 'apis/chat/operations/complete'],
    steps: [
      { ask: 'DELETE apis/chat', headers: ANY, status: 400, json: error('ValidationError', 'Cannot delete the current revision of an API.') },
      { ask: 'DELETE apis/chat?deleteRevisions=true', headers: ANY, status: 200 },
      { ask: 'GET apis', status: 200, json: { count: 0 } },
      { ask: 'GET apis/chat/operations', status: 404, json: error('ResourceNotFound', 'Api not found.') },
    ],
  },
  {
    source: '§2.6 [I]',
    says: 'what is in use is not deleted; listReferences says by whom',
    there: ['backends/one', 'policyFragments/f', 'apis/chat', 'loggers/hub'],
    options: { operationPolls: 0 },
    steps: [
      { ask: 'PUT namedValues/key', body: { displayName: 'key-name', value: 'k' }, status: 201 },
      { ask: 'GET namedValues/key?azure-asyncId=000000000000000000000001', status: 200 },
      { ask: 'PUT policies/policy', body: { value: '<policies><inbound><include-fragment fragment-id="f" /></inbound></policies>' }, status: 200 },
      { ask: 'PUT apis/chat/policies/policy', body: { value: '<policies><inbound><set-backend-service backend-id="one" /><log-to-eventhub logger-id="hub">{{key-name}}</log-to-eventhub></inbound></policies>' }, status: 201 },
      { ask: 'POST policyFragments/f/listReferences?$top=5', status: 200, json: { count: 1, value: [{ id: expect.stringMatching(/^\/subscriptions\/.*\/policies\/policy$/u), type: 'Microsoft.ApiManagement/service/policies', name: 'policy' }] } },
      { ask: 'DELETE policyFragments/f', headers: ANY, status: 400, json: error('ValidationError', "The Policy Fragment 'f' is used by the following entities:\r\n/policies/policy\r\n") },
      { ask: 'DELETE backends/one', headers: ANY, status: 400, json: error('ValidationError', "The Backend 'one' is used by the following entities:\r\n/apis/chat/policies/policy\r\n") },
      { ask: 'DELETE namedValues/key', headers: ANY, status: 400, json: error('ValidationError', expect.stringContaining('/apis/chat/policies/policy')) },
      { ask: 'DELETE loggers/hub', headers: ANY, status: 400 },
      { ask: 'DELETE apis/chat/policies/policy', headers: ANY, status: 200 },
      { ask: 'DELETE backends/one', headers: ANY, status: 200 },
      { ask: 'DELETE namedValues/key', headers: ANY, status: 200 },
    ],
  },
  {
    source: '§2.6 [I]',
    says: 'a backend of a pool is in use, and a pool names what is there',
    there: ['backends/one'],
    steps: [
      { ask: 'PUT backends/pool', body: { type: 'Pool', pool: { services: [{ id: '/backends/none' }] } }, status: 400, json: field('pool', "Backend with id 'none' could not be found.") },
      { ask: 'PUT backends/pool', body: { type: 'Pool', pool: { services: [{ id: '/backends/ONE', priority: 1, weight: 3 }] } }, status: 201, json: { properties: { type: 'Pool', pool: { services: [{ id: expect.stringMatching(/^\/subscriptions\/.*\/service\/local\/backends\/one$/u), priority: 1, weight: 3 }] } } } },
      { ask: 'DELETE backends/one', headers: ANY, status: 400, json: error('ValidationError', "The Backend 'one' is used by the following entities:\r\n/backends/pool\r\n") },
      { ask: 'PUT backends/pool', body: { type: 'Pool', url: 'https://x.example', pool: { services: [{ id: '/backends/one' }] } }, status: 400 },
      { ask: 'PUT backends/pool', body: { type: 'Pool', pool: { services: [{ id: '/backends/one', weight: 101 }] } }, status: 400 },
    ],
  },
  {
    source: '§2.6, §2.7, 30 and 27 [I]',
    says: 'display names are unique; a vault needs secret',
    options: { operationPolls: 0 },
    steps: [
      { ask: 'PUT namedValues/a', body: { displayName: 'n', value: '1' }, status: 201 },
      { ask: 'PUT namedValues/b', body: { displayName: 'n', value: '2' }, status: 400, json: field('name', 'Property with the same name already exist.') },
      { ask: 'PUT namedValues/b', body: { displayName: 'm', keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/s' } }, status: 400, json: field('secret', "Invalid field 'secret' specified") },
      { ask: 'PUT namedValues/b', body: { displayName: 'a name', value: '2' }, status: 400 },
      { ask: 'PUT namedValues/b', body: { displayName: 'm', value: 'x'.repeat(4097) }, status: 400 },
    ],
  },
  {
    source: '§1.1, §2.8, 7',
    says: 'a secret is told by listValue alone; one that is written without its value keeps it',
    options: { operationPolls: 0 },
    steps: [
      { ask: 'PUT namedValues/s', body: { displayName: 's', secret: true, value: 'canary' }, status: 201, lacks: 'canary', json: { properties: { displayName: 's', secret: true, tags: [], provisioningState: 'InProgress' } } },
      { ask: 'GET namedValues/s?azure-asyncId=000000000000000000000001', status: 200, lacks: 'canary', json: { properties: { displayName: 's', secret: true, tags: [], provisioningState: 'Succeeded' } } },
      { ask: 'PUT namedValues/s', body: { displayName: 's', secret: true, tags: ['t'] }, status: 200 },
      { ask: 'GET namedValues/s?azure-asyncId=000000000000000000000002', status: 200 },
      { ask: 'GET namedValues', status: 200, lacks: 'canary', json: { value: [{ properties: { displayName: 's', secret: true, tags: ['t'], provisioningState: 'Succeeded' } }] } },
      { ask: 'POST namedValues/s/listValue', status: 200, text: '{"value":"canary"}' },
      { ask: 'POST namedValues/s/refreshSecret', status: 400 },
      { ask: 'POST namedValues/t/listValue', status: 404 },
    ],
  },
  {
    source: '§1.1, §4, 13',
    says: 'a named value in Key Vault says what came of fetching it',
    options: { operationPolls: 0 },
    steps: [
      { ask: 'PUT namedValues/v', body: { displayName: 'v', secret: true, keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/s', identityClientId: 'me', lastStatus: { code: 'Mine' } } }, status: 201 },
      { ask: 'GET namedValues/v?azure-asyncId=000000000000000000000001', status: 200, json: { properties: { displayName: 'v', secret: true, tags: [], keyVault: { secretIdentifier: 'https://v.vault.azure.net/secrets/s', identityClientId: 'me', lastStatus: { code: 'Success', timeStampUtc: expect.any(String) } } } } },
      { ask: 'POST namedValues/v/refreshSecret', status: 200, json: { name: 'v' } },
    ],
  },
  {
    source: '§2.7, 14 and 31 [I]',
    says: 'credentials name named values that are there; a resource is named by its URL',
    steps: [
      { ask: 'PUT backends/b', body: { ...BACKEND, credentials: { header: { 'api-key': ['{{nowhere}}'] } } }, status: 400, json: field('credentials', "Property 'nowhere' not found.") },
      { ask: 'PUT backends/b', body: { ...BACKEND, resourceId: '/subscriptions/x' }, status: 400, json: field('resourceId', 'Value should represent absolute http URL') },
      { ask: 'PUT backends/b', body: { protocol: 'http' }, status: 400 },
      { ask: 'PUT backends/b', body: { url: 'https://x.example' }, status: 400 },
    ],
  },
  {
    source: '§2.5 [D]',
    says: 'a policy is at most 256 KiB, 16 KiB on Consumption',
    options: { sku: 'Consumption' },
    steps: [{ ask: 'PUT policies/policy', body: policyOf(`<!--${'x'.repeat(16 * 1024)}-->`), status: 400, json: { error: { code: 'ValidationError', message: 'Policy size exceeds allowed limit of 16 KB' } } }],
  },
  {
    source: '§2.1',
    says: 'names are limited in length and letters',
    steps: [
      { ask: 'PUT policyFragments/a.b', body: { value: '<fragment />' }, status: 400, json: field('name', expect.any(String)) },
      { ask: `PUT backends/${'b'.repeat(81)}`, body: BACKEND, status: 400, json: field('name', expect.any(String)) },
      { ask: 'PUT namedValues/a%26b', body: { displayName: 'x', value: '1' }, status: 400, json: field('name', expect.any(String)) },
    ],
  },
  {
    source: '§1.2',
    says: 'every scope has a policy of its own',
    there: ['workspaces/w', 'products/p', 'apis/a/operations/o'],
    steps: ['workspaces/w', 'products/p', 'apis/a', 'apis/a/operations/o'].flatMap((scope) => [
      { ask: `PUT ${scope}/policies/policy`, body: { value: EMPTY }, status: 201 },
      { ask: `GET ${scope}/policies`, status: 200, json: { count: 1, value: [{ name: 'policy' }] } },
    ]),
  },
];

/** Everything that is there is the least of its kind. */
const PROPERTIES: Readonly<Record<string, object>> = { backends: BACKEND, policyFragments: { value: '<fragment />' } };

describe.each(FACTS)('$source $says', ({ options = {}, there = [], steps }) => {
  test('holds', async () => {
    const apim = await startLocalApim(options);
    running = apim;
    for (const path of there) apim.seed(path, { ...PROPERTIES[path.split('/')[0] ?? ''] });
    for (const { status, json, text, lacks, answered, ...question } of steps) {
      const reply = await ask(apim, question);
      expect({ ask: question.ask, status: reply.status, text: reply.text }).toMatchObject({ status });
      if (json !== undefined) expect(reply.json).toMatchObject(json as object);
      if (text !== undefined) expect(reply.text).toBe(text);
      if (lacks !== undefined) expect(reply.text).not.toContain(lacks);
      if (answered !== undefined) expect(reply.headers).toMatchObject(answered);
    }
  });
});

test('§2.8, 1: ARM knows no other subscription, resource group or service', async () => {
  const apim = await startLocalApim();
  running = apim;
  const service = serviceUrl(apim);
  const codeOf = async (path: string): Promise<unknown> => {
    const { status, json } = await ask(apim, { ask: `GET ${path}?api-version=2024-05-01` });
    return [status, (json as { readonly error: { readonly code: string } }).error.code];
  };
  expect(await codeOf(service.replace(/[^/]+$/u, 'other'))).toEqual([404, 'ResourceNotFound']);
  expect(await codeOf(service.replace('resourceGroups/local', 'resourceGroups/other'))).toEqual([404, 'ResourceGroupNotFound']);
  expect(await codeOf(service.replace(/(?<=subscriptions\/)[^/]+/u, '11111111-1111-1111-1111-111111111111'))).toEqual([404, 'SubscriptionNotFound']);
  expect(await codeOf('/')).toEqual([404, 'NotFound']);
  expect((await ask(apim, { ask: 'GET ' })).json).toMatchObject({ name: 'local', sku: { name: 'Developer' } });
});

test('§2.1 [W]: an identical PUT keeps the ETag, also when it is written in another way; another one moves it on', async () => {
  const apim = await startLocalApim();
  running = apim;
  const etagAfter = async (value: string): Promise<unknown> => (await ask(apim, { ask: 'PUT policies/policy', body: { value } })).headers['etag'];
  const first = await etagAfter(EMPTY);
  expect(await etagAfter('<?xml version="1.0"?>\n<policies>\n  <inbound   />\n</policies>\n')).toBe(first);
  const second = await etagAfter(policyOf('<base />').value);
  expect(second).not.toBe(first);
  const ofBackend = (await ask(apim, { ask: 'PUT backends/one', body: BACKEND })).headers['etag'];
  const counters = [first, second, ofBackend].map((etag) => Buffer.from(String(etag).replaceAll('"', ''), 'base64').readBigUInt64BE());
  expect(counters).toEqual([counters[0], (counters[0] ?? 0n) + 1n, (counters[0] ?? 0n) + 2n]);
});
