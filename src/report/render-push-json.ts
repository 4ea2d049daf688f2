/** What became of a push or its rollback, for programs. Its schema is schemas/publish-report.schema.json. */
import { RemoteError } from '../model/remote-error.js';
import type { PushedResource, PushResult } from '../publish/push/push-result.js';
import type { RollBackPreview } from '../publish/push/roll-back.js';
import { planJson, type PlanReport, reportHead } from './render-plan-json.js';

export interface PushReport extends PlanReport {
  readonly command: 'push' | 'rollback';
  /** Absent when there was nothing to do, or nothing was done. */
  readonly result?: PushResult;
  /** Of a rollback: what it is about. */
  readonly preview?: RollBackPreview;
}

/** One JSON document, ending with a line break. */
export function renderPushJson(report: PushReport, { version }: { readonly version: string }): string {
  const { command, plan, result, preview } = report;
  const json = {
    ...reportHead(command, report, version),
    ...(command === 'push' ? { plan: planJson(plan) } : {}),
    outcome: outcome(report),
    resources: result === undefined ? (preview?.resources ?? []).map(({ address, action }) => ({ address, action, state: 'not-written', error: null })) : result.resources.map(resourceJson),
    error: errorJson(result?.cause),
    journal: result?.journal ?? preview?.journal ?? null,
    notes: result?.notes ?? [],
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function outcome({ plan, result, preview }: PushReport): string {
  if (result !== undefined) return result.outcome;
  if (preview !== undefined) return 'not-done';
  return plan === undefined ? 'refused' : plan.changes.length === 0 ? 'nothing-to-do' : 'not-done';
}

function resourceJson({ address, action, state, error }: PushedResource): object {
  return { address, action, state, error: errorJson(error) };
}

function errorJson(error: Error | undefined): object | null {
  if (error === undefined) return null;
  if (!(error instanceof RemoteError)) return { message: error.message };
  const { message, kind, status, code, requestId, details } = error;
  return { message, kind, status: status ?? null, code: code ?? null, requestId: requestId ?? null, details: details.map((detail) => detail.message) };
}
