/** A plan for programs. Its schema is schemas/publish-report.schema.json. */
import type { Diagnostic } from '../model/diagnostic.js';
import type { Origin, SourceText } from '../model/origin.js';
import type { ContentChange } from '../publish/canonical/content-change.js';
import type { Plan, PlannedChange } from '../publish/plan/plan.js';
import type { Target } from '../publish/target.js';
import { diagnosticJson } from './diagnostic-json.js';
import { planCounts } from './plan-counts.js';
import { FORMAT_VERSION } from './render-json.js';

export interface PlanReport {
  readonly target: Target;
  /** Absent when findings kept it from being made. */
  readonly plan?: Plan;
  readonly diagnostics: readonly Diagnostic[];
  readonly sourceOf: (file: string) => SourceText | undefined;
}

/** One JSON document, ending with a line break. */
export function renderPlanJson(report: PlanReport, { version }: { readonly version: string }): string {
  return `${JSON.stringify({ ...reportHead('plan', report, version), plan: planJson(report.plan) }, undefined, 2)}\n`;
}

/** What all reports about a service have in common. */
export function reportHead(command: 'plan' | 'push' | 'rollback' | 'pull', { target, diagnostics, sourceOf }: Omit<PlanReport, 'plan'>, version: string): object {
  return {
    formatVersion: FORMAT_VERSION,
    tool: { name: 'aoai-policy', version },
    command,
    target: targetJson(target),
    diagnostics: diagnostics.map((found) => diagnosticJson(found, sourceOf)),
  };
}

/** Listed one by one: what is to be written is in the plan too, and stays out of reports. */
export function planJson(plan: Plan | undefined): object | null {
  if (plan === undefined) return null;
  return {
    summary: planCounts(plan),
    changes: plan.changes.map(changeJson),
    unchanged: plan.unchanged,
    drift: plan.drift.map(({ address, kind, overwritten }) => ({ address, kind, overwritten })),
    skipped: plan.skipped.map(({ source, reason }) => ({ source, reason })),
    notes: plan.notes,
  };
}

function targetJson({ environment, cloud, tenant, subscription, resourceGroup, service, endpoint }: Target): object {
  return { environment, cloud, tenant: tenant ?? null, subscription, resourceGroup, service, endpoint: endpoint ?? null };
}

function changeJson({ address, action, etag, drifted, origin, changes, needs }: PlannedChange): object {
  return {
    address,
    action,
    etag: etag ?? null,
    drifted,
    declared: origin === undefined ? null : placeJson(origin),
    differences: changes.map(differenceJson),
    needs,
  };
}

function placeJson({ file, range }: Origin): object {
  return { file, range };
}

function differenceJson({ kind, path, before, after }: ContentChange): object {
  return { kind, path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
