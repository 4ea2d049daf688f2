/** What the definitions of the commands say that there is, fixtures/cli shows at work: every command with its help, every option, every choice of one. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GLOBAL_OPTIONS, type Command, type OptionDefinition, type ParsedArguments } from '../../src/cli/command.js';
import { COMMANDS } from '../../src/cli/commands.js';
import { parseWithYargs } from '../../src/cli/parse-with-yargs.js';
import { ROOT } from './built-cli.js';
import { splitCommand } from './run-scenario.js';

const FOLDER = `${ROOT}fixtures/cli/`;
/** A run with it has no end; test/cli/watch.test.ts shows it at work. */
const ENDLESS = 'watch';
/** Has no end either; test/cli/local.test.ts shows it and all its options at work. */
const ENDLESS_COMMAND = 'local';
/** What follows these before a command is their value. */
const VALUED = ['-C', '--directory', '--config'];

const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));

interface Use {
  readonly name: string;
  readonly options: ParsedArguments['options'];
}

/** All commands that do what they are asked to: a mistake in a command line shows nothing of the option beside it. */
const uses = readdirSync(FOLDER).flatMap((file) =>
  [...readFileSync(FOLDER + file, 'utf8').matchAll(/^==== command: (?<command>.+)$(?:(?!^==== command: )[^])*?^==== exit code: [01]$/gmu)].flatMap(({ groups }) => useOf(groups?.['command'] ?? '')),
);

function useOf(line: string): Use[] {
  const { args } = splitCommand(line);
  const at = args.findIndex((word, index) => !word.startsWith('-') && !VALUED.includes(args[index - 1] ?? ''));
  const name = args[at] === 'help' ? args[at + 1] : args[at];
  const command = commands.find((known) => known.name === name);
  if (command === undefined) return [];
  const rest = args.toSpliced(at, 1).map((word) => (word === name ? '--help' : word));
  return [{ name: command.name, options: parseWithYargs(command, rest).options }];
}

/** What has to be shown of an option (that it is given, each of its choices, a file behind one where that is allowed), and which values show it. */
function demands(name: string, { choices = [], takesFile }: OptionDefinition): (readonly [what: string, isShownBy: (value: string) => boolean])[] {
  return [
    [`--${name}`, () => true],
    ...choices.map((choice) => [`--${name} ${choice}`, (value: string) => value.split('=')[0] === choice] as const),
    ...(takesFile === true ? [[`--${name} <choice>=<file>`, (value: string) => value.includes('=')] as const] : []),
  ];
}

function notShown(options: Command['options'], used: readonly Use[]): string[] {
  return Object.entries(options).flatMap(([name, definition]) => {
    const values = used.flatMap((use) => [use.options[name] ?? []].flat()).map(String);
    return demands(name, definition).filter(([, isShownBy]) => !values.some(isShownBy)).map(([what]) => what);
  });
}

test.each(commands.filter(({ name }) => name !== ENDLESS_COMMAND).map((command) => [command.name, command] as const))('%s: its work, its help, its options and their choices', (name, { options }) => {
  const used = uses.filter((use) => use.name === name);
  const own = Object.fromEntries(Object.entries(options).filter(([option]) => option !== ENDLESS && (option === 'help' || !Object.hasOwn(GLOBAL_OPTIONS, option))));
  expect(used.some((use) => use.options['help'] !== true)).toBe(true);
  expect(notShown(own, used)).toEqual([]);
});

test('the options of every command, by one of them', () => {
  expect(notShown(GLOBAL_OPTIONS, uses)).toEqual([]);
});
