/** docs/publish.md: every option and exit code is on it, and the tests that it names are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GLOBAL_OPTIONS } from '../../src/cli/command.js';
import { COMMANDS } from '../../src/cli/commands.js';
import { REFUSED_BY_SERVICE } from '../../src/publish/service-findings.js';
import { readMarkdown, ROOT } from './markdown-files.js';

const page = readMarkdown('docs/publish.md');
const complaints = rowsOf('What people complain about elsewhere');

/** The cells of a section's table, without its head. */
function rowsOf(heading: string): string[][] {
  const section = new RegExp(`^## ${heading}\n(?<text>[^]*?)(?=^## |$(?![^]))`, 'mu').exec(page)?.groups?.['text'] ?? '';
  return section.split('\n').filter((line) => line.startsWith('|')).slice(2).map((line) => line.slice(1, -1).split(/(?<!\\)\|/u).map((cell) => cell.trim()));
}

test('the twenty complaints of reference/management-api.md, §4', () => {
  expect(complaints.map(([number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

describe.each(complaints.map((cells) => [cells[0] ?? '', cells.at(-1) ?? ''] as const))('complaint %s is held by tests', (_, held) => {
  const named = [...held.matchAll(/`(?<file>(?:test|fixtures)\/[^`]+)`(?<names>(?:,? ?"[^"]+")*)/gu)].map(({ groups }) => ({ file: groups?.['file'] ?? '', names: allMatches(groups?.['names'] ?? '', /"([^"]+)"/gu) }));

  test('at least one', () => {
    expect(named.length).toBeGreaterThan(0);
  });

  test.each(named)('$file', ({ file, names }) => {
    expect(existsSync(ROOT + file)).toBe(true);
    // Names of tests, as they stand in the file; tables build some of them.
    const text = readFileSync(ROOT + file, 'utf8');
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });
});

test.each(['plan', 'push', 'pull', 'local'])('every option of %s is named', async (name) => {
  const command = await COMMANDS[name]?.();
  const own = Object.keys(command?.options ?? {}).filter((option) => !Object.hasOwn(GLOBAL_OPTIONS, option));
  expect(own.length).toBeGreaterThan(3);
  expect(own.filter((option) => !new RegExp(`--${option}\\b`, 'u').test(page))).toEqual([]);
});

test('every code of a finding that publishing has', () => {
  const folder = `${ROOT}src/publish/`;
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => readFileSync(folder + path, 'utf8'));
  const union = /type PreflightCode =(?<codes>[^;]*);/u.exec(texts.join('\n'))?.groups?.['codes'] ?? '';
  const codes = [REFUSED_BY_SERVICE, ...allMatches(union, /'([a-z-]+)'/gu), ...texts.flatMap((text) => allMatches(text, /\bcode: '([a-z-]+)'/gu))];
  const listed = rowsOf('What keeps a project from being pushed').flatMap(([cell = '']) => allMatches(cell, /`([^`]+)`/gu));
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !listed.includes(code))).toEqual([]);
});

function allMatches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

test('every command has its exit codes', () => {
  const rows = rowsOf('Exit codes');
  expect(rows.map(([command = '']) => /^`(\w+)/u.exec(command)?.[1])).toEqual(['plan', 'plan', 'push', 'push', 'pull', 'local']);
  expect(rows.filter((cells) => cells.length !== 4)).toEqual([]);
});
