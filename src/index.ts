/** What policy files import from 'aoai-policy'. */
export { cs, csBlock } from './dsl/expression.js';
export * from './dsl/policies.generated.js';
