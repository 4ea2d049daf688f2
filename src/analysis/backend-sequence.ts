/** Which set-backend-service another one replaces before any policy has looked at its choice. */
import type { PolicyElement } from '../model/document.js';
import type { Place } from '../model/walk.js';
import { backendSetBy, isSameBackend, type RoutedBackend } from './routed-backend.js';
import { isSection } from './sections.js';

export interface BackendSetter {
  readonly place: Place;
  readonly backend: RoutedBackend;
}

export interface ReplacedBackend {
  /** The one that wins, in any case. */
  readonly later: BackendSetter;
  /** Those that no request gets. */
  readonly earlier: readonly BackendSetter[];
}

/** What sends the request, or runs policies that are not seen. */
const USES: ReadonlySet<string> = new Set(['forward-request', 'base', 'include-fragment', 'send-request', 'send-one-way-request']);

/** What an expression reads of the choice. */
const READS = /\bcontext\s*\.\s*(?:Backend|Api\s*\.\s*ServiceUrl|Request\s*\.\s*Url)\b/;

/** Every set-backend-service that replaces another one, in document order; inbound and backend run one after the other. */
export function replacedBackends(places: readonly Place[]): ReplacedBackend[] {
  const users = usersOfChoice(places);
  const lists = places.filter(holdsPolicies).map((place) => ({ section: isSection(place) ? place.section : undefined, policies: place.children() }));
  const flow = ['inbound', 'backend'].flatMap((name) => lists.find(({ section }) => section === name)?.policies ?? []);
  const others = lists.filter(({ section }) => section !== 'inbound' && section !== 'backend').map(({ policies }) => policies);
  return [flow, ...others].flatMap((policies) => replacedIn(policies, users));
}

/** Elements whose policies run in sequence. A snippet's roots may be alternatives. */
function holdsPolicies(place: Place): boolean {
  return isSection(place) || ['when', 'otherwise', 'retry', 'limit-concurrency', 'fragment'].includes(place.element.name);
}

function replacedIn(policies: readonly Place[], users: ReadonlySet<PolicyElement>): ReplacedBackend[] {
  const found: ReplacedBackend[] = [];
  let pending: BackendSetter[] = [];
  for (const place of policies) {
    const backend = backendSetBy(place.element);
    if (users.has(place.element)) pending = [];
    if (backend === undefined) {
      if (!users.has(place.element)) pending = [...pending, ...settersBelow(place)];
      continue;
    }
    const earlier = pending.filter((setter) => !isSameBackend(setter.backend, backend));
    if (earlier.length > 0) found.push({ later: { place, backend }, earlier });
    pending = [{ place, backend }];
  }
  return found;
}

function settersBelow(place: Place): BackendSetter[] {
  const setters: BackendSetter[] = [];
  const pending = place.children().reverse();
  for (let inner = pending.pop(); inner !== undefined; inner = pending.pop()) {
    const backend = backendSetBy(inner.element);
    if (backend !== undefined) setters.push({ place: inner, backend });
    for (const child of inner.children().reverse()) pending.push(child);
  }
  return setters;
}

/** Elements that use the choice, themselves or inside. */
function usersOfChoice(places: readonly Place[]): ReadonlySet<PolicyElement> {
  const users = new Set<PolicyElement>();
  for (const place of places) {
    const { name, attributes, children } = place.element;
    const uses = USES.has(name) || attributes.some(({ value }) => READS.test(value.text)) || children.some((node) => node.kind === 'text' && READS.test(node.value.text));
    for (let outer: Place | undefined = uses ? place : undefined; outer !== undefined && !users.has(outer.element); outer = outer.parent) users.add(outer.element);
  }
  return users;
}
