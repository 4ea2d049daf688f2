/** Runs a scenario's commands in a temporary folder. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CODE_DESCRIPTIONS } from '../../src/lint/code-descriptions.js';
import { LocalService } from './local-service.js';
import { runProgram } from './run-program.js';
import { type CommandStep, renderScenario, type Scenario, type ScenarioFile, type StepResult } from './scenario-file.js';

const CODES = CODE_DESCRIPTIONS.map(({ code }) => code).join(' ');

/** The scenario's text with the results as they are now. Times, the version, the folder and ids are replaced by words. */
export async function runScenario(scenario: Scenario): Promise<string> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-scenario-')));
  const cwd = join(root, 'work');
  const service = scenario.service === undefined ? undefined : await startService(scenario.service);
  try {
    mkdirSync(cwd);
    for (const { path, text } of scenario.files) writeFile(join(cwd, path), service?.toReal(text) ?? text);
    const results: StepResult[] = [];
    for (const step of scenario.steps) {
      if ('edit' in step) await service?.edit(step.edit, step.content);
      else results.push(await runStep(step, cwd, service));
    }
    return renderScenario(scenario, results);
  } finally {
    await service?.close();
    rmSync(root, { recursive: true, force: true });
  }
}

async function startService(parents: readonly string[]): Promise<LocalService> {
  const service = await LocalService.start({ createsParents: parents.length === 0 });
  for (const path of parents) await service.edit(path, JSON.stringify(parentProperties(path)));
  return service;
}

/** The least that the service takes. */
function parentProperties(path: string): object {
  const name = path.split('/').at(-1) ?? '';
  return path.includes('/operations/') ? { displayName: name, method: 'POST', urlTemplate: `/${name}` } : { displayName: name, path: name, protocols: ['https'] };
}

async function runStep({ command, stdin }: CommandStep, cwd: string, service: LocalService | undefined): Promise<StepResult> {
  const { env, args } = splitCommand(command);
  const [before, storedBefore] = [filesIn(cwd), service?.stored() ?? new Map<string, string>()];
  const { exitCode, stdout, stderr } = await runProgram(args, { cwd, env, ...(stdin === undefined ? {} : { stdin }) });
  const [after, storedAfter] = [filesIn(cwd), service?.stored() ?? new Map<string, string>()];
  const shown = (text: string): string => normalized(service?.toWritten(text) ?? text, cwd);
  return {
    exitCode,
    stdout: shown(stdout),
    stderr: shown(stderr),
    written: changed(before, after).map(({ path, text }) => ({ path, text: shownFile(text, service) })),
    removed: [...before.keys()].filter((path) => !after.has(path)),
    stored: changed(storedBefore, storedAfter),
    deleted: [...storedBefore.keys()].filter((path) => !storedAfter.has(path)),
  };
}

/** A checksum is over the address as well. */
function shownFile(text: string, service: LocalService | undefined): string {
  return service === undefined ? text : service.toWritten(text).replace(/(?<="checksum": ")[0-9a-f]{64}/u, '<checksum>');
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ScenarioFile[] {
  return [...after].flatMap(([path, text]) => (before.get(path) === text ? [] : [{ path, text }]));
}

/** `NO_COLOR=1 aoai-policy lint 'a b.xml'` → its variables and its arguments. */
export function splitCommand(command: string): { readonly env: Record<string, string>; readonly args: readonly string[] } {
  const words = [...command.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/gu)].map(([word]) => word.replace(/'([^']*)'|"([^"]*)"/gu, '$1$2'));
  const program = words.findIndex((word) => !/^[A-Z_]+=/u.test(word));
  if (words[program] !== 'aoai-policy') throw new Error(`'${command}' does not call aoai-policy`);
  const env = Object.fromEntries(words.slice(0, program).map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]));
  return { env, args: words.slice(program + 1) };
}

function normalized(text: string, cwd: string): string {
  return text
    .replaceAll(cwd, '<folder>')
    .replaceAll(/\b\d+ ms$/gmu, '<time> ms')
    .replaceAll(/"(?<key>version|semanticVersion)": "\d+\.\d+\.\d+"(?!,\n {2}"runs")/gu, '"$<key>": "<version>"')
    // All codes that there are; their test is render-sarif.test.ts.
    .replaceAll(/^(?<indent> +)"rules": \[\n[\s\S]*?^\k<indent>\]$/gmu, '$<indent>"rules": [<rules>]')
    // Those tests are rules-command.test.ts and completion.test.ts.
    .replaceAll(/^ {2}"codes": \[\n[^]*?^ {2}\]$/gmu, '  "codes": [<codes>]')
    .replaceAll(CODES, '<codes>')
    .replaceAll(/^(?: {2}[a-z-]+ +(?:error|warning|info) .*\n)+/gmu, '  <codes>\n')
    .replaceAll(/"ruleIndex": \d+/gu, '"ruleIndex": <index>')
    .replaceAll(/^\d+\.\d+\.\d+$/gmu, '<version>')
    .replaceAll(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu, '<date>')
    .replaceAll(/\b\d{6}-\d{8}T\d{6}Z\.jsonl\b/gu, '<journal>.jsonl')
    .replaceAll(/(?<=correlation id |"requestId": ")[0-9a-f-]{36}/gu, '<id>');
}

/** Of pushes: their times and digests say nothing to a reader. */
const STATE_FOLDER = '.aoai-policy/';

/** Text by path, with `/`, in the order of paths. */
function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).filter((path) => !path.startsWith(STATE_FOLDER)).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
