/** POST below a resource: `listValue`, `refreshSecret`, `listReferences`. Source: reference/management-api.md §1.1, §1.2, §2.8, 7. */
import { isJsonObject } from '../model/json.js';
import { errorAnswer, jsonAnswer, type Answer } from './answer.js';
import { pageAnswer } from './answer-list.js';
import { etagOf } from './etag.js';
import { fetchedNow, valueOf } from './kinds/named-value-content.js';
import { incorrectField, notFound } from './management-error.js';
import type { ManagementRequest } from './management-request.js';
import { resourceAnswer } from './read-resource.js';
import { lastId, nameOfPath, pathOf, type ResourceName } from './resource-name.js';
import { usersOf } from './resource-users.js';
import { armTypeOf } from './resource-type.js';
import { visibleResource } from './resource-view.js';
import type { ActionName, ServiceRoute } from './service-route.js';
import { armIdOf, type ServiceState } from './service-state.js';

type AnswerAction = (name: ResourceName, request: ManagementRequest, service: ServiceState) => Answer;

export function answerAction({ name, action }: Extract<ServiceRoute, { kind: 'action' }>, request: ManagementRequest, service: ServiceState): Answer {
  return visibleResource(pathOf(name), service) === undefined ? errorAnswer(notFound(name.type.noun)) : ACTIONS[action](name, request, service);
}

const ACTIONS: Readonly<Record<ActionName, AnswerAction>> = {
  listValue(name, _, service) {
    const resource = visibleResource(pathOf(name), service);
    return resource === undefined ? errorAnswer(notFound(name.type.noun)) : jsonAnswer(200, { value: valueOf(resource.content) }, { etag: etagOf(resource.etag) });
  },

  refreshSecret(name, _, service) {
    const item = service.store.get(pathOf(name));
    if (item === undefined) return errorAnswer(notFound(name.type.noun));
    const { keyVault } = item.content;
    if (!isJsonObject(keyVault)) return errorAnswer(incorrectField('keyVault', 'only a named value in Key Vault can be refreshed'));
    const refreshed = service.store.put(item.path, { ...item.content, keyVault: { ...keyVault, lastStatus: fetchedNow() } }, item.etag);
    return resourceAnswer(200, { ...refreshed, provisioning: 'Succeeded' }, 'xml', service);
  },

  listReferences(name, request, service) {
    const users = usersOf(name, service.store).flatMap((path) => nameOfPath(path) ?? []);
    const values = users.map((user) => ({ id: armIdOf(service.settings, pathOf(user)), type: armTypeOf(user.type), name: lastId(user) }));
    return pageAnswer(values, `${pathOf(name)}/listReferences`, request, service);
  },
};
