/** Whether the project's resources have names that the service takes, and an order in which they can be written. */
import type { Diagnostic } from '../../model/diagnostic.js';
import { checkKey } from '../arm/check-key.js';
import type { DesiredResource } from '../desired/desired-resource.js';
import { addressIdentity, addressOf } from '../resource-key.js';
import { preflightFinding, startOf } from './preflight-finding.js';

/** Names that cannot stand in a URL are found before any of them does. */
export function checkNames(resources: readonly DesiredResource[]): Diagnostic[] {
  return resources.flatMap(({ key, origin }) => {
    const problem = checkKey(key);
    return problem === undefined ? [] : [preflightFinding({ code: 'invalid-name', message: problem, at: startOf(origin) })];
  });
}

/** Fragments that include one another, and whatever else needs itself: one finding for each circle. */
export function checkCircles(resources: readonly DesiredResource[]): Diagnostic[] {
  const byIdentity = new Map(resources.map((resource) => [addressIdentity(addressOf(resource.key)), resource]));
  const done = new Set<DesiredResource>();
  const found: Diagnostic[] = [];
  const visit = (resource: DesiredResource, above: readonly DesiredResource[]): void => {
    const start = above.indexOf(resource);
    if (start !== -1) found.push(circle(resource, [...above.slice(start + 1), resource]));
    if (start !== -1 || done.has(resource)) return;
    for (const need of resource.needs) {
      const needed = byIdentity.get(addressIdentity(need));
      if (needed !== undefined) visit(needed, [...above, resource]);
    }
    done.add(resource);
  };
  for (const resource of resources) visit(resource, []);
  return found;
}

/** @param around what leads from the first back to it */
function circle(first: DesiredResource, around: readonly DesiredResource[]): Diagnostic {
  const names = [first, ...around].map(({ key }) => addressOf(key));
  return preflightFinding({
    code: 'circular-needs',
    message: `${names.join(' needs ')}: API Management takes none of them, because each has to be there before the other`,
    at: startOf(first.origin),
    hint: 'take one of the references out',
  });
}
