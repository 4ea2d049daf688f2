import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command, ParsedArguments } from '../../src/cli/command.js';
import { COMMANDS } from '../../src/cli/commands.js';
import { parseArguments } from '../../src/cli/parse-arguments.js';
import { parseWithYargs } from '../../src/cli/parse-with-yargs.js';

const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));

/** Words of a command line: what the command takes, paths, and what it does not take. */
function words(command: Command): fc.Arbitrary<string[]> {
  const options = Object.entries(command.options).flatMap(([name, { type, alias, choices, multiple, takesFile }]) => {
    const names = [`--${name}`, ...(alias === undefined ? [] : [`-${alias}`])];
    if (type === 'boolean') return names.map((flag) => [flag]);
    const values = choices?.flatMap((choice) => (takesFile === true ? [choice, `${choice}=a.out`, `${choice}=a=b`] : [choice])) ?? (multiple === true ? ['a=off', 'b=error'] : ['value']);
    return names.flatMap((flag) => [...values, 'other'].flatMap((value) => [[flag, value], ...(flag.startsWith('--') ? [[`${flag}=${value}`]] : [])]));
  });
  const others = [['chat.xml'], ['policies/'], ['*.ts'], ['-'], ['--unknown'], ['-x'], ['--no-color'], ['1e3']];
  return fc.array(fc.constantFrom(...options, ...others), { maxLength: 5 }).map((parts) => parts.flat());
}

/** What is not given stands for nothing: yargs lists it, parseArgs does not. */
function given({ positionals, options }: ParsedArguments): ParsedArguments {
  return { positionals, options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) };
}

describe('the quick parser reads what it reads as yargs does', () => {
  test.each(commands.map((command) => [command.name, command] as const))('%s', (_, command) => {
    let quick = 0;
    fc.assert(
      fc.property(words(command), (args) => {
        const parsed = parseArguments(command, args);
        if (parsed === undefined) return;
        quick++;
        expect(given(parsed)).toEqual(given(parseWithYargs(command, args)));
      }),
      { seed: 11, numRuns: 150 },
    );
    expect(quick).toBeGreaterThan(20);
  });
});

describe('what is wrong is said in our words', () => {
  test.each([
    [['--fromat', 'json'], "unknown option '--fromat', did you mean '--format'?"],
    [['-z'], "unknown option '-z'"],
    [['--format', 'jsno'], "--format is 'jsno'; did you mean 'json'?"],
    [['--format', 'yaml'], "--format is 'yaml'; it takes pretty, concise, json, sarif, github, junit"],
    [['--format', 'jsno=a.json'], "--format is 'jsno'; did you mean 'json'?"],
    [['--format', 'json', '--format', 'xml'], "--format is 'xml'; it takes pretty, concise, json, sarif, github, junit"],
    [['--format'], '--format needs a value'],
  ])('%j', (args, message) => {
    const lint = commands.find(({ name }) => name === 'lint');
    if (lint === undefined) throw new Error('there is no command lint');
    expect(parseArguments(lint, args)).toBeUndefined();
    expect(() => parseWithYargs(lint, args)).toThrow(`${message}; see 'aoai-policy lint --help'`);
  });
});
