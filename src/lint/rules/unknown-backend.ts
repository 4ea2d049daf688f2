/** A backend's name that stands for none of the project's backends and pools. */
import { walkElements } from '../../model/walk.js';
import { didYouMean } from '../did-you-mean.js';
import type { ProjectFacts } from '../project-facts.js';
import { backendReferences } from '../references.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const unknownBackend = defineRule({
  id: 'unknown-backend',
  category: 'correctness',
  severity: 'warning',
  summary: 'A policy or a pool names a backend that the project does not declare.',
  why: 'API Management refuses to save a policy that names a backend it does not have.',
  checkProject: (project) => (project.backends.isEmpty ? [] : [...inPolicies(project), ...inPools(project)]),
});

function inPolicies({ documents, backends }: ProjectFacts): RuleFinding[] {
  return documents.flatMap((document) => backendReferences([...walkElements(document)])).flatMap(({ name, at, place, step }): RuleFinding[] => {
    if (backends.get(name) !== undefined) return [];
    return [{
      at,
      place,
      step,
      message: `${place.element.name} names the backend ${name}, which the project does not declare; APIM refuses the policy when it has no such backend either`,
      hint: didYouMean(name, backends.names, `declare it with backend('${name}', …)`),
    }];
  });
}

function inPools({ resources, backends }: ProjectFacts): RuleFinding[] {
  return resources.flatMap((pool) => {
    if (pool.kind !== 'pool') return [];
    return pool.services.filter(({ backend }) => backends.get(backend) === undefined).map(({ backend }): RuleFinding => ({
      at: pool.origin,
      message: `the pool ${pool.name} has the member ${backend}, which the project does not declare; APIM refuses the pool when it has no such backend either`,
      hint: didYouMean(backend, backends.names, `declare it with backend('${backend}', …)`),
    }));
  });
}
