/** `aoai-policy plan`: shows what a push would change on a service. */
import { resolve } from 'node:path';
import { UsageError } from '../../model/usage-error.js';
import { writeReport } from '../../project/write-report.js';
import type { Plan } from '../../publish/plan/plan.js';
import { renderPlanFile } from '../../publish/plan/plan-file.js';
import { defineCommand, type GLOBAL_OPTIONS, type OptionDefinitions, type OptionValues } from '../command.js';
import { compareEnvironments } from '../compare-environments.js';
import { DETAILED_EXIT_CODES, EXIT_CODES } from '../exit-codes.js';
import { PLANNING_OPTIONS } from '../plan-options.js';
import { planProject } from '../plan-project.js';
import { PLAN_FORMATS, planReport } from '../plan-report.js';
import { printRefusal } from '../print-refusal.js';
import { pushCommand } from '../push-command.js';
import { showsNextSteps } from '../shows-next-steps.js';
import { Stopwatch } from '../stopwatch.js';

const OPTIONS = {
  ...PLANNING_OPTIONS,
  out: { type: 'string', alias: 'o', placeholder: 'file', describe: "keep the plan in a file for 'aoai-policy push <file>'; it holds no content and no secret" },
  format: { type: 'string', choices: PLAN_FORMATS, placeholder: 'format', describe: 'pretty (the default), json, or a comment for a pull request: github, markdown' },
  'detailed-exitcode': { type: 'boolean', describe: 'exit with 0 when nothing would change, 2 when something would, 1 when the run failed' },
  from: { type: 'string', placeholder: 'name', describe: 'compare two environments: what it would take to make that of --to hold what this one holds' },
  to: { type: 'string', placeholder: 'name', describe: 'the environment that is compared with --from' },
} as const satisfies OptionDefinitions;

type PlanCommandOptions = OptionValues<typeof OPTIONS & typeof GLOBAL_OPTIONS>;

export const plan = defineCommand({
  name: 'plan',
  describe: 'show what a push would change on a service',
  usage: '[paths..]',
  examples: [
    ['aoai-policy plan --env prod', 'the whole project against the service of an environment'],
    ['aoai-policy plan --env prod --out prod.plan.json', 'and keep the plan: push takes it, and does nothing else'],
    ['aoai-policy plan policies/chat.ts', 'a part of the project'],
    ['aoai-policy plan --env prod --format github > comment.md', 'as a comment for a pull request'],
    ['aoai-policy plan --env prod --detailed-exitcode', 'for CI: exits with 2 when the service holds something else'],
    ['aoai-policy plan --from dev --to prod', 'two services against each other'],
  ],
  options: OPTIONS,
  notes: [
    'Reads the service and changes nothing on it. Which services there are says the configuration: docs/publish.md.',
    'Exit codes: 0 planned, 1 findings, 2 failure; with --detailed-exitcode 0 nothing would change, 1 findings or failure, 2 something would.',
  ].join('\n'),
  async run(paths, options, terminal) {
    const stopwatch = new Stopwatch();
    const { format = 'pretty' } = options;
    const compared = comparison(paths, options);
    if (compared !== undefined) {
      const made = await compareEnvironments(compared, options, terminal);
      terminal.write(planReport(format, { target: made.target, plan: made, diagnostics: [], sourceOf: () => undefined }, { terminal, wanted: `what ${compared.from} holds` }));
      return exitCode(made, options);
    }
    const planning = await planProject(paths, options, terminal);
    const { target, sourceOf } = planning.at;
    if (planning.kind === 'refused') {
      if (format === 'pretty') await printRefusal(planning, { command: 'plan', stopwatch }, terminal);
      else terminal.write(planReport(format, { target, diagnostics: planning.diagnostics, sourceOf }, { terminal }));
      return options['detailed-exitcode'] ? DETAILED_EXIT_CODES.failure : planning.code;
    }
    const made = planning.plan;
    if (options.out !== undefined) writeReport(resolve(terminal.cwd, options.out), renderPlanFile(made));
    terminal.write(planReport(format, { target, plan: made, diagnostics: [], sourceOf }, { terminal }));
    if (format === 'pretty' && made.changes.length > 0 && showsNextSteps(process.env)) {
      const args = [...(options.out === undefined ? [] : [options.out]), ...paths];
      terminal.writeError(`next: ${pushCommand({ ...options, environment: target.environment, args })}\n`);
    }
    return exitCode(made, options);
  },
});

function exitCode({ changes }: Plan, options: PlanCommandOptions): number {
  return options['detailed-exitcode'] && changes.length > 0 ? DETAILED_EXIT_CODES.changes : EXIT_CODES.clean;
}

/** The two environments that are compared; undefined when the project is planned. */
function comparison(paths: readonly string[], { from, to, env, prune, out, force }: PlanCommandOptions): { readonly from: string; readonly to: string } | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new UsageError('--from and --to go together: two environments are compared');
  if (from === to) throw new UsageError(`--from and --to are both '${from}'; name two environments`);
  const excluded = Object.entries({ env: env !== undefined, prune, out: out !== undefined, force }).find(([, isGiven]) => isGiven);
  if (excluded !== undefined || paths.length > 0) {
    throw new UsageError(`--from and --to compare two services, and the project has no part in it; leave out ${excluded === undefined ? 'the paths' : `--${excluded[0]}`}`);
  }
  return { from, to };
}
