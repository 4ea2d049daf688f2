/**
 * The text form of a scenario: files, and commands that run among them, with what each prints and writes.
 *
 * The first lines say what the scenario shows. Then sections, each opened by a line `==== kind: argument`:
 *
 *     ==== file: policies/chat.xml      a file that is there from the start; its text follows
 *     ==== command: aoai-policy lint    a command; words may stand in single or double quotes, `NAME=value` in front sets a variable
 *     ==== stdin                        what the command reads
 *     ==== service: apis/chat           there is a local APIM at http://127.0.0.1:8043 from the start, with these APIs, products and so on;
 *                                       without any it makes them when a policy is written to them
 *     ==== edit: backends/ptu           between commands somebody else changes this on the service: policy XML or JSON properties follow, or nothing
 *     ==== exit code: 1
 *     ==== stdout                       left out when empty
 *     ==== stderr
 *     ==== written: out/policy.xml      a file that the command made or changed, as it is afterwards
 *     ==== removed: out/policy.xml      a file that the command took away
 *     ==== stored: backends/ptu         what the service holds now, where the command has changed it
 *     ==== deleted: backends/ptu        what the service held before the command
 *
 * The empty line before a section belongs to its opening line. A text that does not end with a line break ends with `\ no line break`.
 */

export interface Scenario {
  readonly title: string;
  readonly files: readonly ScenarioFile[];
  /** Paths of what the local APIM has from the start; absent when there is no local APIM. */
  readonly service?: readonly string[];
  readonly steps: readonly ScenarioStep[];
}

export interface ScenarioFile {
  readonly path: string;
  readonly text: string;
}

export type ScenarioStep = CommandStep | EditStep;

export interface CommandStep {
  readonly command: string;
  readonly stdin?: string;
}

/** Somebody else's change of the service. */
export interface EditStep {
  readonly edit: string;
  readonly content: string;
}

/** What a command came to. */
export interface StepResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly written: readonly ScenarioFile[];
  readonly removed: readonly string[];
  /** On the service. */
  readonly stored: readonly ScenarioFile[];
  readonly deleted: readonly string[];
}

const OPENING = /^==== (?<kind>file|service|command|edit|stdin|exit code|stdout|stderr|written|removed|stored|deleted)(?:: (?<argument>.*))?$/u;
const NO_BREAK = '\\ no line break';

/** @throws Error for a line that looks like a section and is none, and for a scenario without a command */
export function parseScenario(text: string): Scenario {
  const sections = splitSections(text);
  const files: ScenarioFile[] = [];
  const steps: ScenarioStep[] = [];
  let service: readonly string[] | undefined;
  for (const { kind, argument, content } of sections.slice(1)) {
    if (kind === 'file') files.push({ path: argument, text: content });
    else if (kind === 'service') service = argument.split(' ').filter((path) => path !== '');
    else if (kind === 'command') steps.push({ command: argument });
    else if (kind === 'edit') steps.push({ edit: argument, content });
    else if (kind === 'stdin') steps.splice(-1, 1, withStdin(steps.at(-1), content));
  }
  if (!steps.some((step) => 'command' in step)) throw new Error('a scenario runs at least one command');
  return { title: (sections[0]?.content ?? '').trim(), files, steps, ...(service === undefined ? {} : { service }) };
}

function withStdin(step: ScenarioStep | undefined, stdin: string): CommandStep {
  if (step === undefined || !('command' in step)) throw new Error('stdin belongs to a command');
  return { ...step, stdin };
}

/**
 * The scenario with the results in their places; what the file should be.
 * @param results one for each command
 */
export function renderScenario(scenario: Scenario, results: readonly StepResult[]): string {
  const pending = [...results];
  return [
    `${scenario.title}\n`,
    ...scenario.files.map(({ path, text }) => section(`file: ${path}`, text)),
    ...(scenario.service === undefined ? [] : [`==== service${scenario.service.length === 0 ? '' : `: ${scenario.service.join(' ')}`}\n`]),
    ...scenario.steps.flatMap((step) => {
      if ('edit' in step) return [section(`edit: ${step.edit}`, step.content)];
      const { command, stdin } = step;
      return [`==== command: ${command}\n`, ...(stdin === undefined ? [] : [section('stdin', stdin)]), ...stepSections(pending.shift())];
    }),
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
    ...result.stored.map(({ path, text }) => section(`stored: ${path}`, text)),
    ...result.deleted.map((path) => `==== deleted: ${path}\n`),
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
