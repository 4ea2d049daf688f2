/** How long-running operations are told of, in three dialects. Source: reference/management-api.md §1.6, §2.2, §2.8. */
import { emptyAnswer, errorAnswer, errorBody, jsonAnswer, type Answer } from './answer.js';
import { etagOf } from './etag.js';
import { notFound } from './management-error.js';
import { queryValue, type ManagementRequest } from './management-request.js';
import type { Operation } from './operations.js';
import { identityOf, pathOf, type ResourceName } from './resource-name.js';
import { resourceOf } from './resource-view.js';
import { resourceAnswer, wantedFormat } from './read-resource.js';
import { armIdOf, armUrlOf, type ServiceState } from './service-state.js';

/**
 * The answer to the request that began it. `accepted`: 202 without a body. `location`: 201 or 200 with what is to come. `async-operation`:
 * the same, and a place where the operation itself can be asked. A PATCH is answered 202 in all of them.
 */
export function acceptedAnswer(operation: Operation, request: ManagementRequest, service: ServiceState): Answer {
  const { settings } = service;
  const version = queryValue(request, 'api-version') ?? '';
  const status = operation.creates ? 201 : 200;
  if (settings.operationDialect === 'accepted') {
    return emptyAnswer(202, { location: armUrlOf(settings, operation.path, { 'api-version': version, asyncId: operation.id, asyncCode: String(status) }) });
  }
  const isFragment = operation.path.startsWith('policyFragments/');
  const location = armUrlOf(settings, operation.path, { 'api-version': version, 'azure-asyncId': operation.id, ...(isFragment ? { format: 'rawxml' } : {}) });
  const result = armUrlOf(settings, `tenant/operationResults/${operation.id}`, { 'api-version': version });
  const headers = { location, ...(settings.operationDialect === 'async-operation' ? { 'azure-asyncoperation': result } : {}) };
  return request.method === 'PATCH' ? emptyAnswer(202, headers) : resourceAnswer(status, resourceOf(operation), 'xml', service, headers);
}

/** The operation that a GET of its resource's URL asks for. */
export function polledId(request: ManagementRequest): string | undefined {
  return queryValue(request, 'asyncId') ?? queryValue(request, 'azure-asyncId');
}

/** A poll: a GET of the resource's URL with the id of an operation; undefined for any other GET. */
export function pollResource(name: ResourceName, request: ManagementRequest, service: ServiceState): Answer | undefined {
  const id = polledId(request);
  if (id === undefined) return undefined;
  const isPlain = queryValue(request, 'asyncId') !== undefined;
  const operation = service.operations.poll(id);
  if (operation === undefined || identityOf(operation.path) !== identityOf(pathOf(name))) return errorAnswer(notFound('Operation result'));
  if (operation.state === 'running') return emptyAnswer(202, { location: armUrlOf(service.settings, operation.path, request.query) });
  if (typeof operation.outcome === 'object') {
    // The trap of §0, 2: whoever looks at the status alone takes this for success.
    return isPlain ? errorAnswer(operation.outcome.error) : jsonAnswer(200, { status: 'Failed', error: errorBody(operation.outcome.error) });
  }
  return resourceAnswer(isPlain && operation.creates ? 201 : 200, resourceOf(operation), wantedFormat(request), service);
}

/** A poll of the operation itself. Its status stands below `properties`, where the SDK does not look (§1.6). */
export function operationResult(id: string, service: ServiceState): Answer {
  const operation = service.operations.poll(id);
  if (operation === undefined) return errorAnswer(notFound('Operation result'));
  const { state, startedAt, updatedAt, outcome, path, etag } = operation;
  const body = {
    id: armIdOf(service.settings, `tenant/operationResults/${id}`),
    type: 'Microsoft.ApiManagement/service/tenant/operationResults',
    name: id,
    properties: {
      id,
      status: ({ running: 'InProgress', succeeded: 'Succeeded', failed: 'Failed' } as const)[state],
      started: new Date(startedAt).toISOString(),
      updated: new Date(updatedAt).toISOString(),
      resultInfo: state === 'succeeded' ? `${path} ${etagOf(etag)}` : null,
      error: state === 'failed' && typeof outcome === 'object' ? errorBody(outcome.error) : null,
      actionLog: [],
    },
  };
  return jsonAnswer(state === 'running' ? 202 : 200, body);
}
