/** Priority maps for programs. */
import type { Interval, IntervalSet } from '../analysis/interval-set.js';
import type { Branch } from '../analysis/choose-ranges.js';
import type { PriorityMap } from '../analysis/priority-map.js';
import { uncovered } from '../analysis/routing.js';
import { FORMAT_VERSION } from './render-json.js';

/** One JSON document, ending with a line break. A number that JSON readers would round is a string. */
export function renderRoutesJson(maps: readonly PriorityMap[], { version }: { readonly version: string }): string {
  return `${JSON.stringify({ formatVersion: FORMAT_VERSION, tool: { name: 'aoai-policy', version }, maps: maps.map(mapJson) }, undefined, 2)}\n`;
}

function mapJson(map: PriorityMap): object {
  const { place } = map.routing.choose;
  const { kind, name, type } = map.subject;
  return {
    file: place.element.origin.file,
    range: place.element.origin.range,
    path: place.path,
    subject: { kind, name, type: type.name },
    domain: rangeJson(map.domain),
    routes: map.routes.map(({ branch, values, isConditional }) => ({ ...branchJson(branch), values: rangesJson(values), conditional: isConditional })),
    overlaps: map.overlaps.map(({ values, winner, loser }) => ({ values: rangesJson(values), winner: branchJson(winner), loser: branchJson(loser) })),
    gaps: map.gaps.map(rangeJson),
    rest: uncovered(map.routing.ranges).isEmpty || map.otherwise === undefined ? null : branchJson(map.otherwise),
    defaults: map.defaults.map(({ assumption, value, outcome }) => ({
      source: { kind: assumption.kind, name: assumption.name },
      state: assumption.state,
      value: value === undefined ? null : numberJson(value),
      outcome: outcome === 'none' || outcome === 'fails' ? outcome : branchJson(outcome),
    })),
  };
}

function branchJson({ place, backend }: Branch): object {
  return { backend: backend?.text ?? null, path: place.path, range: place.element.origin.range };
}

function rangesJson({ intervals }: IntervalSet): object[] {
  return intervals.map(rangeJson);
}

function rangeJson({ from, to }: Interval): object {
  return { from: numberJson(from), to: numberJson(to) };
}

function numberJson(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
