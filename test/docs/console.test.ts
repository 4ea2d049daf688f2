/** What pages show on a console is what the program prints; `vitest -u` brings them up to date. */
import { beforeAll, describe, test } from 'vitest';
import { buildCli } from '../cli/built-cli.js';
import { fences, MARKDOWN_FILES, readMarkdown, ROOT } from './markdown-files.js';
import { rerunConsole } from './rerun-console.js';

beforeAll(buildCli);

const pages = MARKDOWN_FILES.filter((path) => fences(readMarkdown(path)).some(({ language }) => language === 'console'));

describe.concurrent('console of', () => {
  test.for(pages)('%s', async (path, context) => {
    await context.expect(await rerunConsole(readMarkdown(path))).toMatchFileSnapshot(ROOT + path);
  });
});
