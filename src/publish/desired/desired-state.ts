/** From a project to what it wants a service to hold. */
import { ProjectFacts } from '../../lint/project-facts.js';
import { isPart } from '../../project/is-part.js';
import type { LoadedProject } from '../../project/loaded-project.js';
import type { ResolvedEnvironment } from '../../project/resolved-environment.js';
import { sortedDiagnostics } from '../../project/sorted-diagnostics.js';
import { addressIdentity, addressOf } from '../resource-key.js';
import { desiredDocuments } from './desired-documents.js';
import type { DesiredResource, DesiredState } from './desired-resource.js';
import { desiredResources } from './desired-resources.js';
import { checkOverrides } from './environment-overrides.js';
import { withKnownNeeds } from './resource-needs.js';

/**
 * All that the project publishes, with what is other in the environment. Policies are printed in the encoding `xml`, with comments only where the
 * configuration asks for them. What check and lint find is theirs to say; here is found what keeps something from being published, errors of loading
 * among it: what a file that could not be read declares would look like something to prune.
 * @param project as it was loaded; its documents may have mistakes
 * @param environmentVariables of the process: secrets come from there
 */
export async function desiredState(project: LoadedProject, environment: ResolvedEnvironment, environmentVariables: Readonly<Record<string, string | undefined>>): Promise<DesiredState> {
  const { config, lookedAt } = project;
  const facts = new ProjectFacts(project);
  const ofPart = project.isPart === true || (await isPart(lookedAt, config));
  const documents = await desiredDocuments(project, facts);
  const declared = desiredResources(facts, environment, environmentVariables);
  return {
    resources: withKnownNeeds(distinct([...documents.resources, ...declared.resources])),
    skipped: documents.skipped,
    diagnostics: sortedDiagnostics([...project.diagnostics.filter(({ severity }) => severity === 'error'), ...documents.diagnostics, ...declared.diagnostics, ...checkOverrides(environment, facts, config, ofPart)]),
    ...(ofPart ? { isPart: true } : {}),
  };
}

/** Each address once, the first of it; the others are among the diagnostics. */
function distinct(resources: readonly DesiredResource[]): DesiredResource[] {
  const byAddress = new Map<string, DesiredResource>();
  for (const resource of resources) {
    const identity = addressIdentity(addressOf(resource.key));
    if (!byAddress.has(identity)) byAddress.set(identity, resource);
  }
  return [...byAddress.values()];
}
