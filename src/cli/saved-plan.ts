/** A plan that was kept in a file, among the arguments of push. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reason } from '../model/system-error.js';
import { UsageError } from '../model/usage-error.js';
import { checkSavedPlan, readPlanFile, type SavedPlan } from '../publish/plan/plan-file.js';
import type { Plan } from '../publish/plan/plan.js';

export interface PlanArgument {
  /** As the user named it. */
  readonly file: string;
  readonly plan: SavedPlan;
}

/**
 * Policies are .ts and .xml files and folders of them, so that a .json file among the arguments is a plan.
 * @throws UsageError for more than one, and for a file that is none
 */
export function splitArguments(args: readonly string[], cwd: string): { readonly saved: PlanArgument | undefined; readonly paths: readonly string[] } {
  const isPlan = (path: string): boolean => path.endsWith('.json') && !path.startsWith('!');
  const [file, ...more] = args.filter(isPlan);
  const paths = args.filter((path) => !isPlan(path));
  if (file === undefined) return { saved: undefined, paths };
  if (more.length > 0) throw new UsageError(`push takes one saved plan, not '${file}' and '${more.join("', '")}'`);
  return { saved: { file, plan: readPlan(file, cwd) }, paths };
}

/** @throws UsageError when the project or the service is not what the saved plan saw any more */
export function checkAgainstSaved({ file, plan: saved }: PlanArgument, plan: Plan): void {
  const differences = checkSavedPlan(saved, plan);
  if (differences.length === 0) return;
  throw new UsageError([`the plan in '${file}' does not hold any more, and nothing was pushed; make it anew with 'aoai-policy plan --out ${file}'`, ...differences]);
}

function readPlan(file: string, cwd: string): SavedPlan {
  const text = readText(file, cwd);
  try {
    return readPlanFile(text);
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`'${file}': ${error.message}`, { cause: error }) : error;
  }
}

function readText(file: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch (error) {
    throw new UsageError(`the plan '${file}' cannot be read: ${reason(error)}`, { cause: error });
  }
}
