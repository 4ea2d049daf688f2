/** A configured service, and the way to it. */
import { dirname } from 'node:path';
import type { Arm } from '../publish/arm/arm.js';
import { connectArm } from '../publish/arm/connect-arm.js';
import { statePath } from '../publish/plan/state-file.js';
import { targetOf } from '../publish/desired/target-of.js';
import type { ResolvedEnvironment } from '../project/resolved-environment.js';
import { visibleText } from '../report/visible-text.js';
import { START_OF_LINE } from './overwritten-line.js';
import type { Terminal } from './terminal.js';

/** Shorter waits are nobody's business. */
const LEAST_TOLD_MS = 1_000;

/** Where pushes to an environment keep what they know: absolute. */
export function environmentFolder(directory: string, environment: Pick<ResolvedEnvironment, 'name'>): string {
  return dirname(statePath(directory, environment.name));
}

/**
 * Says on standard error when the service makes everybody wait; with `verbose`, every request.
 * @throws UsageError and RemoteError as connectArm does
 */
export function connectEnvironment(environment: ResolvedEnvironment, { verbose }: { readonly verbose: boolean }, { writeError, isWatched }: Pick<Terminal, 'writeError' | 'isWatched'>): Promise<Arm> {
  // Progress may stand where this goes.
  const say = (line: string): void => writeError(`${isWatched('stderr') ? START_OF_LINE : ''}${visibleText(line)}\n`);
  return connectArm(targetOf(environment), {
    environmentVariables: process.env,
    ...(environment.parallel === undefined ? {} : { concurrency: environment.parallel }),
    observer: {
      onWait: ({ milliseconds, reason }) => {
        if (milliseconds >= LEAST_TOLD_MS) say(`waiting ${Math.round(milliseconds / 1_000)} s: ${reason}`);
      },
      ...(verbose ? { onRequest: ({ method, address, status, milliseconds }) => say(`${method} ${address === '' ? 'the service' : address} ${status ?? 'no answer'}, ${Math.round(milliseconds)} ms`) } : {}),
    },
  });
}
