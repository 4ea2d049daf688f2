/** Parses arguments that are unusual or wrong, and says what is wrong with them. */
import yargs from 'yargs';
import { UsageError } from '../model/usage-error.js';
import { closestName } from '../syntax/text/closest-name.js';
import type { Command, ParsedArguments } from './command.js';
import { valueOutsideChoices } from './option-choices.js';
import { yargsOptions } from './yargs-options.js';

/** @throws UsageError for an unknown option, a value outside its choices, or a value that is missing */
export function parseWithYargs(command: Command, args: readonly string[]): ParsedArguments {
  const refuse = (message: string): never => {
    throw new UsageError(`${message}; see 'aoai-policy ${command.name} --help'`);
  };
  const { negations, rest: taken } = ownNegations(command, args);
  const parsed = yargs([])
    .help(false)
    .version(false)
    .exitProcess(false)
    .detectLocale(false)
    .parserConfiguration({ 'camel-case-expansion': false, 'dot-notation': false, 'greedy-arrays': false, 'strip-aliased': true, 'parse-positional-numbers': false })
    .options(withoutChoices(yargsOptions(command.options)))
    .fail((message: string | null, error: unknown) => refuse(message === null ? String(error) : parserMessage(message)))
    .parseSync([...taken]);
  const { _: positionals, ...rest } = parsed;
  const options = Object.entries(rest).filter(([name]) => name !== '$0').map(([name, value]) => [name, lastUnlessMultiple(command, name, value)] as const);
  for (const [name, value] of options) {
    const mistake = optionMistake(command, name, value);
    if (mistake !== undefined) refuse(mistake);
  }
  return { positionals: positionals.map(String), options: { ...Object.fromEntries(options.map(([name, value]) => [name, optionValue(value)])), ...negations } };
}

/** Options that are called `no-…` themselves, which yargs would take for the opposite of another one. */
function ownNegations({ options }: Command, args: readonly string[]): { readonly negations: Readonly<Record<string, true>>; readonly rest: readonly string[] } {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const isOwn = (argument: string, index: number): boolean => index < end && argument.startsWith('--no-') && Object.hasOwn(options, argument.slice(2));
  return {
    negations: Object.fromEntries(args.filter(isOwn).map((argument) => [argument.slice(2), true as const])),
    rest: args.filter((argument, index) => !isOwn(argument, index)),
  };
}

/** Of an option that is given twice and takes one value, the last counts. */
function lastUnlessMultiple({ options }: Command, name: string, value: unknown): unknown {
  return Array.isArray(value) && options[name]?.multiple !== true ? value.at(-1) : value;
}

/** yargs lists choices over several lines; optionMistake says it in one. */
function withoutChoices(options: ReturnType<typeof yargsOptions>): ReturnType<typeof yargsOptions> {
  return Object.fromEntries(Object.entries(options).map(([name, { choices: _choices, ...option }]) => [name, option]));
}

function optionMistake({ options }: Command, name: string, value: unknown): string | undefined {
  const definition = options[name];
  if (definition === undefined) {
    const near = closestName(name, Object.keys(options));
    return `unknown option '${dashed(name)}'${near === undefined ? '' : `, did you mean '${dashed(near)}'?`}`;
  }
  const { choices = [] } = definition;
  const outside = valueOutsideChoices(definition, value);
  if (outside === undefined) return undefined;
  const near = closestName(outside, choices);
  return `${dashed(name)} is '${outside}'; ${near === undefined ? `it takes ${choices.join(', ')}` : `did you mean '${near}'?`}`;
}

function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

function optionValue(value: unknown): ParsedArguments['options'][string] {
  if (value === undefined || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String) : String(value);
}

/** The one mistake that yargs itself finds, in our words; others in its own. */
function parserMessage(message: string): string {
  const [first = ''] = message.split('\n');
  const missing = /^Not enough arguments following: (.+)$/u.exec(first)?.[1];
  return missing === undefined ? first.charAt(0).toLowerCase() + first.slice(1) : `${dashed(missing)} needs a value`;
}
