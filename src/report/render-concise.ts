/** Findings one a line, for pipes and editors: `file:line:column severity code: message`. */
import type { Diagnostic } from '../model/diagnostic.js';
import { placeText } from './place-text.js';
import { omittedText, shownDiagnostics } from './shown-diagnostics.js';
import { visibleText } from './visible-text.js';

/** Each line ends with a line break; empty without findings. */
export function renderConcise(diagnostics: readonly Diagnostic[]): string {
  const { shown, omitted } = shownDiagnostics(diagnostics);
  const lines = shown.map((diagnostic) => `${placeText(diagnostic)} ${headline(diagnostic)}`);
  const closing = omittedText(omitted);
  if (closing !== undefined) lines.push(closing);
  return lines.map((line) => `${line}\n`).join('');
}

function headline({ severity, code, message }: Diagnostic): string {
  return `${severity} ${code}: ${visibleText(message)}`;
}
