/** A pool that never leaves a failing member out. */
import type { BackendPool } from '../../model/resources.js';
import { namesText } from '../names-text.js';
import type { ProjectFacts } from '../project-facts.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const poolWithoutCircuitBreaker = defineRule({
  id: 'pool-without-circuit-breaker',
  category: 'reliability',
  severity: 'warning',
  summary: 'Members of a pool have no circuit breaker.',
  why: 'A pool leaves a member out only while its breaker is open; without one it goes on sending calls to a member that is throttled or down.',
  checkProject: (project: ProjectFacts) => project.resources.flatMap((resource) => (resource.kind === 'pool' ? withoutBreaker(resource, project) : [])),
});

function withoutBreaker(pool: BackendPool, { backends }: ProjectFacts): RuleFinding[] {
  if (pool.services.length < 2) return [];
  const members = pool.services.flatMap(({ backend }) => backends.get(backend) ?? []);
  const bare = members.filter((member) => member.kind === 'backend' && member.circuitBreaker === undefined);
  if (bare.length === 0) return [];
  const names = namesText(bare.map(({ name }) => name));
  const usesPriorities = new Set(pool.services.map(({ priority }) => priority)).size > 1;
  return [{
    at: pool.origin,
    message: `${names} of the pool ${pool.name} ${bare.length === 1 ? 'has' : 'have'} no circuit breaker and ${bare.length === 1 ? 'is' : 'are'} never left out${usesPriorities ? ', so that members of a lower priority may never get a call' : ', throttled or down as it may be'}`,
    hint: 'give each member one: backend(…, { url, circuitBreaker: circuitBreaker() })',
    related: bare.map(({ name, origin }) => ({ message: `${name} is declared here`, at: origin })),
  }];
}
