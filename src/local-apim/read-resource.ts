/** GET of the service and of one resource. Source: reference/management-api.md §2.1, §2.3. */
import { errorAnswer, jsonAnswer, type Answer } from './answer.js';
import { etagOf } from './etag.js';
import type { PolicyFormat } from './kinds/content-kind.js';
import { isPolicyFormat } from './kinds/policy-content.js';
import { makeParentsOfPolicy } from './make-parents.js';
import { notFound, WRONG_POLICY_ID } from './management-error.js';
import { queryValue, type ManagementRequest } from './management-request.js';
import { lastId, pathOf, type ResourceName } from './resource-name.js';
import { resourceBody, visibleResource, type VisibleResource } from './resource-view.js';
import { serviceId, type ServiceState } from './service-state.js';

/** Where it is, nobody asks of a service that is here. */
const LOCATION = 'Local';

export function readService({ settings }: ServiceState): Answer {
  return jsonAnswer(200, {
    id: serviceId(settings),
    name: settings.service,
    type: 'Microsoft.ApiManagement/service',
    location: LOCATION,
    sku: { name: settings.sku, capacity: 1 },
    properties: { provisioningState: 'Succeeded', publisherEmail: 'local@example.com', publisherName: 'aoai-policy local' },
  });
}

export function readResource(name: ResourceName, request: ManagementRequest, service: ServiceState): Answer {
  if (isWronglyNamedPolicy(name)) return errorAnswer(WRONG_POLICY_ID);
  if (service.settings.createsParents) makeParentsOfPolicy(name, service.store);
  const resource = visibleResource(pathOf(name), service);
  return resource === undefined ? errorAnswer(notFound(name.type.noun)) : resourceAnswer(200, resource, wantedFormat(request), service);
}

export function isWronglyNamedPolicy(name: ResourceName): boolean {
  return name.type.kind === 'policy' && lastId(name).toLowerCase() !== 'policy';
}

export function wantedFormat(request: ManagementRequest): PolicyFormat {
  const format = queryValue(request, 'format');
  return isPolicyFormat(format) ? format : 'xml';
}

const BARE_XML_TYPES: Readonly<Record<PolicyFormat, string>> = {
  xml: 'application/vnd.ms-azure-apim.policy+xml; charset=utf-8',
  rawxml: 'application/vnd.ms-azure-apim.policy.raw+xml; charset=utf-8',
};

/** With its ETag; a policy as bare XML where that is wanted (§2.3). */
export function resourceAnswer(status: number, resource: VisibleResource, format: PolicyFormat, service: ServiceState, headers: Answer['headers'] = {}): Answer {
  const body = resourceBody(resource, format, service);
  const all = { etag: etagOf(resource.etag), ...headers };
  const text = service.settings.answersBareXml && body['type'] !== undefined && String(body['type']).endsWith('/policies') ? policyText(body) : undefined;
  return text === undefined ? jsonAnswer(status, body, all) : { status, headers: { ...all, 'content-type': BARE_XML_TYPES[format] }, body: text };
}

function policyText({ properties }: ReturnType<typeof resourceBody>): string | undefined {
  return typeof properties === 'object' && properties !== null && 'value' in properties && typeof properties.value === 'string' ? properties.value : undefined;
}
