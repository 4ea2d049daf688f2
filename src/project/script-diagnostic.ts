/** What is said of a script that did not end well. */
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { Origin } from '../model/origin.js';
import { BROKEN_MODULE } from './bundle-plugin.js';
import { FILE_START } from './file-problem.js';
import type { ScriptOutcome } from './run-scripts.js';
import type { ScriptMap } from './script-map.js';
import type { ScriptFailure } from './worker-protocol.js';

export interface ScriptContext {
  /** As shown. */
  readonly file: string;
  /** `policy file` or `configuration`: what the script is called in messages. */
  readonly subject: string;
  readonly map: ScriptMap;
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly at?: Origin | undefined;
  /** Where the script came to that place from. */
  readonly calledFrom?: Origin | undefined;
}

/** @returns undefined for a script that loaded, and for one that failed for a mistake which has been reported already */
export function scriptDiagnostic(outcome: ScriptOutcome, context: ScriptContext): Diagnostic | undefined {
  const finding = findingOf(outcome, context);
  if (finding === undefined) return undefined;
  const { code, message, hint, at, calledFrom } = finding;
  return diagnostic({
    code,
    severity: 'error',
    message,
    hint,
    at: at ?? { file: context.file, range: { start: FILE_START, end: FILE_START } },
    related: calledFrom === undefined ? [] : [{ message: 'called from here', at: calledFrom }],
  });
}

function findingOf(outcome: ScriptOutcome, { subject, map, timeoutMs, memoryMb }: ScriptContext): Finding | undefined {
  switch (outcome.kind) {
    case 'loaded':
      return undefined;
    case 'failed':
      return failureFinding(outcome.failure, subject, map);
    case 'exited':
      return {
        code: 'policy-file-exits',
        message: `${subject} ends the process with process.exit(${outcome.exitCode}) instead of exporting something`,
        hint: 'throw an error where it must not go on',
        ...placesOf(outcome.stack, map),
      };
    case 'timed-out':
      return {
        code: 'policy-file-never-ends',
        message: `${subject} was still running after ${timeoutMs / 1000} s and was stopped`,
        hint: 'look for a loop or a timer that never ends',
      };
    case 'never-settled':
      return {
        code: 'policy-file-never-ends',
        message: `${subject} awaits something at its top level that never happens`,
        hint: 'look for a promise that nothing resolves',
      };
    case 'out-of-memory':
      return { code: 'policy-file-out-of-memory', message: `${subject} took more than ${memoryMb} MB of memory and was stopped` };
  }
}

const LONGEST_MESSAGE = 500;

function failureFinding(failure: ScriptFailure, subject: string, map: ScriptMap): Finding | undefined {
  const { name, stack, during } = failure;
  if (name === BROKEN_MODULE) return undefined;
  const message = (failure.message.split('\n', 1)[0] ?? '').slice(0, LONGEST_MESSAGE);
  const places = placesOf(stack, map);
  if (name === 'UsageError') {
    return { code: during === 'collect' ? 'policy-file-exports-no-policy' : 'invalid-builder-call', message, ...places };
  }
  if (name === 'DataCloneError') {
    return { code: 'policy-file-exports-no-policy', message: `${subject} exports something that is no plain data`, hint: 'leave out functions, classes and symbols' };
  }
  const when = during === 'later' ? ' in code that nobody waits for' : '';
  const thrown = name === '' || name === 'Error' ? message : `${name}: ${message}`;
  return { code: 'policy-file-throws', message: `${subject} throws${when}: ${thrown === '' ? 'an error without a message' : thrown}`, ...places };
}

/** The innermost place, and where another file of the user's led there. */
function placesOf(stack: string, map: ScriptMap): Pick<Finding, 'at' | 'calledFrom'> {
  const [at, ...callers] = map.originsInStack(stack);
  return { at, calledFrom: callers.find(({ file }) => file !== at?.file) };
}
