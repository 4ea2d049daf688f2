/** Parses a command's arguments without yargs, which takes longer to load than a policy takes to lint. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Command, OptionDefinition, ParsedArguments } from './command.js';
import { valueOutsideChoices } from './option-choices.js';

/** The arguments, or undefined when something about them is unusual or wrong: then yargs decides (parse-with-yargs.ts). */
export function parseArguments(command: Command, args: readonly string[]): ParsedArguments | undefined {
  const config = {
    args: [...args],
    options: Object.fromEntries(Object.entries(command.options).map(([name, definition]) => [name, parseArgsOption(definition)])),
    allowPositionals: true,
    strict: true,
  } satisfies ParseArgsConfig;
  try {
    const { values, positionals } = parseArgs(config);
    const isOutside = Object.entries(command.options).some(([name, definition]) => valueOutsideChoices(definition, values[name]) !== undefined);
    if (isOutside) return undefined;
    return { positionals, options: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : value])) };
  } catch {
    return undefined;
  }
}

function parseArgsOption({ type, alias, multiple }: OptionDefinition): NonNullable<ParseArgsConfig['options']>[string] {
  return { type, ...(alias === undefined ? {} : { short: alias }), ...(multiple === true ? { multiple } : {}) };
}
