/**
 * Runs a page: writes its files, runs the commands of its `console` fences, and puts what they print in place of what the page shows.
 *
 * A fence whose info names a file (`ts policies/chat.ts`) is that file. In a `console` fence a line `$ aoai-policy …` is a command and the
 * lines below it are what it prints, on both streams, as a terminal shows them. A page that names http://127.0.0.1:8043 has a local APIM there, which makes what policies
 * are pushed to; a fence `xml edited apis/chat/policies/policy` is what somebody else writes to it meanwhile.
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LocalService, namesLocalService } from '../cli/local-service.js';
import { runProgram } from '../cli/run-program.js';
import { splitCommand } from '../cli/run-scenario.js';
import { fences, type Fence } from './markdown-files.js';

/** What is another at every run: times, dates, names of journals. */
const VOLATILE = [/\b\d+ ms\b/gu, /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu, /\b\d{6}-\d{8}T\d{6}Z\.jsonl\b/gu];
const IS_FILE = /^[\w./-]+\.(?:ts|xml|json)$/u;
const EDITED = /^edited (?<path>\S+)$/u;

/** The page as it should be. What is another at every run is left as the page shows it. */
export async function rerunConsole(markdown: string): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-docs-')));
  const cwd = join(folder, 'project');
  mkdirSync(cwd);
  const service = namesLocalService(markdown) ? await LocalService.start({ createsParents: true }) : undefined;
  try {
    let page = '';
    let copied = 0;
    for (const fence of fences(markdown)) {
      if (IS_FILE.test(fence.info)) writeFile(join(cwd, fence.info), service?.toReal(fence.content) ?? fence.content);
      const edited = EDITED.exec(fence.info)?.groups?.['path'];
      if (edited !== undefined) await service?.edit(edited, fence.content);
      if (fence.language !== 'console') continue;
      const printed = await rerun(fence, cwd);
      page += markdown.slice(copied, fence.start) + withVolatile(service?.toWritten(printed) ?? printed, fence.content);
      copied = fence.start + fence.content.length;
    }
    return page + markdown.slice(copied);
  } finally {
    await service?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rerun({ content }: Fence, cwd: string): Promise<string> {
  const printed: string[] = [];
  for (const line of content.split('\n').filter((text) => text.startsWith('$ '))) {
    const { env, args } = splitCommand(line.slice(2));
    const terminal = join(cwd, '../terminal.txt');
    await runProgram(args, { cwd, env, terminal });
    printed.push(`${line}\n`, readFileSync(terminal, 'utf8'));
  }
  return printed.join('');
}

function withVolatile(printed: string, shown: string): string {
  return VOLATILE.reduce((text, pattern) => {
    const known = [...shown.matchAll(pattern)].map(([found]) => found);
    return text.replace(pattern, (found) => known.shift() ?? found);
  }, printed);
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
