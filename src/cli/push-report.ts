/** What the service refused of a push, at its places in the sources, and what can be done after it. */
import type { Diagnostic } from '../model/diagnostic.js';
import { shownPath } from '../project/find-files.js';
import { sortedDiagnostics } from '../project/sorted-diagnostics.js';
import type { PushedResource, PushResult } from '../publish/push/push-result.js';
import { serviceFindings } from '../publish/service-findings.js';
import { Interruption } from './interruption.js';
import { remoteCause } from './remote-cause.js';

/** The service's refusals at the places in the sources that they are about. */
export function refusalFindings({ resources }: PushResult): readonly Diagnostic[] {
  return sortedDiagnostics(resources.flatMap(findingsOf));
}

function findingsOf({ error, change }: PushedResource): readonly Diagnostic[] {
  const refusal = remoteCause(error);
  if (refusal === undefined || change === undefined) return [];
  const { document, origin, after } = change;
  const sent = after?.kind === 'policy' || after?.kind === 'fragment' ? after.value : undefined;
  return serviceFindings(refusal, {
    ...(document === undefined ? {} : { document }),
    ...(sent === undefined ? {} : { sent }),
    ...(origin === undefined ? {} : { origin }),
  });
}

/**
 * Lines for people: what to do after a push, and where what it changed is written down.
 * @param again the command that pushes the same once more
 */
export function nextSteps({ outcome, journal, cause }: PushResult, { environment, again, cwd }: { readonly environment: string; readonly again: string; readonly cwd: string }): string {
  if (journal === undefined) return '';
  const undo = `aoai-policy push --env ${environment} --rollback`;
  const kept = `what stood there before: ${shownPath(cwd, journal)}`;
  const steps: Readonly<Record<PushResult['outcome'], readonly string[]>> = {
    pushed: [`undo it: ${undo}`, kept],
    'rolled-back': [`next: ${cause instanceof Interruption ? '' : 'mend the cause, then '}${again}`],
    failed: [`see what differs: aoai-policy plan --env ${environment}`, `put back what was written: ${undo}`, kept],
  };
  return steps[outcome].map((line) => `${line}\n`).join('');
}
