/** What expressions do, for rules: each access once, with all the ways there. */
import type { Access } from '../analysis/flow/access.js';
import type { DocumentFlow, PlacedAccess } from '../analysis/flow/document-flow.js';
import type { VariableState } from '../analysis/flow/flow-state.js';
import type { Origin } from '../model/origin.js';
import type { Place } from '../model/walk.js';

export type AccessOf<K extends Access['kind']> = PlacedAccess & { readonly access: Extract<Access, { readonly kind: K }> };

/** An access and how it was got to: on the first pass of a retry, and on the later ones. At least one. */
export interface Visited<K extends Access['kind']> {
  readonly visits: readonly AccessOf<K>[];
  readonly place: Place;
  readonly at: Origin;
  readonly step: string;
}

/** The accesses of one kind that nothing catches, in the order they are first got to. */
export function visitedAccesses<K extends Access['kind']>({ accesses }: DocumentFlow, kind: K): Visited<K>[] {
  const groups = new Map<object, Map<string, AccessOf<K>[]>>();
  for (const placed of accesses) {
    if (!isOf(placed, kind) || placed.access.caught) continue;
    const { access: { span: { start, end } }, written: { value } } = placed;
    let ofValue = groups.get(value);
    if (ofValue === undefined) groups.set(value, (ofValue = new Map<string, AccessOf<K>[]>()));
    const visits = ofValue.get(`${start} ${end}`);
    if (visits === undefined) ofValue.set(`${start} ${end}`, [placed]);
    else visits.push(placed);
  }
  return [...groups.values()].flatMap((ofValue) => [...ofValue.values()].flatMap((visits) => {
    const [first] = visits;
    return first === undefined ? [] : [{ visits, place: first.place, at: accessOrigin(first), step: first.written.step }];
  }));
}

function isOf<K extends Access['kind']>(placed: PlacedAccess, kind: K): placed is AccessOf<K> {
  return placed.access.kind === kind;
}

export function accessOrigin({ access: { span }, written: { value } }: PlacedAccess): Origin {
  const shift = value.kind === 'expression' ? value.codeStart : 0;
  return value.originOf({ start: shift + span.start, end: shift + span.end });
}

/** What is known of a variable where it is accessed. */
export function variableAt({ state }: PlacedAccess, name: string): VariableState | undefined {
  return state.variables.get(name);
}
