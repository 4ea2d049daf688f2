/** A plan, or the findings in its place, in each of the formats. */
import { toolLocation } from '../project/tool-location.js';
import { renderPlan } from '../report/render-plan.js';
import { type PlanReport, renderPlanJson } from '../report/render-plan-json.js';
import { renderPlanMarkdown } from '../report/render-plan-markdown.js';
import type { Terminal } from './terminal.js';

export const PLAN_FORMATS = ['pretty', 'json', 'github', 'markdown'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

export interface PlanReportOptions {
  readonly terminal: Pick<Terminal, 'hasColors' | 'width'>;
  /** What the service is to hold, when that is not what the project says. */
  readonly wanted?: string;
}

/** @param report for people it has a plan: findings are shown as lint shows them, by print-refusal.ts */
export function planReport(format: PlanFormat, report: PlanReport, { terminal, wanted }: PlanReportOptions): string {
  const { plan, target, diagnostics } = report;
  switch (format) {
    case 'pretty':
      return plan === undefined ? '' : renderPlan(plan, { colors: terminal.hasColors('stdout'), width: terminal.width, ...(wanted === undefined ? {} : { wanted }) });
    case 'json':
      return renderPlanJson(report, toolLocation());
    case 'github':
    case 'markdown':
      return renderPlanMarkdown({ environment: target.environment, diagnostics, ...(plan === undefined ? {} : { plan }) }, format);
  }
}
