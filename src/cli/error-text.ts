/** What a person reads when a command cannot go on. */
import pc from 'picocolors';
import { UsageError } from '../model/usage-error.js';
import { toolLocation } from '../project/tool-location.js';
import { visibleText } from '../report/visible-text.js';

export interface ErrorTextOptions {
  /** Asked for by --verbose or AOAI_POLICY_DEBUG. */
  readonly showsStack: boolean;
  readonly colors: boolean;
}

/** Ends with a line break. Anything but a UsageError is a mistake of the tool's. */
export function errorText(error: unknown, { showsStack, colors }: ErrorTextOptions): string {
  const { red, bold } = pc.createColors(colors);
  const lines = messages(error).map((message) => `${bold(red('error:'))} ${visibleText(message)}`);
  if (!(error instanceof UsageError)) lines.push(...bugReport(showsStack));
  if (showsStack) lines.push('', ...stacks(error).map(visibleText));
  return `${lines.join('\n')}\n`;
}

function messages(error: unknown): readonly string[] {
  if (error instanceof UsageError) return error.mistakes;
  return [error instanceof Error ? error.message : String(error)];
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
