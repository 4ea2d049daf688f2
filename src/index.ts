/** What policy files import from 'aoai-policy'. */
export type { AuthoredDocument, AuthoredResource } from './dsl/authored.js';
export { backend, backendPool, circuitBreaker } from './dsl/backend.js';
export type { Backend, BackendPool, BackendPoolProperties, BackendProperties, CircuitBreakerProperties, PoolMember } from './dsl/backend.js';
export { api, globalPolicy, operation, product, resolver, workspace } from './dsl/documents.js';
export type { GlobalSections, Sections } from './dsl/documents.js';
export type { Duration } from './dsl/duration.js';
export { cs, csBlock } from './dsl/expression.js';
export type { Interpolated } from './dsl/expression.js';
export { fragment, includeFragment, inline } from './dsl/fragment.js';
export type { Fragment } from './dsl/fragment.js';
export { namedValue } from './dsl/named-value.js';
export type { NamedValue, NamedValueProperties } from './dsl/named-value.js';
export * from './dsl/policies.generated.js';
export type { Base, Otherwise, Policy, Section, When } from './dsl/policy.js';
export type { Dynamic, Expression, Literal, NamedValueReference, OneOrMore } from './dsl/property-types.js';
export { comment, raw } from './dsl/raw.js';
export { defineConfig } from './project/define-config.js';
export type { Config, RuleLevel } from './project/define-config.js';
