/** Where in a document a subject may get another value. */
import { namedValueReferences } from '../model/named-value-reference.js';
import type { PolicyAttribute, PolicyElement } from '../model/document.js';
import type { PolicyOrder } from './policy-order.js';
import type { Subject } from './subject.js';

/** Policies whose parts, seen from the outside, may set any variable and anything of the request. */
const RUNS_OTHER_POLICIES: ReadonlySet<string> = new Set(['include-fragment', 'base']);

/** Elements that leave request and response as they are; all others count as changing both. */
const INERT: ReadonlySet<string> = new Set(
  'choose when otherwise retry limit-concurrency wait set-variable trace message metadata emit-metric llm-emit-token-metric azure-openai-emit-token-metric dimension log-to-eventhub'.split(' '),
);

/** Elements whose children may run again, or at the same time. */
const REPEATS: ReadonlySet<string> = new Set(['retry', 'wait']);

export class SubjectChanges {
  readonly #order: PolicyOrder;
  /** Numbers of the elements that set a variable, by its name. */
  readonly #variables = new Map<string, number[]>();
  /** Of those that may set any variable. */
  readonly #anyVariable: number[] = [];
  /** Of all that set variables. */
  readonly #allVariables: number[] = [];
  /** Of those that may change what is not a variable. */
  readonly #request: number[] = [];

  constructor(order: PolicyOrder) {
    this.#order = order;
    for (const [number, { element }] of order.places.entries()) {
      const runsOthers = RUNS_OTHER_POLICIES.has(element.name);
      if (runsOthers) this.#anyVariable.push(number);
      if (runsOthers || !INERT.has(element.name)) this.#request.push(number);
      const names = variableNames(element);
      if (names.length > 0) this.#allVariables.push(number);
      for (const attribute of names) this.#addVariable(attribute, number);
    }
  }

  /** Whether the subject may change after `outer` was entered and before `inner`, which stands in it, runs. */
  between(subject: Subject, outer: PolicyElement, inner: PolicyElement): boolean {
    const from = this.#order.numberOf(outer);
    const number = this.#order.numberOf(inner);
    let to = number;
    for (let place = this.#order.places[number]?.parent; place !== undefined && place.element !== outer; place = place.parent) {
      if (REPEATS.has(place.element.name)) to = this.#order.lastInside(place.element) + 1;
    }
    return this.#placesOf(subject).some((places) => hasBetween(places, from, to));
  }

  #placesOf({ kind, name }: Subject): (readonly number[])[] {
    if (kind === 'variable') return [this.#variables.get(name) ?? [], this.#anyVariable];
    // The code of other expressions may ask for anything, variables too.
    return kind === 'expression' ? [this.#request, this.#allVariables] : [this.#request];
  }

  #addVariable({ value }: PolicyAttribute, number: number): void {
    if (value.kind !== 'literal' || namedValueReferences(value.text).length > 0) {
      this.#anyVariable.push(number);
      return;
    }
    const known = this.#variables.get(value.text);
    if (known === undefined) this.#variables.set(value.text, [number]);
    else known.push(number);
  }
}

/** The attributes that name a variable which the policy sets: `name` of set-variable, `response-variable-name` and their like. */
function variableNames({ name, attributes }: PolicyElement): PolicyAttribute[] {
  return attributes.filter((attribute) => attribute.name.endsWith('variable-name') || (name === 'set-variable' && attribute.name === 'name'));
}

/** @param sorted numbers in ascending order */
function hasBetween(sorted: readonly number[], from: number, to: number): boolean {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  return (sorted[low] ?? to) < to;
}
