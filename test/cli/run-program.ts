/** Runs the built program in a process of its own. */
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { CLI } from './built-cli.js';

export interface ProgramOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** A file that both streams write to, in the order in which a terminal would show it; then the result has neither. */
  readonly terminal?: string;
}

export interface ProgramResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Longer than any run may take; what is still running then has hung. */
const TIMEOUT_MS = 100_000;

/**
 * The program sees only the variables that are given, PATH and a home of its own, so that a developer's settings do not
 * change what it prints.
 */
export function runProgram(args: readonly string[], { cwd, stdin = '', env = {}, terminal }: ProgramOptions): Promise<ProgramResult> {
  const file = terminal === undefined ? undefined : openSync(terminal, 'w');
  const running = new Promise<ProgramResult>((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { PATH: process.env['PATH'], HOME: `${cwd}/../home`, ...env }, timeout: TIMEOUT_MS, stdio: ['pipe', file ?? 'pipe', file ?? 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === null) reject(new Error(`'${args.join(' ')}' was ended by ${String(signal)}; it printed ${JSON.stringify(output)}`));
      else resolve({ exitCode: code, ...output });
    });
    // A program that ends without reading its input is none of our business.
    child.stdin?.on('error', () => undefined).end(stdin);
  });
  return running.finally(() => {
    if (file !== undefined) closeSync(file);
  });
}
