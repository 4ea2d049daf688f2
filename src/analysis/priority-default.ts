/** Where a call goes whose priority is missing or no number. */
import { parsedExpression } from '../model/parsed-expression.js';
import type { PolicyDocument, PolicyElement } from '../model/document.js';
import type { Origin } from '../model/origin.js';
import { isSectionName } from '../model/scope.js';
import { type Place, walkElements } from '../model/walk.js';
import type { PolicyValue } from '../model/value.js';
import { type AssumedValue, type Assumption, THROWS, UNKNOWN } from './assumed-value.js';
import type { Branch, ChooseRanges, SubjectRanges } from './choose-ranges.js';
import { parseInteger } from './integer-type.js';
import { NO_LOCALS } from './locals.js';
import { NO_NUMBER } from './subject-values.js';
import { requestText } from './request-text.js';
import { runAssumed } from './run-assumed.js';
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

function assumedValue(value: PolicyValue, assumption: Assumption | undefined, variables: ReadonlyMap<string, AssumedValue>): AssumedValue {
  if (value.kind === 'literal') return value.text.includes('{{') ? UNKNOWN : value.text;
  if (value.kind === 'mixed') return UNKNOWN;
  const { code, problems } = parsedExpression(value);
  return problems.some(({ severity }) => severity === 'error') ? UNKNOWN : runAssumed(code, assumption, variables);
}

function numberOf({ subject, ...outcomes }: Reading, { state }: Assumption, variables: ReadonlyMap<string, AssumedValue>): bigint | undefined {
  const { kind, name, type } = subject;
  const value = kind === 'variable' ? (variables.get(name) ?? outcomes[state]) : outcomes[state];
  return typeof value === 'bigint' ? value : typeof value === 'string' ? parseInteger(value, type) : undefined;
}

/** A policy in front of the choose that has to do with variables, headers or query parameters. */
interface Step {
  readonly element: PolicyElement;
  /** Whether it surely ran; else only perhaps. */
  readonly runs: boolean;
}

/** In front of a choose that somebody wrote there are fewer; following more would take time without bound. */
const MOST_STEPS = 200;

const stepPlaces = new WeakMap<PolicyDocument, readonly Place[]>();

/** All of a document, in document order; found once. */
function stepPlacesOf(document: PolicyDocument): readonly Place[] {
  const known = stepPlaces.get(document);
  if (known !== undefined) return known;
  const places = [...walkElements(document)].filter(({ element }) => element.name === 'choose' || isStep(element));
  stepPlaces.set(document, places);
  return places;
}

function isStep(element: PolicyElement): boolean {
  return ['include-fragment', 'set-header', 'set-query-parameter', 'rewrite-uri'].includes(element.name) || variableSet(element) !== undefined;
}

/** Those of the sections before and those in front of the choose, through all elements that enclose it; undefined when there are too many. */
function stepsBefore(choose: Place): Step[] | undefined {
  const places = stepPlacesOf(choose.document);
  const before = places.slice(0, places.findIndex(({ element }) => element === choose.element)).filter(({ element }) => element.name !== 'choose');
  if (before.length > MOST_STEPS) return undefined;
  const enclosing = new Set<PolicyElement>();
  for (let place = choose.parent; place !== undefined; place = place.parent) enclosing.add(place.element);
  return before.map((place) => ({ element: place.element, runs: surelyRan(place, enclosing) }));
}

/** Whether nothing but sections, and elements that enclose the choose, too, stands around the step. */
function surelyRan(step: Place, enclosing: ReadonlySet<PolicyElement>): boolean {
  for (let place = step.parent; place !== undefined; place = place.parent) {
    if (!enclosing.has(place.element) && place.parent !== undefined && !isSectionName(place.element.name)) return false;
  }
  return true;
}

interface VariableSet {
  readonly name: string;
  /** Absent when the policy gives the variable a value of its own: a response, a count. */
  readonly value?: PolicyValue;
}

function variableSet({ name, attributes }: PolicyElement): VariableSet | undefined {
  const target = attributes.find((attribute) => (name === 'set-variable' ? attribute.name === 'name' : attribute.name.endsWith('variable-name')))?.value.text;
  const value = name === 'set-variable' ? attributes.find((attribute) => attribute.name === 'value')?.value : undefined;
  return target === undefined ? undefined : { name: target, ...(value === undefined ? {} : { value }) };
}

/** @returns the variables, and whether the assumption still holds then: no policy has set the header */
function variablesAfter(steps: readonly Step[], assumption: Assumption): { readonly variables: Map<string, AssumedValue>; readonly holds: boolean } {
  const variables = new Map<string, AssumedValue>();
  let holds = true;
  for (const { element, runs } of steps) {
    if (element.name === 'include-fragment') {
      variables.clear();
      holds = false;
    }
    if (assumption.kind !== 'variable' && changesSource(element, assumption)) holds = false;
    const set = variableSet(element);
    if (set !== undefined) variables.set(set.name, runs && set.value !== undefined ? assumedValue(set.value, holds ? assumption : undefined, variables) : UNKNOWN);
  }
  return { variables, holds };
}

function changesSource({ name, attributes }: PolicyElement, assumption: Assumption): boolean {
  if (name !== (assumption.kind === 'header' ? 'set-header' : 'set-query-parameter')) return assumption.kind === 'query' && name === 'rewrite-uri';
  const target = attributes.find((attribute) => attribute.name === 'name')?.value;
  return target?.kind !== 'literal' || target.text.toLowerCase() === assumption.name.toLowerCase();
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
