/** What a project declares already: pull does not write it a second time. */
import { UsageError } from '../model/usage-error.js';
import type { LoadedProject } from '../project/loaded-project.js';
import { NoPoliciesError } from '../project/no-policies-error.js';
import type { ResolvedEnvironment } from '../project/resolved-environment.js';
import type { DesiredResource } from '../publish/desired/desired-resource.js';
import { desiredState } from '../publish/desired/desired-state.js';
import { loadInput } from './load-input.js';
import type { Terminal } from './terminal.js';

/**
 * Mistakes in policies do not matter here. Empty for a project that is about to begin.
 * @throws UsageError when a file cannot be loaded: what it declares would be written beside it
 */
export async function declaredResources(environment: ResolvedEnvironment, { config }: { readonly config: string | undefined }, terminal: Terminal): Promise<readonly DesiredResource[]> {
  try {
    const project = await loadInput([], { config, rule: [], 'stdin-filename': undefined }, terminal);
    checkLoaded(project);
    return (await desiredState(project, environment, process.env)).resources;
  } catch (error) {
    if (error instanceof NoPoliciesError) return [];
    throw error;
  }
}

/** What an XML file declares its path says. */
function checkLoaded({ diagnostics }: LoadedProject): void {
  const errors = diagnostics.filter(({ severity, file }) => severity === 'error' && !file.endsWith('.xml'));
  if (errors.length === 0) return;
  throw new UsageError([
    'what the project declares is not known, and pull would write it a second time: mend what cannot be loaded, or pull into a folder outside of the project with --out',
    ...errors.map(({ file, range, message }) => `${file}:${range.start.line}:${range.start.column}: ${message}`),
  ]);
}
