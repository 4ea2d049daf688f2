/** What became of a push, for programs. Its schema is schemas/publish-report.schema.json. */
import { RemoteError } from '../model/remote-error.js';
import type { PushedResource, PushResult } from '../publish/push/push-result.js';
import { planJson, type PlanReport, reportHead } from './render-plan-json.js';

export interface PushReport extends PlanReport {
  readonly command: 'push' | 'rollback';
  /** Absent when there was nothing to do, or nothing was done. */
  readonly result?: PushResult;
}

/** One JSON document, ending with a line break. */
export function renderPushJson(report: PushReport, { version }: { readonly version: string }): string {
  const { command, plan, result } = report;
  const json = {
    ...reportHead(command, report, version),
    plan: planJson(plan),
    outcome: result?.outcome ?? (plan === undefined ? 'refused' : 'nothing-to-do'),
    resources: (result?.resources ?? []).map(resourceJson),
    error: errorJson(result?.cause),
    journal: result?.journal ?? null,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
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
