/** What ARM looks at before API Management hears of a request: token, version, subscription, resource group, service. */
import { errorAnswer, type Answer } from './answer.js';
import { armError } from './management-error.js';
import { queryValue, type ManagementRequest } from './management-request.js';
import type { ServiceSettings } from './service-state.js';

/** Those that hold fragments; older ones do not. */
const API_VERSIONS = ['2021-12-01-preview', '2022-04-01-preview', '2022-08-01', '2022-09-01-preview', '2023-03-01-preview', '2023-05-01-preview', '2023-09-01-preview', '2024-05-01', '2024-06-01-preview', '2024-10-01-preview'];

export type Admitted = { readonly kind: 'admitted'; readonly below: readonly string[] } | { readonly kind: 'refused'; readonly answer: Answer };

/** @returns the segments below the service */
export function admit(request: ManagementRequest, settings: ServiceSettings): Admitted {
  const problem = tokenProblem(request) ?? versionProblem(request);
  if (problem !== undefined) return { kind: 'refused', answer: problem };
  const [subscriptions, subscription = '', groups, group = '', providers, namespace, services, name = '', ...below] = request.segments;
  const isService = is(subscriptions, 'subscriptions') && is(groups, 'resourceGroups') && is(providers, 'providers') && is(namespace, 'Microsoft.ApiManagement') && is(services, 'service') && name !== '';
  if (!isService) return refuse(404, 'NotFound', `the local endpoint holds one API Management service and nothing else: /subscriptions/${settings.subscription}/resourceGroups/${settings.resourceGroup}/providers/Microsoft.ApiManagement/service/${settings.service}`);
  if (!is(subscription, settings.subscription)) return refuse(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`);
  if (!is(group, settings.resourceGroup)) return refuse(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`);
  if (!is(name, settings.service)) {
    return refuse(404, 'ResourceNotFound', `The Resource 'Microsoft.ApiManagement/service/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`);
  }
  return { kind: 'admitted', below };
}

/** Any token is good: that it is sent is what clients can get wrong here. */
function tokenProblem({ headers }: ManagementRequest): Answer | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return errorAnswer(armError(401, 'AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."), { 'www-authenticate': 'Bearer' });
  return /^Bearer \S/iu.test(authorization)
    ? undefined
    : errorAnswer(armError(401, 'InvalidAuthenticationToken', "The authentication scheme is not supported; the local endpoint takes any token as 'Authorization: Bearer <token>'."), { 'www-authenticate': 'Bearer error="invalid_token"' });
}

function versionProblem(request: ManagementRequest): Answer | undefined {
  const version = queryValue(request, 'api-version');
  if (version === undefined || version === '') return errorAnswer(armError(400, 'MissingApiVersionParameter', 'The api-version query parameter (?api-version=) is required for all requests.'));
  return API_VERSIONS.includes(version)
    ? undefined
    : errorAnswer(armError(400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid. The supported versions are '${API_VERSIONS.toReversed().join(',')}'.`));
}

function is(segment: string | undefined, wanted: string): boolean {
  return segment?.toLowerCase() === wanted.toLowerCase();
}

function refuse(status: number, code: string, message: string): Admitted {
  return { kind: 'refused', answer: errorAnswer(armError(status, code, message)) };
}
