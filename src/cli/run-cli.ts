/** From arguments to an exit code: finds the command, parses its arguments, runs it, reports what goes wrong. */
import { resolve } from 'node:path';
import { statSync } from 'node:fs';
import { UsageError } from '../model/usage-error.js';
import { toolLocation } from '../project/tool-location.js';
import { closestName } from '../syntax/text/closest-name.js';
import { COMMANDS } from './commands.js';
import { EXIT_CODES, failureCode } from './exit-codes.js';
import { parseArguments } from './parse-arguments.js';
import { processTerminal } from './terminal.js';

/** @param args without the program's own name */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args);
  } catch (error) {
    const { printError } = await import('./print-error.js');
    await printError(error, { isVerbose: args.includes('--verbose') }, processTerminal(process.cwd(), undefined));
    return failureCode(args);
  }
}

async function dispatch(args: readonly string[]): Promise<number> {
  const { name, rest } = splitCommand(args);
  if (name === undefined) return runWithoutCommand(args);
  if (name === 'help') return dispatch([...rest, '--help']);
  if (name === 'version') return runWithoutCommand([...rest, '--version']);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) throw unknownCommand(name, args);
  const command = await load();
  const parsed = parseArguments(command, rest) ?? (await import('./parse-with-yargs.js')).parseWithYargs(command, rest);
  const { directory, color, help } = parsed.options;
  const terminal = processTerminal(workingDirectory(directory), typeof color === 'boolean' ? color : undefined);
  if (help === true) {
    terminal.write(await (await import('./help.js')).commandHelp(command));
    return EXIT_CODES.clean;
  }
  return command.run(parsed, terminal);
}

/** The command is the first argument that is neither an option nor the folder of `-C`. */
function splitCommand(args: readonly string[]): { readonly name?: string; readonly rest: readonly string[] } {
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    if (argument === '-C' || argument === '--directory' || argument === '--config') index++;
    else if (!argument.startsWith('-')) return { name: argument, rest: args.toSpliced(index, 1) };
  }
  return { rest: args };
}

/** What may be said without a command. */
const BARE_OPTIONS = ['--help', '-h', '--version', '-V', '-v', '--verbose', '--color', '--no-color'];

/** Somebody who wants help or the version, or does not know yet what to want. */
async function runWithoutCommand(args: readonly string[]): Promise<number> {
  const terminal = processTerminal(process.cwd(), undefined);
  const unknown = args.find((argument) => !BARE_OPTIONS.includes(argument));
  if (unknown !== undefined) throw new UsageError(`'${unknown}' names no command; see 'aoai-policy --help'`);
  if (['--version', '-V', '-v'].some((option) => args.includes(option))) {
    terminal.write(`${toolLocation().version}\n`);
    return EXIT_CODES.clean;
  }
  const { programHelp } = await import('./help.js');
  if (args.includes('--help') || args.includes('-h')) {
    terminal.write(await programHelp());
    return EXIT_CODES.clean;
  }
  terminal.writeError(await programHelp());
  return EXIT_CODES.failure;
}

function unknownCommand(name: string, args: readonly string[]): UsageError {
  const names = Object.keys(COMMANDS);
  const option = args.slice(0, args.indexOf(name)).find((argument) => !['-C', '--directory', '--config'].includes(argument) && argument.startsWith('-'));
  if (option !== undefined) return new UsageError(`'${option}' stands before the command; write 'aoai-policy <command> ${option} …', the commands are ${names.join(', ')}`);
  const near = closestName(name, names);
  return new UsageError(`unknown command '${name}'; ${near === undefined ? `the commands are ${names.join(', ')}` : `did you mean '${near}'?`}`);
}

function workingDirectory(directory: unknown): string {
  if (typeof directory !== 'string') return process.cwd();
  const path = resolve(directory);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) throw new UsageError(`no such directory: '${directory}'`);
  return path;
}
