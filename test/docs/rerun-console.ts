/**
 * Runs a page: writes its files, runs the commands of its `console` fences, and puts what they print in place of what the page shows.
 *
 * A fence whose info names a file (`ts policies/chat.ts`) is that file. In a `console` fence a line `$ aoai-policy …` is a command and the
 * lines below it are what it prints, on both streams.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProgram } from '../cli/run-program.js';
import { fences, type Fence } from './markdown-files.js';

const TIME = /\b\d+ ms\b/gu;
const IS_FILE = /^[\w./-]+\.(?:ts|xml|json)$/u;

/** The page as it should be. Times are left as the page shows them. */
export async function rerunConsole(markdown: string): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-docs-')));
  const cwd = join(folder, 'project');
  mkdirSync(cwd);
  try {
    let page = '';
    let copied = 0;
    for (const fence of fences(markdown)) {
      if (IS_FILE.test(fence.info)) writeFile(join(cwd, fence.info), fence.content);
      if (fence.language !== 'console') continue;
      page += markdown.slice(copied, fence.start) + (await rerun(fence, cwd));
      copied = fence.start + fence.content.length;
    }
    return page + markdown.slice(copied);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rerun({ content }: Fence, cwd: string): Promise<string> {
  const printed: string[] = [];
  for (const command of content.split('\n').filter((line) => line.startsWith('$ '))) {
    const [program, ...args] = command.slice(2).split(' ');
    if (program !== 'aoai-policy') throw new Error(`'${command}' does not call aoai-policy; no test can run it`);
    const { stdout, stderr } = await runProgram(args, { cwd });
    printed.push(`${command}\n`, stdout, stderr);
  }
  const times = [...content.matchAll(TIME)].map(([time]) => time);
  return printed.join('').replace(TIME, (time) => times.shift() ?? time);
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
