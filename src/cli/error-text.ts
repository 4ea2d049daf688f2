/** What a person reads when a command cannot go on. */
import pc from 'picocolors';
import { InternalError } from '../model/internal-error.js';
import type { RemoteError } from '../model/remote-error.js';
import { UsageError } from '../model/usage-error.js';
import { toolLocation } from '../project/tool-location.js';
import { PushError } from '../publish/push/push-error.js';
import { withoutStop } from '../publish/without-stop.js';
import { visibleText } from '../report/visible-text.js';
import { remoteCause } from './remote-cause.js';
import { remoteHint } from './remote-hint.js';

export interface ErrorTextOptions {
  /** Asked for by --verbose or AOAI_POLICY_DEBUG. */
  readonly showsStack: boolean;
  /** What the service said in detail; not wanted where it stands above. */
  readonly showsDetails: boolean;
  readonly colors: boolean;
}

/** Ends with a line break. What is neither a mistake in the usage nor a failure on the way to the service is a mistake of the tool's. */
export function errorText(error: unknown, { showsStack, showsDetails, colors }: ErrorTextOptions): string {
  const { red, bold } = pc.createColors(colors);
  const lines = messages(error).map((message) => `${bold(red('error:'))} ${visibleText(message)}`);
  const remote = remoteCause(error);
  if (remote !== undefined) lines.push(...remoteLines(remote, { showsDetails, shown: messages(error).join('\n') }).map((line) => `  ${visibleText(line)}`));
  else if (!isExpected(error)) lines.push(...bugReport(showsStack));
  if (showsStack) lines.push('', ...stacks(error).map(visibleText));
  return `${lines.join('\n')}\n`;
}

function isExpected(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof PushError && !(error.cause instanceof InternalError));
}

function messages(error: unknown): readonly string[] {
  if (error instanceof UsageError) return error.mistakes;
  return [error instanceof Error ? error.message : String(error)];
}

/** What the service said in detail, what its support asks for, what to do. */
function remoteLines({ message, details, status, code, requestId, kind }: RemoteError, { showsDetails, shown }: { readonly showsDetails: boolean; readonly shown: string }): string[] {
  const answer = [...(status === undefined || shown.includes(String(status)) ? [] : [`HTTP ${status}`]), ...(code === undefined || shown.includes(code) ? [] : [code]), ...(requestId === undefined ? [] : [`correlation id ${requestId}`])];
  const said = showsDetails ? details.map((detail) => (detail.target === undefined ? detail.message : `${detail.target}: ${detail.message}`)) : [];
  const hint = remoteHint(kind, status);
  return [
    ...withoutRepeats([...(showsDetails ? [message] : []), ...said], shown),
    ...(answer.length === 0 ? [] : [answer.join(', ')]),
    ...(hint === undefined ? [] : [`help: ${hint}`]),
  ];
}

/** What neither stands above already nor in an earlier line; full stops do not count. */
function withoutRepeats(lines: readonly string[], shown: string): string[] {
  let above = shown;
  return lines.filter((line) => {
    const isNew = !above.includes(withoutStop(line));
    above += `\n${line}`;
    return isNew;
  });
}

function bugReport(showsStack: boolean): string[] {
  return [
    `  This is a mistake in aoai-policy ${toolLocation().version} (Node ${process.version}, ${process.platform}), not in your policies.`,
    `  Please report it with the command you ran, the policy file if you may share it, and ${showsStack ? 'the trace below' : 'the trace that --verbose shows'}.`,
  ];
}

/** The stack of an error and of what caused it. */
function stacks(error: unknown): string[] {
  const found: string[] = [];
  for (let current = error; current instanceof Error; current = current.cause) {
    found.push(...(found.length === 0 ? [] : ['caused by:']), ...(current.stack ?? current.message).split('\n'));
  }
  return found;
}
