import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAtomically } from '../../src/project/write-atomically.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aoai-policy-atomically-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('makes a file, and puts a new one in the place of the old one', () => {
  const path = join(folder, 'a.json');
  writeAtomically(path, 'old');
  const old = lstatSync(path).ino;
  writeAtomically(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  if (process.platform !== 'win32') expect(lstatSync(path).ino).not.toBe(old);
  expect(readdirSync(folder)).toEqual(['a.json']);
});

test('leaves nothing behind where a folder stands', () => {
  mkdirSync(join(folder, 'a'));
  expect(() => writeAtomically(join(folder, 'a'), 'text')).toThrow(/EISDIR|EPERM/u);
  expect(readdirSync(folder)).toEqual(['a']);
});

test.skipIf(process.platform === 'win32')('writes what a link leads to, and the link stays', () => {
  writeFileSync(join(folder, 'target'), 'old');
  symlinkSync('target', join(folder, 'link'));
  symlinkSync('not-yet', join(folder, 'dangling'));
  for (const name of ['link', 'dangling']) writeAtomically(join(folder, name), 'new');
  expect(['target', 'not-yet'].map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(['new', 'new']);
  expect(['link', 'dangling'].map((name) => lstatSync(join(folder, name)).isSymbolicLink())).toEqual([true, true]);
});

test.skipIf(process.platform === 'win32')('a pipe stays one', () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  // A reader has to be there before: opening a pipe waits for its other end.
  const reader = execFileSync('sh', ['-c', `cat '${pipe}' & ${process.execPath} --import tsx -e "import('${new URL('../../src/project/write-atomically.ts', import.meta.url).href}').then(({ writeAtomically }) => writeAtomically('${pipe}', 'text'))"; wait`], { encoding: 'utf8', timeout: 20_000 });
  expect([reader, lstatSync(pipe).isFIFO()]).toEqual(['text', true]);
});
