/** Where a call goes whose priority is missing or no number. */
import type { Origin } from '../model/origin.js';
import type { AssumedValue, Assumption } from './assumed-value.js';
import type { Branch, ChooseRanges, SubjectRanges } from './choose-ranges.js';
import { readInteger } from './dotnet/convert.js';
import { isInteger } from './dotnet/value.js';
import { NO_NUMBER } from './subject-values.js';
import { type Step, stepsBefore, variableSet } from './steps-before.js';
import { takenBranch } from './taken-branch.js';
import { sourcesOfVariable } from './value-sources.js';
import { variablesAfter } from './variables-after.js';
import type { Reading, Subject } from './subject.js';

export interface PriorityDefault {
  /** The header or query parameter that carries the priority, else the variable that holds it, and what is wrong with it. */
  readonly assumption: Assumption;
  /** The number that the subject has then, when it is known. */
  readonly value: bigint | undefined;
  /** The branch that runs then; `none`: no branch does; `fails`: reading the number throws. */
  readonly outcome: Branch | 'none' | 'fails';
  /** Where the value comes from: the set-variable that made it; absent when conditions read the header themselves. */
  readonly source: Origin | undefined;
}

/**
 * What happens to calls without a readable priority, for each header and query parameter that the subject's number comes from: through
 * the set-variable policies that surely ran before the choose, by evaluating their C#; for a variable that nothing in the document sets,
 * when it is missing. What cannot be told is left out.
 */
export function priorityDefaults(choose: ChooseRanges, { subject, reading }: SubjectRanges): PriorityDefault[] {
  const before = stepsBefore(choose.place);
  if (before === undefined) return [];
  return sourcesOf(subject, before).flatMap((source) =>
    (source.kind === 'variable' ? (['missing'] as const) : NO_NUMBER).flatMap((state) => priorityDefault(choose, reading, before, { ...source, state }) ?? []),
  );
}

function priorityDefault(choose: ChooseRanges, reading: Reading, before: readonly Step[], assumption: Assumption): PriorityDefault | undefined {
  const { variables, holds } = variablesAfter(before, assumption);
  const assumed = holds ? assumption : undefined;
  const outcome = takenBranch(choose.branches, assumed, variables);
  if (outcome === undefined) return undefined;
  const { kind, name } = reading.subject;
  const setter = kind === 'variable' ? before.findLast(({ element }) => variableSet(element)?.name === name) : undefined;
  return { assumption, value: numberOf(reading, assumption, variables), outcome, source: setter?.element.origin };
}

function numberOf({ subject, ...outcomes }: Reading, { state }: Assumption, variables: ReadonlyMap<string, AssumedValue>): bigint | undefined {
  const { kind, name, type } = subject;
  const value = kind === 'variable' ? (variables.get(name) ?? outcomes[state]) : outcomes[state];
  if (typeof value === 'bigint') return value;
  return isInteger(value) ? value.value : typeof value === 'string' ? readInteger(value, type.name) : undefined;
}

/** A priority comes from one header, seldom from two; a variable made of more is none. */
const MOST_SOURCES = 8;

/** The headers and query parameters that the subject's number is read from, directly or through variables; else the variable itself. */
function sourcesOf(subject: Subject, steps: readonly Step[]): Pick<Assumption, 'kind' | 'name'>[] {
  if (subject.kind === 'expression') return [];
  if (subject.kind !== 'variable') return [{ kind: subject.kind, name: subject.name }];
  const sources = sourcesOfVariable(subject.name, steps);
  const isSet = steps.some(({ element }) => variableSet(element)?.name === subject.name);
  if (sources.length > MOST_SOURCES) return [];
  return sources.length > 0 || isSet ? sources : [{ kind: 'variable', name: subject.name }];
}
