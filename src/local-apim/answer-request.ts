/** From a request to its answer: the routes and methods of the management API. Source: reference/management-api.md §1.2. */
import { errorAnswer, type Answer } from './answer.js';
import { admit } from './arm-gate.js';
import { answerAction } from './answer-action.js';
import { answerList } from './answer-list.js';
import { deleteResource } from './delete-resource.js';
import { armError } from './management-error.js';
import type { ManagementRequest } from './management-request.js';
import { operationResult, polledId, pollResource } from './operation-answers.js';
import type { Operation } from './operations.js';
import { readResource, readService } from './read-resource.js';
import { pathOf } from './resource-name.js';
import { serviceRoute, type ServiceRoute } from './service-route.js';
import type { ServiceState } from './service-state.js';
import { patchResource, putResource, type WriteFault } from './write-resource.js';

/**
 * One request from beginning to end; nothing else happens in between.
 * @param fault what is to go wrong with a write
 */
export function answerRequest(request: ManagementRequest, service: ServiceState, fault?: WriteFault): Answer {
  service.operations.settleOverdue();
  const admitted = admit(request, service.settings);
  if (admitted.kind === 'refused') return admitted.answer;
  const route = serviceRoute(admitted.below, service.store);
  if (route === undefined) return errorAnswer(armError(404, 'InvalidResourceType', `the local endpoint does not keep '${admitted.below.join('/')}'; it keeps policies, policy fragments, named values, backends, loggers, APIs, operations, products and workspaces`));
  const methods = methodsOf(route, service, fault);
  const isHead = request.method === 'HEAD';
  const answer = methods[isHead ? 'GET' : request.method];
  if (answer === undefined) {
    const allowed = Object.keys(methods).join(', ');
    return errorAnswer(armError(405, 'MethodNotAllowed', `The HTTP method '${request.method}' is not allowed here; allowed: ${allowed}.`), { allow: allowed });
  }
  const running = operationAskedFor(route, request, service);
  const given = answer(request);
  if (running !== undefined) service.operations.poll(running.id);
  return isHead ? { ...given, body: '' } : given;
}

/** Who looks at a resource, or tries to change it, asks for what is under way on it as much as who polls. */
function operationAskedFor(route: ServiceRoute, request: ManagementRequest, { operations }: ServiceState): Operation | undefined {
  return route.kind === 'resource' && polledId(request) === undefined ? operations.runningOn(pathOf(route.name)) : undefined;
}

type Methods = Readonly<Record<string, ((request: ManagementRequest) => Answer) | undefined>>;

function methodsOf(route: ServiceRoute, service: ServiceState, fault: WriteFault | undefined): Methods {
  switch (route.kind) {
    case 'service':
      return { GET: () => readService(service) };
    case 'operation-result':
      return { GET: () => operationResult(route.id, service) };
    case 'list':
      return { GET: (request) => answerList(route, request, service) };
    case 'action':
      return { POST: (request) => answerAction(route, request, service) };
    case 'resource': {
      const { name } = route;
      const common: Methods = {
        GET: (request) => pollResource(name, request, service) ?? readResource(name, request, service),
        PUT: (request) => putResource(name, request, service, fault),
        DELETE: (request) => deleteResource(name, request, service, fault),
      };
      return name.type.kind === 'named-value' || name.type.kind === 'backend' ? { ...common, PATCH: (request) => patchResource(name, request, service, fault) } : common;
    }
  }
}
