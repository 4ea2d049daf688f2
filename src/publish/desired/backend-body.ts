/** Backends and pools as the management API takes them. Source: reference/management-api.md §1.1, BackendContract; reference/runtime.md §6. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.js';
import type { Backend, BackendPool, CircuitBreaker, PoolService } from '../../model/resources.js';
import type { BackendOverride } from '../../project/environment-config.js';
import type { BackendBody } from '../resource-body.js';
import type { Target } from '../target.js';

/**
 * @param override what is other in the environment; it fits the kind of the backend
 * @param nameOf the name that a member of a pool is declared with
 */
export function backendBody(resource: Backend | BackendPool, override: BackendOverride, target: Target, nameOf: (member: string) => string): BackendBody {
  const { wire = {} } = resource;
  const description = override.description ?? resource.description;
  const stated = { ...wire, ...(description === undefined ? {} : { description }) };
  return { kind: 'backend', properties: resource.kind === 'pool' ? poolProperties(resource, stated, override, (member) => armId(target, nameOf(member))) : backendProperties(resource, stated, override) };
}

function backendProperties({ url, protocol, circuitBreaker, wire }: Backend, stated: JsonObject, override: BackendOverride): JsonObject {
  const breaker = override.circuitBreaker ?? (wire === undefined ? circuitBreaker : undefined);
  return { protocol, type: 'Single', ...stated, url: override.url ?? url, ...(breaker === undefined ? {} : { circuitBreaker: { rules: [breakerRule(breaker)] } }) };
}

/** An interface has no index signature, which `JsonObject` asks for; a copy does. */
function breakerRule({ failureCondition, ...rule }: CircuitBreaker): JsonObject {
  const { statusCodeRanges, ...condition } = failureCondition;
  return { ...rule, failureCondition: { ...condition, statusCodeRanges: statusCodeRanges.map((range) => ({ ...range })) } };
}

function poolProperties({ services, sessionAffinity }: BackendPool, stated: JsonObject, override: BackendOverride, idOf: (member: string) => string): JsonObject {
  const pool = isJsonObject(stated['pool']) ? stated['pool'] : {};
  const affinity = sessionAffinity === undefined ? {} : { sessionAffinity: { sessionId: { source: 'Cookie', name: sessionAffinity.cookie } } };
  return { ...stated, type: 'Pool', pool: { ...affinity, ...pool, services: (override.services ?? services).map((service) => member(service, idOf)) } };
}

function member({ backend, ...share }: PoolService, idOf: (member: string) => string): Json {
  return { id: idOf(backend), ...share };
}

/** Members are named by their whole id; `/backends/<id>` alone is refused. Source: reference/management-api.md §1.1, "id(ARM id)". */
function armId({ subscription, resourceGroup, service }: Target, backend: string): string {
  return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${service}/backends/${backend}`;
}
