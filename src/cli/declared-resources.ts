/** What a project declares already: pull does not write it a second time. */
import { NoPoliciesError } from '../project/no-policies-error.js';
import type { ResolvedEnvironment } from '../project/resolved-environment.js';
import type { DesiredResource } from '../publish/desired/desired-resource.js';
import { desiredState } from '../publish/desired/desired-state.js';
import { loadInput } from './load-input.js';
import type { Terminal } from './terminal.js';

/** Mistakes in policies do not matter here. Empty for a project that is about to begin. */
export async function declaredResources(environment: ResolvedEnvironment, { config }: { readonly config: string | undefined }, terminal: Terminal): Promise<readonly DesiredResource[]> {
  try {
    const project = await loadInput([], { config, rule: [], 'stdin-filename': undefined }, terminal);
    return (await desiredState(project, environment, process.env)).resources;
  } catch (error) {
    if (error instanceof NoPoliciesError) return [];
    throw error;
  }
}
