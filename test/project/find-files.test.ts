import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFiles } from '../../src/project/find-files.js';
import { resolveConfig } from '../../src/project/load-config.js';
import { temporaryFolder } from './temporary-folder.js';

const FILES = {
  'global.xml': '',
  'apis/chat/policy.xml': '',
  'apis/chat/notes.txt': '',
  'src/chat.policy.ts': '',
  'src/server.ts': '',
  'policies/tokens.ts': '',
  'policies/tokens.test.ts': '',
  'policies/types.d.ts': '',
  'policies/lib/shared.ts': '',
  'node_modules/package/policy.xml': '',
  'dist/policy.xml': '',
  'out/policy.xml': '',
  'odd [name] (1).xml': '',
  'aoai-policy.config.json': '{}',
};

async function found(patterns: readonly string[], folder = temporaryFolder(FILES), config = resolveConfig({}, folder)): Promise<string[]> {
  const files = await findFiles(patterns, { cwd: folder, config });
  return files.map(({ path, named }) => (named ? `${path}!` : path));
}

describe('files found (! marks those that the user named)', () => {
  test.each<[string, string[], string[]]>([
    ['a file, whatever it is called', ['apis/chat/notes.txt'], ['apis/chat/notes.txt!']],
    ['a file whose name looks like a glob', ['odd [name] (1).xml'], ['odd [name] (1).xml!']],
    ['a file twice, once by a glob: once, and named', ['*.xml', './global.xml'], ['global.xml!', 'odd [name] (1).xml']],
    ['a folder: XML, *.policy.ts and what is below a policies folder', ['src'], ['src/chat.policy.ts']],
    ['a folder called policies: all TypeScript but tests and declarations', ['policies'], ['policies/lib/shared.ts', 'policies/tokens.ts']],
    ['a glob means what it says', ['src/*.ts'], ['src/chat.policy.ts', 'src/server.ts']],
    ['a glob with an exception', ['**/*.ts', '!policies/**'], ['src/chat.policy.ts', 'src/server.ts']],
    ['a folder with an exception, seen from the working directory', ['policies', '!policies/lib/**'], ['policies/tokens.ts']],
    ['an exception anywhere', ['policies', '!**/lib/**'], ['policies/tokens.ts']],
    ['a folder that is passed by otherwise, when it is named', ['dist'], ['dist/policy.xml']],
    ['a glob into such a folder', ['node_modules/**/*.xml'], ['node_modules/package/policy.xml']],
    ['the output folder, when it is named', ['out'], ['out/policy.xml']],
    [
      'nothing named: everything but node_modules, dist and the output folder',
      [],
      ['apis/chat/policy.xml', 'global.xml', 'odd [name] (1).xml', 'policies/lib/shared.ts', 'policies/tokens.ts', 'src/chat.policy.ts'],
    ],
  ])('%s', async (_, patterns, expected) => {
    expect(await found(patterns)).toEqual(expected);
  });

  test("the configuration's globs start at its folder, paths are shown from the working directory", async () => {
    const folder = temporaryFolder(FILES);
    const config = resolveConfig({ policies: ['apis/**/*.xml'] }, folder);
    const files = await findFiles([], { cwd: join(folder, 'src'), config });
    expect(files.map(({ path }) => path)).toEqual(['../apis/chat/policy.xml']);
  });

  test('links are not followed, so that a circle of them does no harm; a named one is', async () => {
    const folder = temporaryFolder({ 'a/policy.xml': '' });
    symlinkSync('..', join(folder, 'a', 'up'));
    symlinkSync('policy.xml', join(folder, 'a', 'link.xml'));
    expect(await found(['a'], folder)).toEqual(['a/policy.xml']);
    expect(await found(['a', 'a/link.xml'], folder)).toEqual(['a/link.xml!', 'a/policy.xml']);
  });
});

describe('what cannot be meant is refused', () => {
  test.each<[string, string[], string]>([
    ['paths that do not exist, all at once', ['nope.xml', 'global.xml', 'no/such.xml'], "no such file or directory: 'nope.xml', 'no/such.xml'"],
    ['a glob that matches nothing', ['*.bicep'], "no file matches '*.bicep'"],
    ['a folder without policies', ['apis', 'empty'], "no policy files in directory 'empty': looked for **/*.xml, **/*.policy.ts, **/policies/**/*.ts"],
  ])('%s', async (_, patterns, message) => {
    await expect(found(patterns, temporaryFolder({ ...FILES, 'empty/': '' }))).rejects.toThrow(message);
  });

  test('a folder, for a command that takes one file', async () => {
    const folder = temporaryFolder(FILES);
    const files = findFiles(['apis'], { cwd: folder, config: resolveConfig({}, folder), directories: 'refuse' });
    await expect(files).rejects.toThrow("'apis' is a directory; name a policy file");
  });

  test('an empty folder, when nothing is named', async () => {
    await expect(found([], temporaryFolder())).rejects.toThrow('no policy files below the working directory: looked for **/*.xml, **/*.policy.ts, **/policies/**/*.ts');
  });
});
