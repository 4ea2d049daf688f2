/** A project's findings, one line each, as tests compare them. */
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { LoadedProject } from '../../src/project/loaded-project.js';

/** `file:line:column code: message`, with the hint behind it. */
export function conciseLine({ file, range, code, message, hint }: Pick<Diagnostic, 'file' | 'range' | 'code' | 'message' | 'hint'>): string {
  const { line, column } = range.start;
  return `${file}:${line}:${column} ${code}: ${message}${hint === undefined ? '' : `; ${hint}`}`;
}

export function concise(project: Pick<LoadedProject, 'diagnostics'>): string[] {
  return project.diagnostics.map(conciseLine);
}
