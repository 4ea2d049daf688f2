/** Lists, page by page. Source: reference/management-api.md §1.1, §2.3. */
import { errorAnswer, jsonAnswer, type Answer } from './answer.js';
import { parseFilter } from './list-filter.js';
import { incorrectField, notFound } from './management-error.js';
import { queryValue, type ManagementRequest } from './management-request.js';
import type { Json, JsonObject } from '../model/json.js';
import { wantedFormat } from './read-resource.js';
import { identityOf, pathOf } from './resource-name.js';
import { resourceBody, visibleResources } from './resource-view.js';
import type { ServiceRoute } from './service-route.js';
import { armUrlOf, type ServiceState } from './service-state.js';

export function answerList({ type, parent }: Extract<ServiceRoute, { kind: 'list' }>, request: ManagementRequest, service: ServiceState): Answer {
  const collection = [...(parent === undefined ? [] : [pathOf(parent)]), type.collections.at(-1) ?? ''].join('/');
  if (parent !== undefined && service.store.get(pathOf(parent)) === undefined) return errorAnswer(notFound(parent.type.noun));
  const filter = parseFilter(queryValue(request, '$filter') ?? '');
  if (filter === undefined) return errorAnswer(incorrectField('$filter', "the local endpoint understands '<field> eq <value>' and '<field> ne <value>', joined by 'and'"));
  const start = `${identityOf(collection)}/`;
  const isMember = (path: string): boolean => path.toLowerCase().startsWith(start) && !path.slice(start.length).includes('/');
  const bodies = visibleResources(isMember, service).map((resource) => resourceBody(resource, wantedFormat(request), service));
  return pageAnswer(bodies.filter(filter), collection, request, service);
}

/**
 * One page of a list. `nextLink` is empty behind the last one.
 * @param path of the list, below the service
 */
export function pageAnswer(all: readonly JsonObject[], path: string, request: ManagementRequest, { settings }: ServiceState): Answer {
  const top = wholeNumber(queryValue(request, '$top') ?? String(settings.pageSize));
  const skip = wholeNumber(queryValue(request, '$skip') ?? '0');
  if (top === undefined || top === 0) return errorAnswer(incorrectField('$top', "'$top' is a whole number from 1"));
  if (skip === undefined) return errorAnswer(incorrectField('$skip', "'$skip' is a whole number from 0"));
  const value: Json = all.slice(skip, skip + Math.min(top, settings.pageSize));
  const next = skip + value.length;
  const nextLink = next < all.length ? armUrlOf(settings, path, { ...request.query, $skip: String(next) }) : '';
  return jsonAnswer(200, { value, count: all.length, nextLink });
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}
