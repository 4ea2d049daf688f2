/** A terminal in memory, with somebody in front of it or nobody. */
import type { Terminal } from '../../src/cli/terminal.js';

export interface FakeTerminal {
  readonly terminal: Terminal;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** What was asked. */
  readonly questions: readonly string[];
}

/** @param answer what the person in front of it says to everything; nobody is there without it */
export function fakeTerminal(cwd: string, { answer, isWatched = false }: { readonly answer?: string; readonly isWatched?: boolean } = {}): FakeTerminal {
  const output = { stdout: '', stderr: '' };
  const questions: string[] = [];
  const ask = (question: string): string => {
    questions.push(question);
    return answer ?? '';
  };
  const terminal: Terminal = {
    cwd,
    isInteractive: isWatched,
    width: 100,
    hasColors: () => false,
    isWatched: () => isWatched,
    write: (text) => void (output.stdout += text),
    writeError: (text) => void (output.stderr += text),
    writeBytesToError: (bytes) => void (output.stderr += new TextDecoder().decode(bytes)),
    readInput: () => new Uint8Array(),
    asker: () => Promise.resolve(answer === undefined ? undefined : ask),
  };
  return { terminal, stdout: () => output.stdout, stderr: () => output.stderr, questions };
}
