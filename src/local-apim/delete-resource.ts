/** DELETE. Source: reference/management-api.md §2.1, §2.6. */
import { emptyAnswer, errorAnswer, type Answer } from './answer.js';
import { revisionOf } from './api-revision.js';
import type { ServiceError } from './content/stored-policy.js';
import { ifMatchProblem } from './if-match.js';
import { inUse, notFound, operationInProgress, refusal, WRONG_POLICY_ID } from './management-error.js';
import { queryValue, type ManagementRequest } from './management-request.js';
import { isWronglyNamedPolicy } from './read-resource.js';
import { ancestorsOf, lastId, pathOf, type ResourceName } from './resource-name.js';
import { usersOf } from './resource-users.js';
import type { ServiceState } from './service-state.js';
import type { WriteFault } from './write-resource.js';

/** 200 when it was there, 204 when it was not. */
export function deleteResource(name: ResourceName, request: ManagementRequest, service: ServiceState, fault?: WriteFault): Answer {
  if (isWronglyNamedPolicy(name)) return errorAnswer(WRONG_POLICY_ID);
  const { store, operations } = service;
  const path = pathOf(name);
  const item = store.get(path);
  const problem =
    ifMatchProblem(request.headers['if-match'], item?.etag, { isRequired: true, whereAbsent: 'creates' }) ??
    missingAncestor(name, service) ??
    (operations.runningOn(path) === undefined ? undefined : operationInProgress(name.type.noun));
  if (problem !== undefined) return errorAnswer(problem);
  if (item === undefined) return emptyAnswer(204);
  const refused = usedProblem(name, service) ?? revisionProblem(name, request, service);
  if (refused !== undefined) return errorAnswer(refused);
  if (fault === 'operation-fails') return errorAnswer(refusal('The deletion was made to fail: a fault of the local endpoint.'));
  if (fault === undefined) for (const doomed of [path, ...revisionsOf(name, service)]) store.remove(doomed);
  return emptyAnswer(200);
}

function missingAncestor(name: ResourceName, { store }: ServiceState): ServiceError | undefined {
  const missing = ancestorsOf(name).find((ancestor) => store.get(pathOf(ancestor)) === undefined);
  return missing === undefined ? undefined : notFound(missing.type.noun);
}

/** What the service puts before the list of users. That of fragments was seen; the others are inferred from it. */
const DESCRIPTIONS: Readonly<Record<string, string>> = { policyFragments: 'Policy Fragment', backends: 'Backend', namedValues: 'Property', loggers: 'Logger' };

function usedProblem(name: ResourceName, { store }: ServiceState): ServiceError | undefined {
  const users = usersOf(name, store);
  return users.length === 0 ? undefined : inUse(`The ${DESCRIPTIONS[name.type.collections.join('/')] ?? name.type.noun} '${lastId(name)}'`, users);
}

function revisionProblem(name: ResourceName, request: ManagementRequest, service: ServiceState): ServiceError | undefined {
  if (revisionsOf(name, service).length === 0 || queryValue(request, 'deleteRevisions') === 'true') return undefined;
  return refusal('Cannot delete the current revision of an API.');
}

/** Paths of the other revisions of an API; of everything else, and of what is one itself, none. */
function revisionsOf(name: ResourceName, { store }: ServiceState): readonly string[] {
  const id = lastId(name);
  if (name.type.collections.join('/') !== 'apis' || revisionOf(id).revision !== undefined) return [];
  const start = `apis/${id};rev=`.toLowerCase();
  return [...store.items()].map(({ path }) => path).filter((path) => path.toLowerCase().startsWith(start) && path.split('/').length === 2);
}
