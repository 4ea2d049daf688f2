/** The built program while it watches. */
import { spawn, type ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { CLI } from './built-cli.js';

/** Longer than any run may take. */
const DEADLINE_MS = 60_000;
const END_OF_RUN = 'watching for changes; Ctrl-C ends\n';

export class WatchedProgram {
  readonly #child: ChildProcess;
  /** What has not been asked for yet. */
  #printed = '';
  readonly #ended: Promise<number | null>;
  #onPrinted: () => void = () => undefined;

  /** @param stdout where standard output goes instead: a descriptor, or a terminal with standard error */
  constructor(args: readonly string[], cwd: string, { stdout = 'pipe' }: { readonly stdout?: 'pipe' | 'terminal' | number } = {}) {
    const program = [process.execPath, CLI, ...args];
    // Only when both streams are one pipe does their text arrive in the order it was written.
    const command = stdout === 'terminal' ? ['script', '-qec', program.join(' '), '/dev/null'] : ['sh', '-c', `exec "$0" "$@"${stdout === 'pipe' ? ' 2>&1' : ''}`, ...program];
    const [name = '', ...words] = command;
    this.#child = spawn(name, words, { cwd, env: { PATH: process.env['PATH'], HOME: cwd }, stdio: ['ignore', stdout === 'terminal' ? 'pipe' : stdout, 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed += text;
        this.#onPrinted();
      });
    }
    this.#ended = new Promise((resolve) => this.#child.once('close', (code) => resolve(code)));
    onTestFinished(() => void this.#child.kill('SIGKILL'));
  }

  /** What the next run prints, from the change that brought it about to its end; times left out. */
  async nextRun(): Promise<string> {
    return (await this.#until(END_OF_RUN)).replace(END_OF_RUN, '').replaceAll(/, \d+ ms$/gmu, '').trim();
  }

  /** Waits until the program prints this, and gives all that it has printed up to there. */
  printed(text: string): Promise<string> {
    return this.#until(text);
  }

  /** What it has printed and nobody has asked for. */
  rest(): string {
    return this.#printed;
  }

  /** Gives the exit code. */
  async end(signal: 'SIGINT' | 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal);
    return this.#ended;
  }

  async #until(text: string): Promise<string> {
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    for (;;) {
      const at = this.#printed.indexOf(text);
      if (at >= 0) {
        const found = this.#printed.slice(0, at + text.length);
        this.#printed = this.#printed.slice(found.length);
        return found;
      }
      if (deadline.aborted) throw new Error(`never printed ${JSON.stringify(text)}, but ${JSON.stringify(this.#printed)}`);
      await new Promise<void>((resolve) => {
        this.#onPrinted = resolve;
        deadline.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }
}
