/** Runs a scenario's commands in a temporary folder. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CODE_DESCRIPTIONS } from '../../src/lint/code-descriptions.js';
import { runProgram } from './run-program.js';
import { renderScenario, type Scenario, type ScenarioFile, type StepResult } from './scenario-file.js';

const CODES = CODE_DESCRIPTIONS.map(({ code }) => code).join(' ');

/** The scenario's text with the results as they are now. Times, the version and the folder are replaced by words. */
export async function runScenario(scenario: Scenario): Promise<string> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'aoai-policy-scenario-')));
  const cwd = join(root, 'work');
  try {
    mkdirSync(cwd);
    for (const { path, text } of scenario.files) writeFile(join(cwd, path), text);
    const results: StepResult[] = [];
    for (const step of scenario.steps) results.push(await runStep(step, cwd));
    return renderScenario(scenario, results);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function runStep({ command, stdin }: Scenario['steps'][number], cwd: string): Promise<StepResult> {
  const { env, args } = splitCommand(command);
  const before = filesIn(cwd);
  const { exitCode, stdout, stderr } = await runProgram(args, { cwd, env, ...(stdin === undefined ? {} : { stdin }) });
  const after = filesIn(cwd);
  return {
    exitCode,
    stdout: normalized(stdout, cwd),
    stderr: normalized(stderr, cwd),
    written: [...after].flatMap(([path, text]): ScenarioFile[] => (before.get(path) === text ? [] : [{ path, text }])),
    removed: [...before.keys()].filter((path) => !after.has(path)),
  };
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
    .replaceAll(/^\d+\.\d+\.\d+$/gmu, '<version>');
}

/** Text by path, with `/`, in the order of paths. */
function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
