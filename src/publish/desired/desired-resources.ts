/** The backends, pools and named values of a project as they are to stand on the service, with what is other in the environment. */
import type { ProjectFacts } from '../../lint/project-facts.js';
import { diagnostic, type Diagnostic } from '../../model/diagnostic.js';
import type { Backend, BackendPool, NamedValue, Resource } from '../../model/resources.js';
import type { ResolvedEnvironment } from '../../project/resolved-environment.js';
import { checkKey } from '../arm/check-key.js';
import { type Address, addressIdentity, addressOf, type ResourceKey } from '../resource-key.js';
import { backendBody } from './backend-body.js';
import { checkValue } from './check-value.js';
import { invalidName } from './desired-documents.js';
import type { DesiredResource } from './desired-resource.js';
import { EnvironmentOverrides } from './environment-overrides.js';
import { namedValueBody } from './named-value-body.js';
import { needsOfBackend } from './resource-needs.js';
import { targetOf } from './target-of.js';
import { placeholdersInResource } from './unfilled-placeholders.js';

export interface DesiredResources {
  readonly resources: readonly DesiredResource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @param environmentVariables of the process, from which secrets come */
export function desiredResources(facts: ProjectFacts, environment: ResolvedEnvironment, environmentVariables: Readonly<Record<string, string | undefined>>): DesiredResources {
  const overrides = new EnvironmentOverrides(environment);
  const resources = facts.resources.map((resource) =>
    resource.kind === 'named-value' ? desiredNamedValue(resource, overrides, environmentVariables) : desiredBackend(resource, overrides, environment, facts));
  return { resources, diagnostics: [...duplicates(facts.resources), ...resources.flatMap(findings)] };
}

function desiredBackend(resource: Backend | BackendPool, overrides: EnvironmentOverrides, environment: ResolvedEnvironment, facts: ProjectFacts): DesiredResource {
  const override = overrides.ofBackend(resource);
  const nameOf = (member: string): string => facts.backends.get(member)?.name ?? member;
  const body = backendBody(resource, override, targetOf(environment), nameOf);
  const members = resource.kind === 'pool' ? (override.services ?? resource.services).map(({ backend }) => backend) : [];
  return { key: keyOf(resource), body, origin: resource.origin, needs: needsOfBackend(body, members, facts) };
}

function desiredNamedValue(resource: NamedValue, overrides: EnvironmentOverrides, environmentVariables: Readonly<Record<string, string | undefined>>): DesiredResource {
  return { key: keyOf(resource), ...namedValueBody(resource, overrides.ofNamedValue(resource), environmentVariables), origin: resource.origin, needs: [] };
}

function keyOf({ kind, name }: Resource): ResourceKey {
  return { kind: kind === 'named-value' ? 'named-value' : 'backend', id: name };
}

function findings({ key, body, origin }: DesiredResource): Diagnostic[] {
  const name = checkKey(key);
  const texts = body.kind === 'backend' ? body.properties : body.kind === 'named-value' ? (body.value ?? null) : null;
  return [
    ...(name === undefined ? [] : [invalidName(name, origin)]),
    ...placeholdersInResource(titleOf(key), texts, origin),
    ...(body.kind === 'named-value' ? checkValue(titleOf(key), body, origin) : []),
  ];
}

function titleOf(key: ResourceKey): string {
  return key.kind === 'named-value' ? `the named value ${key.id}` : `the backend ${addressOf(key).slice('backends/'.length)}`;
}

/** Lint only warns of two in different files, which may be for two services; here they are for one. */
function duplicates(resources: readonly Resource[]): Diagnostic[] {
  const first = new Map<Address, Resource>();
  return resources.flatMap((resource): Diagnostic[] => {
    const identity = addressIdentity(addressOf(keyOf(resource)));
    const earlier = first.get(identity);
    if (earlier === undefined) {
      first.set(identity, resource);
      return [];
    }
    const { file, range } = earlier.origin;
    return [diagnostic({
      code: 'duplicate-resource',
      severity: 'error',
      message: `${titleOf(keyOf(resource))} is declared in ${file}:${range.start.line} already; a service has one of the name`,
      at: resource.origin,
      hint: 'rename one of the two, or leave one out with !glob',
      related: [{ message: 'the other one', at: earlier.origin }],
    })];
  });
}
