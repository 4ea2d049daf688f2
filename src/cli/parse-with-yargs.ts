/** Parses arguments that are unusual or wrong, and says what is wrong with them. */
import yargs from 'yargs';
import { UsageError } from '../model/usage-error.js';
import { closestName } from '../syntax/text/closest-name.js';
import type { Command, ParsedArguments } from './command.js';
import { yargsOptions } from './yargs-options.js';

/** @throws UsageError for an unknown option, a value outside its choices, or a value that is missing */
export function parseWithYargs(command: Command, args: readonly string[]): ParsedArguments {
  const refuse = (message: string): never => {
    throw new UsageError(`${message}; see 'aoai-policy ${command.name} --help'`);
  };
  const parsed = yargs([])
    .help(false)
    .version(false)
    .exitProcess(false)
    .detectLocale(false)
    .parserConfiguration({ 'camel-case-expansion': false, 'dot-notation': false, 'greedy-arrays': false, 'duplicate-arguments-array': false, 'strip-aliased': true, 'parse-positional-numbers': false })
    .options(yargsOptions(command.options))
    .fail((message: string | null, error: unknown) => refuse(message === null ? String(error) : lowerStart(message)))
    .parseSync([...args]);
  const { _: positionals, ...rest } = parsed;
  const options = Object.entries(rest).filter(([name]) => name !== '$0');
  for (const [name] of options) {
    if (command.options[name] !== undefined) continue;
    const near = closestName(name, Object.keys(command.options));
    const dashes = (option: string): string => (option.length === 1 ? `-${option}` : `--${option}`);
    refuse(`unknown option '${dashes(name)}'${near === undefined ? '' : `, did you mean '${dashes(near)}'?`}`);
  }
  return { positionals: positionals.map(String), options: Object.fromEntries(options.map(([name, value]) => [name, optionValue(value)])) };
}

function optionValue(value: unknown): ParsedArguments['options'][string] {
  if (value === undefined || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String) : String(value);
}

function lowerStart(message: string): string {
  const [first = ''] = message.split('\n');
  return first.charAt(0).toLowerCase() + first.slice(1);
}
