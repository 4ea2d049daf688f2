/** Whether an option's values are among its choices; both parsers ask. */
import type { OptionDefinition } from './command.js';

/** The first part of a value, `sarif` of `sarif=report.sarif`, that is none of the choices; undefined when all are. */
export function valueOutsideChoices({ choices, takesFile }: OptionDefinition, value: unknown): string | undefined {
  if (choices === undefined || value === undefined) return undefined;
  const values = Array.isArray(value) ? value.map(String) : [String(value)];
  return values.map((text) => (takesFile === true ? (text.split('=')[0] ?? text) : text)).find((text) => !choices.includes(text));
}
