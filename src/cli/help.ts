/** Help texts: what it is for and examples first, then the options, laid out by yargs. */
import yargs, { type Argv } from 'yargs';
import type { Command } from './command.js';
import { COMMANDS } from './commands.js';
import { yargsOptions } from './yargs-options.js';

const WIDTH = 100;

/** Help for the program: what it is for, and its commands. */
export async function programHelp(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const parser = commands.reduce((described, { name, usage, describe }) => described.command(`${name} ${usage}`, describe), layout());
  return text([
    'API Management policies for Azure OpenAI, in TypeScript or XML: compiled, checked, linted and published.',
    exampleLines(commands.flatMap(({ examples }) => examples.slice(0, 1))),
    await optionsText(parser),
    "More: 'aoai-policy <command> --help', 'aoai-policy --version'",
  ]);
}

/** Help for one command. */
export async function commandHelp(command: Command): Promise<string> {
  const { name, describe, usage, examples, options, notes } = command;
  return text([
    `aoai-policy ${name}: ${describe}`,
    exampleLines(examples),
    `Usage: aoai-policy ${name} [options] ${usage}`.trimEnd(),
    await optionsText(layout().options(yargsOptions(options))),
    ...(notes === undefined ? [] : [notes]),
  ]);
}

function text(paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

function layout(): Argv {
  return yargs([]).scriptName('aoai-policy').detectLocale(false).help(false).version(false).wrap(WIDTH).usage('');
}

async function optionsText(parser: Argv): Promise<string> {
  return (await parser.getHelp()).trim();
}

function exampleLines(examples: Command['examples']): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  return ['Examples:', ...examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`)].join('\n');
}
