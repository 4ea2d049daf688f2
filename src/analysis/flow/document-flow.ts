/**
 * The data flow of a document: what is known where each of its policies runs, and what its expressions do there.
 *
 * Sections run as the gateway runs them (reference/runtime.md §1 to §3): inbound, backend, outbound; on-error from anywhere. What is not seen,
 * other scopes behind `base` and fragments that the project does not have, may set any variable and send the request.
 */
import type { PolicyDocument } from '../../model/document.js';
import { isSectionName, type SectionName } from '../../model/scope.js';
import { type Place, rootPlaces } from '../../model/walk.js';
import { isSection } from '../sections.js';
import { needCredentials } from './credential-effects.js';
import { NO_FACTS } from './facts.js';
import { type FlowState, mostUnseen, type ReachedState, type VariableState } from './flow-state.js';
import type { FlowWorld } from './flow-world.js';
import { LAST_ERROR, REQUEST_BODY, RESPONSE, RESPONSE_BODY } from './nullable-path.js';
import { bodySubject, type EffectLedger } from './pending-effects.js';
import { type PlacedAccess, PolicyRun } from './policy-run.js';
import type { VariableWrite } from './variable-writes.js';

export type { PlacedAccess } from './policy-run.js';

export interface DocumentFlow {
  /** In the order they run; once for each way there that is told apart. */
  readonly accesses: readonly PlacedAccess[];
  readonly writes: readonly VariableWrite[];
  readonly effects: EffectLedger;
}

export function documentFlow(document: PolicyDocument, world: FlowWorld): DocumentFlow {
  const run = new PolicyRun(document, world);
  const roots = rootPlaces(document);
  const tops = document.kind === 'policies' ? roots.filter(({ element }) => element.name === 'policies').flatMap((root) => root.children()) : roots;
  const sections = tops.filter(isSection);
  if (sections.length > 0) runSections(run, document, sections, world);
  else for (const root of roots) run.policies(root.element.name === 'fragment' ? root.children() : [root], unseenBefore(run.writes));
  return run;
}

/** Bare policies may stand anywhere, behind anything. */
function unseenBefore(writes: readonly VariableWrite[]): FlowState {
  return { facts: NO_FACTS, variables: sometimes(writes), unseen: 'any', pending: new Map() };
}

function runSections(run: PolicyRun, document: PolicyDocument, sections: readonly Place[], world: FlowWorld): void {
  const section = (name: SectionName): Place | undefined => sections.find(({ element }) => element.name === name && isSectionName(name));
  const isWhole = document.kind === 'policies';
  // Narrower scopes run their inbound before this document's backend.
  const opens = !isWhole || (document.scope?.kind !== 'operation' && !world.isComplete);

  const start: FlowState = {
    facts: new Map([[RESPONSE, 'null'], [LAST_ERROR, 'null']]),
    variables: new Map([...world.setElsewhere].map((name) => [name, { always: false, writes: new Set(), setWhen: new Set() }])),
    unseen: isWhole ? 'none' : 'any',
    pending: new Map(),
  };
  const inbound = section('inbound');
  const received = run.section(inbound, start);
  const backend = section('backend');
  // A broader scope sends the request when there is no backend section.
  if (backend === undefined && inbound !== undefined && received !== undefined) {
    needCredentials(received, inbound, run.effects);
    if (isWhole) run.effects.need(received, bodySubject(REQUEST_BODY), inbound);
  }
  const answered = run.section(backend, opened(received, opens));
  const outbound = section('outbound');
  const ended = run.section(outbound, opened(withResponse(answered), opens));
  const last = outbound ?? backend;
  if (ended !== undefined && last !== undefined && isWhole) run.effects.need(ended, bodySubject(RESPONSE_BODY), last);
  run.section(section('on-error'), { facts: new Map([[LAST_ERROR, 'present']]), variables: sometimes(run.writes), unseen: mostUnseen(ended?.unseen ?? 'none', 'other-scopes'), pending: new Map() });
}

function opened(state: ReachedState, opens: boolean): ReachedState {
  return state === undefined || !opens ? state : { ...state, unseen: mostUnseen(state.unseen, 'other-scopes') };
}

/** Outbound begins with a response, be it one of a policy that is not seen. */
function withResponse(state: ReachedState): ReachedState {
  return state === undefined ? undefined : { ...state, facts: new Map([...state.facts, [RESPONSE, 'present']]) };
}

/** An error may come before any of them. */
function sometimes(writes: readonly VariableWrite[]): ReadonlyMap<string, VariableState> {
  const variables = new Map<string, VariableState>();
  for (const write of writes) variables.set(write.name, { always: false, writes: new Set([...(variables.get(write.name)?.writes ?? []), write]), setWhen: new Set() });
  return variables;
}
