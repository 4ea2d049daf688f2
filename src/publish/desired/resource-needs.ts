/** What has to be there before a resource can be written: what it names, as far as the project has it. Source: reference/management-api.md §2.6. */
import { backendReferences, fragmentReferences, namedValueUses } from '../../lint/references.js';
import type { ProjectFacts } from '../../lint/project-facts.js';
import type { PolicyDocument } from '../../model/document.js';
import { namedValueReferences } from '../../model/named-value-reference.js';
import { walkElements } from '../../model/walk.js';
import type { DesiredResource } from './desired-resource.js';
import type { BackendBody } from '../resource-body.js';
import { type Address, addressIdentity, addressOf } from '../resource-key.js';

/** Addresses, each once. Backends that expressions put together are not found. */
export function needsOfDocument(document: PolicyDocument, facts: ProjectFacts): Address[] {
  const places = [...walkElements(document)];
  return distinct([
    ...namedValueUses(places).flatMap(({ name }) => namedValueAddress(name, facts)),
    ...backendReferences(places).flatMap(({ name }) => backendAddress(name, facts)),
    ...fragmentReferences(places).flatMap(({ name }) => fragmentAddress(name, facts)),
  ]);
}

/** Named values in any of its texts, such as a header of its credentials, and the members of a pool. */
export function needsOfBackend({ properties }: BackendBody, members: readonly string[], facts: ProjectFacts): Address[] {
  const names = namedValueReferences(JSON.stringify(properties)).map(({ name }) => name);
  return distinct([...names.flatMap((name) => namedValueAddress(name, facts)), ...members.flatMap((name) => backendAddress(name, facts))]);
}

/** The resources without needs of what is not among them: a fragment that is skipped, or the resource itself. */
export function withKnownNeeds(resources: readonly DesiredResource[]): DesiredResource[] {
  const known = new Set(resources.map(({ key }) => addressIdentity(addressOf(key))));
  return resources.map((resource) => {
    const own = addressIdentity(addressOf(resource.key));
    return { ...resource, needs: resource.needs.filter((address) => known.has(addressIdentity(address)) && addressIdentity(address) !== own) };
  });
}

/** Policies write the display name. */
function namedValueAddress(displayName: string, { namedValues }: ProjectFacts): Address[] {
  const found = namedValues.get(displayName);
  return found === undefined ? [] : [addressOf({ kind: 'named-value', id: found.name })];
}

function backendAddress(name: string, { backends }: ProjectFacts): Address[] {
  const found = backends.get(name);
  return found === undefined ? [] : [addressOf({ kind: 'backend', id: found.name })];
}

function fragmentAddress(name: string, { fragments }: ProjectFacts): Address[] {
  const scope = fragments.get(name)?.scope;
  return scope?.kind === 'fragment' ? [addressOf({ kind: 'fragment', id: scope.fragment })] : [];
}

function distinct(addresses: readonly Address[]): Address[] {
  return [...new Set(addresses)];
}
