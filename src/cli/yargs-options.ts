/** A command's options as yargs takes them, for parsing and for help. */
import type { Options } from 'yargs';
import type { OptionDefinition, OptionDefinitions } from './command.js';

export function yargsOptions(definitions: OptionDefinitions): Record<string, Options> {
  return Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [name, yargsOption(definition)]));
}

function yargsOption({ describe, type, alias, multiple, choices }: OptionDefinition): Options {
  return {
    describe,
    type,
    ...(alias === undefined ? {} : { alias }),
    ...(choices === undefined ? {} : { choices }),
    ...(type === 'string' ? { requiresArg: true } : {}),
    ...(multiple === true ? { array: true } : {}),
  };
}
