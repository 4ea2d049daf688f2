/** Resources that are there without a request: what tests and demos begin with, and what somebody else writes meanwhile. */
import { isDeepStrictEqual } from 'node:util';
import { InternalError } from '../model/internal-error.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { CONTENT_KINDS } from './content-kinds.js';
import { makeParents } from './make-parents.js';
import { nameOfPath, pathOf } from './resource-name.js';
import type { ServiceState } from './service-state.js';

/**
 * With what it belongs to, as far as that is not there.
 * @param path below the service
 * @param properties as in the body of a PUT
 * @throws InternalError for what a PUT would be refused for
 */
export function seedResource(path: string, properties: Readonly<Record<string, unknown>>, service: ServiceState): void {
  const name = nameOfPath(path);
  if (name === undefined) throw new InternalError(`the local APIM keeps nothing under '${path}'`);
  const before = service.store.get(pathOf(name));
  const taken = CONTENT_KINDS[name.type.kind].accept(asJson(properties), { name, before: before?.content, service, isSeed: true });
  if (taken.kind !== 'accepted') throw new InternalError(`'${path}' is refused: ${[taken.error.message, ...(taken.error.details ?? []).map(({ message }) => message)].join(' ')}`);
  makeParents(name, service.store);
  if (!isDeepStrictEqual(before?.content, taken.content)) service.store.put(pathOf(name), taken.content);
}

function asJson(properties: Readonly<Record<string, unknown>>): JsonObject {
  const value: unknown = JSON.parse(JSON.stringify(properties));
  return isJsonObject(value) ? value : {};
}
