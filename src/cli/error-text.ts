/** What a person reads when a command cannot go on. */
import pc from 'picocolors';
import { RemoteError } from '../model/remote-error.js';
import { UsageError } from '../model/usage-error.js';
import { toolLocation } from '../project/tool-location.js';
import { visibleText } from '../report/visible-text.js';
import { remoteHint } from './remote-hint.js';

export interface ErrorTextOptions {
  /** Asked for by --verbose or AOAI_POLICY_DEBUG. */
  readonly showsStack: boolean;
  readonly colors: boolean;
}

/** Ends with a line break. Anything but a UsageError or a RemoteError is a mistake of the tool's. */
export function errorText(error: unknown, { showsStack, colors }: ErrorTextOptions): string {
  const { red, bold } = pc.createColors(colors);
  const lines = messages(error).map((message) => `${bold(red('error:'))} ${visibleText(message)}`);
  if (error instanceof RemoteError) lines.push(...remoteLines(error).map((line) => `  ${visibleText(line)}`));
  else if (!(error instanceof UsageError)) lines.push(...bugReport(showsStack));
  if (showsStack) lines.push('', ...stacks(error).map(visibleText));
  return `${lines.join('\n')}\n`;
}

function messages(error: unknown): readonly string[] {
  if (error instanceof UsageError) return error.mistakes;
  return [error instanceof Error ? error.message : String(error)];
}

/** What the service said in detail, what its support asks for, what to do. */
function remoteLines(error: RemoteError): string[] {
  const { details, status, code, requestId, kind } = error;
  const answer = [...(status === undefined ? [] : [`HTTP ${status}`]), ...(code === undefined ? [] : [code]), ...(requestId === undefined ? [] : [`correlation id ${requestId}`])];
  const hint = remoteHint(kind);
  return [
    ...details.filter(({ message }) => !error.message.includes(message)).map(({ target, message }) => (target === undefined ? message : `${target}: ${message}`)),
    ...(answer.length === 0 ? [] : [answer.join(', ')]),
    ...(hint === undefined ? [] : [`help: ${hint}`]),
  ];
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
