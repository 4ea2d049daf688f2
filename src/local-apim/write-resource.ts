/** PUT and PATCH. Source: reference/management-api.md §2.1, §2.2, §2.6. */
import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { errorAnswer, type Answer } from './answer.js';
import { revisionOf } from './api-revision.js';
import { CONTENT_KINDS } from './content-kinds.js';
import type { ServiceError } from './content/stored-policy.js';
import { ifMatchProblem } from './if-match.js';
import { makeParents } from './make-parents.js';
import { incorrectField, MISSING_PARENT, NO_PROPERTIES, notFound, operationInProgress, WRONG_POLICY_ID } from './management-error.js';
import type { ManagementRequest } from './management-request.js';
import { acceptedAnswer } from './operation-answers.js';
import { parseBody } from './parse-body.js';
import { isWronglyNamedPolicy, resourceAnswer } from './read-resource.js';
import { ancestorsOf, lastId, nameOfPath, pathOf, type ResourceName } from './resource-name.js';
import type { StoredItem } from './resource-store.js';
import type { ServiceState } from './service-state.js';

/** Of a resource that is written at once, the first is a refusal, and the second an answer that says more than was done. */
export type WriteFault = 'operation-fails' | 'operation-lies';

/** What an operation says that was made to fail. */
const FAILED_ON_PURPOSE = incorrectField('representation', 'The operation was made to fail: a fault of the local endpoint.');

const FAULT_OUTCOMES = { 'operation-fails': { error: FAILED_ON_PURPOSE }, 'operation-lies': 'lies' } as const;

export function putResource(name: ResourceName, request: ManagementRequest, service: ServiceState, fault?: WriteFault): Answer {
  if (isWronglyNamedPolicy(name)) return errorAnswer(WRONG_POLICY_ID);
  const body = parseBody(request);
  if ('error' in body) return errorAnswer(body.error);
  const properties = body.value['properties'];
  if (!isJsonObject(properties)) return errorAnswer(NO_PROPERTIES);
  const problem = idProblem(name) ?? parentProblem(name, service);
  if (problem !== undefined) return errorAnswer(problem);
  return write(name, properties, { isRequired: false }, request, service, fault);
}

/** Properties that are not in the request stay as they are; null takes one away. */
export function patchResource(name: ResourceName, request: ManagementRequest, service: ServiceState, fault?: WriteFault): Answer {
  const before = service.store.get(pathOf(name))?.content;
  if (before === undefined) return errorAnswer(notFound(name.type.noun));
  const body = parseBody(request);
  if ('error' in body) return errorAnswer(body.error);
  const properties = body.value['properties'];
  if (!isJsonObject(properties)) return errorAnswer(NO_PROPERTIES);
  const merged = Object.fromEntries(Object.entries({ ...before, ...properties }).filter(([, value]) => value !== null));
  return write(name, merged, { isRequired: true }, request, service, fault);
}

function write(name: ResourceName, properties: JsonObject, { isRequired }: { readonly isRequired: boolean }, request: ManagementRequest, service: ServiceState, fault: WriteFault | undefined): Answer {
  const { store, operations, settings } = service;
  const path = pathOf(name);
  const before = store.get(path);
  if (operations.runningOn(path) !== undefined) return errorAnswer(operationInProgress(name.type.noun));
  const problem = ifMatchProblem(request.headers['if-match'], before?.etag, { isRequired, whereAbsent: settings.ifMatchWhereAbsent });
  if (problem !== undefined) return errorAnswer(problem);

  const taken = CONTENT_KINDS[name.type.kind].accept(properties, { name, before: before?.content, service });
  if (taken.kind === 'refused') return errorAnswer(taken.error);
  if (fault === 'operation-fails' && !name.type.isLongRunning) return errorAnswer(FAILED_ON_PURPOSE);

  const creates = before === undefined;
  const { content } = taken;
  const etag = before !== undefined && isDeepStrictEqual(before.content, content) ? before.etag : store.nextEtag();
  if (name.type.isLongRunning) {
    const outcome = taken.kind === 'refused-late' ? { error: taken.error } : fault === undefined ? 'succeeds' : FAULT_OUTCOMES[fault];
    return acceptedAnswer(operations.begin({ path, creates, content, etag, outcome }), request, service);
  }
  const written = { path: before?.path ?? path, etag, content, provisioning: 'Succeeded' } as const;
  if (fault === undefined) applyWrite(written, service);
  return resourceAnswer(creates ? 201 : 200, written, 'xml', service);
}

/** Puts what was accepted into the store; also what it belongs to, where that is wanted. */
export function applyWrite({ path, content, etag }: Pick<StoredItem, 'path' | 'content' | 'etag'>, { store, settings }: Pick<ServiceState, 'store' | 'settings'>): void {
  const name = nameOfPath(path);
  if (name !== undefined && settings.createsParents) makeParents(name, store);
  if (store.get(path)?.etag !== etag) store.put(path, content, etag);
}

function idProblem(name: ResourceName): ServiceError | undefined {
  const id = lastId(name);
  const { longestId, idPattern } = name.type;
  if (id.length <= longestId && idPattern.test(id)) return undefined;
  return incorrectField('name', `the name '${id}' is not allowed: at most ${longestId} characters that match ${idPattern.source}`);
}

function parentProblem(name: ResourceName, { store, settings }: ServiceState): ServiceError | undefined {
  const isMissing = ancestorsOf(name).some((ancestor) => store.get(pathOf(ancestor)) === undefined);
  if (isMissing && !settings.createsParents) return MISSING_PARENT;
  // A revision is one of something.
  const { api, revision } = revisionOf(name.ids[0] ?? '');
  return name.type.collections[0] === 'apis' && revision !== undefined && store.get(`apis/${api}`) === undefined ? MISSING_PARENT : undefined;
}
