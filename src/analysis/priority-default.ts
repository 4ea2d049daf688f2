/** Where a call goes whose priority is missing or no number. */
import { parsedExpression } from '../model/parsed-expression.js';
import type { Origin } from '../model/origin.js';
import type { PolicyValue } from '../model/value.js';
import { type AssumedValue, type Assumption, THROWS } from './assumed-value.js';
import type { Branch, ChooseRanges, SubjectRanges } from './choose-ranges.js';
import { readInteger } from './dotnet/convert.js';
import { isInteger } from './dotnet/value.js';
import { NO_LOCALS } from './locals.js';
import { NO_NUMBER } from './subject-values.js';
import { requestText } from './request-text.js';
import { type Step, stepsBefore, variableSet } from './steps-before.js';
import { assumedValue, variablesAfter } from './variables-after.js';
import { descendants } from './syntax-search.js';
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
  const outcome = branchTaken(choose, assumed, variables);
  if (outcome === undefined) return undefined;
  const { kind, name } = reading.subject;
  const setter = kind === 'variable' ? before.findLast(({ element }) => variableSet(element)?.name === name) : undefined;
  return { assumption, value: numberOf(reading, assumption, variables), outcome, source: setter?.element.origin };
}

function branchTaken({ branches }: ChooseRanges, assumption: Assumption | undefined, variables: ReadonlyMap<string, AssumedValue>): PriorityDefault['outcome'] | undefined {
  for (const branch of branches) {
    const condition = branch.place.element.attributes.find(({ name }) => name === 'condition');
    if (condition === undefined) return branch.place.element.name === 'otherwise' ? branch : undefined;
    const holds = assumedValue(condition.value, assumption, variables);
    if (holds === true || holds === 'true') return branch;
    if (holds === THROWS) return 'fails';
    if (holds !== false && holds !== 'false') return undefined;
  }
  return 'none';
}

function numberOf({ subject, ...outcomes }: Reading, { state }: Assumption, variables: ReadonlyMap<string, AssumedValue>): bigint | undefined {
  const { kind, name, type } = subject;
  const value = kind === 'variable' ? (variables.get(name) ?? outcomes[state]) : outcomes[state];
  if (typeof value === 'bigint') return value;
  return isInteger(value) ? value.value : typeof value === 'string' ? readInteger(value, type.name) : undefined;
}

type Source = Pick<Assumption, 'kind' | 'name'>;

/** A priority comes from one header, seldom from two; a variable made of more is none. */
const MOST_SOURCES = 8;

/** The headers and query parameters that the subject's number is read from, directly or through variables; else the variable itself. */
function sourcesOf(subject: Subject, steps: readonly Step[]): Source[] {
  if (subject.kind === 'expression') return [];
  if (subject.kind !== 'variable') return [{ kind: subject.kind, name: subject.name }];
  const sources = new Map<string, Source>();
  const seen = new Set<string>();
  const pending = [subject.name];
  for (let variable = pending.pop(); variable !== undefined; variable = pending.pop()) {
    if (seen.has(variable)) continue;
    seen.add(variable);
    for (const { element } of steps) {
      const set = variableSet(element);
      if (set?.name !== variable || set.value?.kind !== 'expression') continue;
      for (const { kind, name } of readsIn(set.value)) {
        if (kind === 'variable') pending.push(name);
        else sources.set(`${kind} ${name.toLowerCase()}`, { kind, name });
      }
    }
  }
  const isSet = steps.some(({ element }) => variableSet(element)?.name === subject.name);
  if (sources.size > MOST_SOURCES) return [];
  return sources.size > 0 || isSet ? [...sources.values()] : [{ kind: 'variable', name: subject.name }];
}

function readsIn(value: Extract<PolicyValue, { kind: 'expression' }>): { readonly kind: 'variable' | 'header' | 'query'; readonly name: string }[] {
  const { code } = parsedExpression(value);
  const reads = [];
  for (const node of descendants(code)) {
    if (node.kind !== 'InvocationExpression' && node.kind !== 'ElementAccessExpression') continue;
    const read = requestText(node, NO_LOCALS);
    if (read !== undefined) reads.push(read);
  }
  return reads;
}
