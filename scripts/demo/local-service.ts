/** `aoai-policy local` in a process of its own, for as long as a script needs it. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { CLI } from '../bench/program.js';

export interface LocalService {
  /** `http://127.0.0.1:<port>`. */
  readonly endpoint: string;
  /** Requests that were answered until now. */
  readonly requests: () => number;
  readonly end: () => Promise<void>;
}

/**
 * A service without content on a free port, which makes the APIs that policies are written to.
 * @param args more arguments of `aoai-policy local`
 * @throws Error when it ends before it listens; the message is what it said
 */
export async function startLocalService(args: readonly string[] = []): Promise<LocalService> {
  const child = spawn(process.execPath, [CLI, 'local', '--port', '0', '--create-missing', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  let said = '';
  let requests = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    requests += text.split('\n').length - 1;
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let greeting = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      greeting += text;
      const found = /http:\/\/127\.0\.0\.1:\d+/u.exec(greeting);
      if (found !== null) resolve(found[0]);
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`aoai-policy local ended at once: ${said.trim()}`)));
  });
  return {
    endpoint,
    requests: () => requests,
    end: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
