/** Help texts, laid out by yargs: examples first. */
import yargs, { type Argv } from 'yargs';
import type { Command } from './command.js';
import { COMMANDS } from './commands.js';
import { yargsOptions } from './yargs-options.js';

const WIDTH = 100;

/** Help for the program: what it is for, and its commands. */
export async function programHelp(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const described = commands.reduce((parser, { name, usage, describe }) => parser.command(`${name} ${usage}`, describe), layout(programUsage(commands)));
  return `${(await described.getHelp()).trimEnd()}\n\nHelp for a command: aoai-policy <command> --help\n`;
}

/** Help for one command. */
export async function commandHelp(command: Command): Promise<string> {
  const parser = layout(`${command.describe}\n\n${exampleLines(command.examples)}\n\nUsage: aoai-policy ${command.name} [options] ${command.usage}`);
  const help = (await parser.options(yargsOptions(command.options)).getHelp()).trimEnd();
  return command.notes === undefined ? `${help}\n` : `${help}\n\n${command.notes}\n`;
}

function layout(usage: string): Argv {
  return yargs([]).scriptName('aoai-policy').detectLocale(false).help(false).version(false).wrap(WIDTH).usage(usage);
}

function programUsage(commands: readonly Command[]): string {
  const firstExamples = commands.flatMap(({ examples }) => examples.slice(0, 1));
  return `API Management policies for Azure OpenAI, in TypeScript or XML: compiled, checked and linted at your desk\n\n${exampleLines(firstExamples)}`;
}

function exampleLines(examples: Command['examples']): string {
  const width = Math.max(...examples.map(([line]) => line.length));
  return ['Examples:', ...examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`)].join('\n');
}
