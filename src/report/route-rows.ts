/** A priority map as rows of text, for the terminal and for pictures. */
import type { Branch } from '../analysis/choose-ranges.js';
import type { Interval } from '../analysis/interval-set.js';
import type { PriorityDefault } from '../analysis/priority-default.js';
import type { PriorityMap } from '../analysis/priority-map.js';
import { uncovered } from '../analysis/routing.js';
import { subjectText } from '../analysis/subject.js';
import { intervalText, valuesText } from '../analysis/values-text.js';
import { placeText } from './place-text.js';
import { visibleText } from './visible-text.js';

export interface RouteRow {
  /** `rest`: all that no range takes; `default`: calls without a priority. */
  readonly kind: 'route' | 'conditional' | 'gap' | 'overlap' | 'rest' | 'default';
  /** What is marked in the bar; empty for rows without numbers. */
  readonly values: readonly Interval[];
  /** Which calls. */
  readonly label: string;
  /** Where they go. */
  readonly target: string;
}

/** `policy.xml:12:9 variable priority, from header Priority`. */
export function mapTitle({ routing, subject, defaults }: PriorityMap): string {
  const sources = [...new Set(defaults.map(({ assumption }) => subjectText(assumption)))].filter((source) => source !== subjectText(subject));
  const from = sources.length === 0 ? '' : `, from ${sources.join(' and ')}`;
  return `${placeText(routing.choose.place.element.origin)} ${visibleText(`${subjectText(subject)}${from}`)}`;
}

/** Ranges first, then what is wrong with them, then all other calls. */
export function routeRows(map: PriorityMap): RouteRow[] {
  const { range } = map.subject.type;
  const rest = restTarget(map);
  return [
    ...map.routes.map(({ values, branch, isConditional }): RouteRow => ({
      kind: isConditional ? 'conditional' : 'route',
      values: values.intervals,
      label: `${valuesText(values, range)}${isConditional ? ', if more holds' : ''}`,
      target: branchTarget(branch),
    })),
    ...map.overlaps.map(({ values, winner, loser }): RouteRow => ({
      kind: 'overlap',
      values: values.intervals,
      label: `overlap: ${valuesText(values, range)}`,
      target: `${branchTarget(winner)}, never ${branchTarget(loser)}`,
    })),
    ...map.gaps.map((gap): RouteRow => ({ kind: 'gap', values: [gap], label: `gap: ${intervalText(gap, range)}`, target: rest })),
    ...(uncovered(map.routing.ranges).isEmpty ? [] : [{ kind: 'rest', values: [], label: 'every other value', target: rest } as const]),
    ...defaultRows(map),
  ];
}

const LONGEST_TARGET = 60;

/** The backend, or where in the file the branch is. */
export function branchTarget({ backend, place }: Branch): string {
  if (backend === undefined) return `${place.element.name} in line ${place.element.origin.range.start.line}`;
  const text = visibleText(backend.text.replace(/\s+/g, ' '));
  return text.length <= LONGEST_TARGET ? text : `${text.slice(0, LONGEST_TARGET - 1)}…`;
}

function restTarget({ otherwise }: PriorityMap): string {
  return otherwise === undefined ? 'no branch, backend unchanged' : branchTarget(otherwise);
}

/** A missing header and an unreadable one share a row when the same comes of them. */
function defaultRows(map: PriorityMap): RouteRow[] {
  const rows = new Map<string, { readonly source: string; readonly states: string[]; readonly counts: string; readonly target: string }>();
  for (const { assumption, value, outcome } of map.defaults) {
    const source = subjectText(assumption);
    const target = defaultTarget(map, outcome);
    const counts = value === undefined ? '' : `, counts as ${value}`;
    const key = `${source}\n${counts}\n${target}`;
    const state = assumption.state === 'missing' ? 'missing' : 'no number';
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { source, states: [state], counts, target });
    else row.states.push(state);
  }
  return [...rows.values()].map(({ source, states, counts, target }): RouteRow => ({ kind: 'default', values: [], label: visibleText(`${source} ${states.join(' or ')}${counts}`), target }));
}

function defaultTarget(map: PriorityMap, outcome: PriorityDefault['outcome']): string {
  if (outcome === 'fails') return 'an error, on-error runs';
  return outcome === 'none' ? restTarget({ ...map, otherwise: undefined }) : branchTarget(outcome);
}
