/** A backend's name that stands for none of the project's backends and pools. */
import { didYouMean } from '../did-you-mean.js';
import type { ProjectFacts } from '../project-facts.js';
import { backendReferences } from '../references.js';
import { defineRule, type RuleFinding } from '../rule.js';
import { undeclaredReferences } from '../undeclared.js';

export const unknownBackend = defineRule({
  id: 'unknown-backend',
  category: 'correctness',
  severity: 'warning',
  summary: 'A policy or a pool names a backend that the project does not declare.',
  why: 'API Management refuses to save a policy that names a backend it does not have.',
  checkProject: (project) => [...inPolicies(project), ...inPools(project)],
});

function inPolicies(project: ProjectFacts): RuleFinding[] {
  return undeclaredReferences(project, project.backends, backendReferences).map(({ name, at, place, step }) => ({
    at,
    place,
    step,
    message: `${place.element.name} names the backend ${name}, which the project does not declare; APIM refuses the policy when it has no such backend either`,
    hint: didYouMean(name, project.backends.names, `declare it with backend('${name}', …)`),
  }));
}

function inPools({ resources, backends, isPart }: ProjectFacts): RuleFinding[] {
  if (isPart) return [];
  return resources.flatMap((pool) => {
    if (pool.kind !== 'pool') return [];
    return pool.services.filter(({ backend }) => backends.get(backend) === undefined).map(({ backend }): RuleFinding => ({
      at: pool.origin,
      message: `the pool ${pool.name} has the member ${backend}, which the project does not declare; APIM refuses the pool when it has no such backend either`,
      hint: didYouMean(backend, backends.names, `declare it with backend('${backend}', …)`),
    }));
  });
}
