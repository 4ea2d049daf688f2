/** Looks for secrets wherever a push may have left one. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { renderPlanFile } from '../../src/publish/plan/plan-file.js';
import { renderPlan } from '../../src/report/render-plan.js';
import { renderPush } from '../../src/report/render-push.js';
import type { Pushed } from './push-once.js';

/** Where one of the secrets stands, one sentence each; the secret is not in it. */
export function leaksIn(places: ReadonlyMap<string, string>, secrets: readonly string[]): string[] {
  return [...places].flatMap(([place, text]) => (secrets.some((secret) => text.includes(secret)) ? [`a secret stands in ${place}`] : []));
}

/** All files below a folder. */
export function filesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)).filter((path) => statSync(path).isFile());
  return new Map(paths.map((path) => [`the file ${path}`, readFileSync(path, 'utf8')]));
}

/** What people and programs see of a push: the plan and its file, events, errors with their causes, the report. */
export function saidBy({ plan, result, events, failure }: Pushed): Map<string, string> {
  const errors = [failure, result?.cause, ...(result?.resources ?? []).map(({ error }) => error)].filter((error) => error !== undefined);
  const looks = { colors: false } as const;
  return new Map([
    ['the events', inspect(events, { depth: 20, maxStringLength: null })],
    ['the errors', errors.map((error) => inspect(error, { depth: 20, maxStringLength: null })).join('\n')],
    ...(plan === undefined ? [] : [['the plan file', renderPlanFile(plan)] as const, ['the plan as shown', renderPlan(plan, { ...looks, width: 120 })] as const]),
    ...(result === undefined ? [] : [['the report', renderPush(result, { ...looks, command: 'push' })] as const]),
  ]);
}
