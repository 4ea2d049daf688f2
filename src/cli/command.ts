/** What a command is: its arguments, as help and both parsers read them, and what it does. */
import type { Terminal } from './terminal.js';

export interface OptionDefinition {
  readonly describe: string;
  readonly type: 'boolean' | 'string';
  /** May be given more than once; the value is a list. */
  readonly multiple?: true;
  /** One letter. */
  readonly alias?: string;
  readonly choices?: readonly string[];
  /** A choice may be followed by `=` and a file. */
  readonly takesFile?: true;
  /** What the value is called in docs/cli.md. */
  readonly placeholder?: string;
}

export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

type OptionValue<Definition extends OptionDefinition> = Definition extends { readonly multiple: true }
  ? readonly string[]
  : Definition extends { readonly type: 'boolean' }
    ? boolean
    : Definition extends { readonly choices: readonly (infer Choice)[] }
      ? Choice | undefined
      : string | undefined;

export type OptionValues<Definitions extends OptionDefinitions> = { readonly [Name in keyof Definitions]: OptionValue<Definitions[Name]> };

/** Arguments as parsed, before a command's definition gives them their types. */
export interface ParsedArguments {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
}

export interface CommandDefinition<Definitions extends OptionDefinitions> {
  readonly name: string;
  /** One line for the list of commands. */
  readonly describe: string;
  /** What stands behind the name: `[paths..]`. */
  readonly usage: string;
  /** A command line and what it does; they come first in the help. */
  readonly examples: readonly (readonly [commandLine: string, meaning: string])[];
  readonly options: Definitions;
  /** What its arguments may be, when they are not paths; for completion. */
  readonly words?: readonly string[];
  /** What comes after the options in the help. */
  readonly notes?: string;
  /** Gives the exit code. */
  readonly run: (paths: readonly string[], options: OptionValues<Definitions & typeof GLOBAL_OPTIONS>, terminal: Terminal) => Promise<number>;
}

/** A command whose options' types are nobody's business but its own. */
export interface Command extends Omit<CommandDefinition<OptionDefinitions>, 'run'> {
  readonly run: (parsed: ParsedArguments, terminal: Terminal) => Promise<number>;
}

/** Taken by every command. */
export const GLOBAL_OPTIONS = {
  directory: { type: 'string', alias: 'C', placeholder: 'dir', describe: 'run as if started in this folder' },
  config: { type: 'string', placeholder: 'file', describe: 'use this configuration instead of looking for one' },
  color: { type: 'boolean', describe: 'colour the output; --no-color does not. Default: on a terminal' },
  verbose: { type: 'boolean', describe: 'show the stack trace of an error, and each request to a service' },
  help: { type: 'boolean', alias: 'h', describe: 'show this help' },
} as const satisfies OptionDefinitions;

/** Gives a command its place among the others; the parsers answer for the types of the options. */
export function defineCommand<const Definitions extends OptionDefinitions>(definition: CommandDefinition<Definitions>): Command {
  const { run, ...rest } = definition;
  const options: OptionDefinitions = { ...definition.options, ...GLOBAL_OPTIONS };
  return {
    ...rest,
    options,
    run: (parsed, terminal) => run(parsed.positionals, optionValues(options, parsed) as OptionValues<Definitions & typeof GLOBAL_OPTIONS>, terminal),
  };
}

/** Every option has a value: flags that were not given are false, lists empty. */
function optionValues(definitions: OptionDefinitions, { options }: ParsedArguments): ParsedArguments['options'] {
  const absent = ({ type, multiple }: OptionDefinition): ParsedArguments['options'][string] => (multiple === true ? [] : type === 'boolean' ? false : undefined);
  return Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [name, options[name] ?? absent(definition)]));
}
