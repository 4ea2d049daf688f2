/**
 * The text form of a scenario: files, and commands that run among them, with what each prints and writes.
 *
 * The first lines say what the scenario shows. Then sections, each opened by a line `==== kind: argument`:
 *
 *     ==== file: policies/chat.xml      a file that is there from the start; its text follows
 *     ==== command: aoai-policy lint    a command; words may stand in single or double quotes, `NAME=value` in front sets a variable
 *     ==== stdin                        what the command reads
 *     ==== exit code: 1
 *     ==== stdout                       left out when empty
 *     ==== stderr
 *     ==== written: out/policy.xml      a file that the command made or changed, as it is afterwards
 *     ==== removed: out/policy.xml      a file that the command took away
 *
 * The empty line before a section belongs to its opening line. A text that does not end with a line break ends with `\ no line break`.
 */

export interface Scenario {
  readonly title: string;
  readonly files: readonly ScenarioFile[];
  readonly steps: readonly ScenarioStep[];
}

export interface ScenarioFile {
  readonly path: string;
  readonly text: string;
}

export interface ScenarioStep {
  readonly command: string;
  readonly stdin?: string;
}

/** What a step came to. */
export interface StepResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: readonly ScenarioFile[];
  readonly removed: readonly string[];
}

const OPENING = /^==== (?<kind>file|command|stdin|exit code|stdout|stderr|written|removed)(?:: (?<argument>.*))?$/u;
const NO_BREAK = '\\ no line break';

/** @throws Error for a line that looks like a section and is none, and for a scenario without a command */
export function parseScenario(text: string): Scenario {
  const sections = splitSections(text);
  const files: ScenarioFile[] = [];
  const steps: ScenarioStep[] = [];
  for (const { kind, argument, content } of sections.slice(1)) {
    if (kind === 'file') files.push({ path: argument, text: content });
    else if (kind === 'command') steps.push({ command: argument });
    else if (kind === 'stdin') steps.splice(-1, 1, { command: steps.at(-1)?.command ?? '', stdin: content });
  }
  if (steps.length === 0) throw new Error('a scenario runs at least one command');
  return { title: (sections[0]?.content ?? '').trim(), files, steps };
}

/** The scenario with the results in their places; what the file should be. */
export function renderScenario(scenario: Scenario, results: readonly StepResult[]): string {
  return [
    `${scenario.title}\n`,
    ...scenario.files.map(({ path, text }) => section(`file: ${path}`, text)),
    ...scenario.steps.flatMap(({ command, stdin }, index) => [
      `==== command: ${command}\n`,
      ...(stdin === undefined ? [] : [section('stdin', stdin)]),
      ...stepSections(results[index]),
    ]),
  ].join('\n');
}

function stepSections(result: StepResult | undefined): string[] {
  if (result === undefined) return [];
  return [
    `==== exit code: ${result.exitCode}\n`,
    ...(result.stdout === '' ? [] : [section('stdout', result.stdout)]),
    ...(result.stderr === '' ? [] : [section('stderr', result.stderr)]),
    ...result.written.map(({ path, text }) => section(`written: ${path}`, text)),
    ...result.removed.map((path) => `==== removed: ${path}\n`),
  ];
}

function section(heading: string, text: string): string {
  return `==== ${heading}\n${text === '' || text.endsWith('\n') ? text : `${text}\n${NO_BREAK}\n`}`;
}

interface Section {
  readonly kind: string;
  readonly argument: string;
  readonly content: string;
}

/** The title comes first, as a section without a kind. */
function splitSections(text: string): Section[] {
  const sections: { kind: string; argument: string; lines: string[] }[] = [{ kind: '', argument: '', lines: [] }];
  for (const line of text.replace(/\n$/u, '').split('\n')) {
    const groups = OPENING.exec(line)?.groups;
    if (groups !== undefined) sections.push({ kind: groups['kind'] ?? '', argument: groups['argument'] ?? '', lines: [] });
    else if (line.startsWith('==== ')) throw new Error(`'${line}' opens no section of a scenario`);
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ kind, argument, lines }, index) => ({ kind, argument, content: contentOf(lines, index === sections.length - 1) }));
}

function contentOf(lines: readonly string[], isLast: boolean): string {
  const kept = !isLast && lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  if (kept.length === 0) return '';
  return kept.at(-1) === NO_BREAK ? kept.slice(0, -1).join('\n') : `${kept.join('\n')}\n`;
}
