/** The policies in front of another that have to do with variables, headers or query parameters. */
import type { PolicyDocument, PolicyElement } from '../model/document.js';
import { isSectionName } from '../model/scope.js';
import type { PolicyValue } from '../model/value.js';
import { type Place, walkElements } from '../model/walk.js';

export interface Step {
  readonly element: PolicyElement;
  /** Whether it surely ran; else only perhaps. */
  readonly runs: boolean;
}

/** In front of a policy that somebody wrote there are fewer; following more would take time without bound. */
const MOST_STEPS = 200;

interface StepPlaces {
  readonly steps: readonly Place[];
  /** How many steps stand in front of an element. */
  readonly before: ReadonlyMap<PolicyElement, number>;
}

const known = new WeakMap<PolicyDocument, StepPlaces>();

/** All of a document, in document order; found once. */
function stepPlacesOf(document: PolicyDocument): StepPlaces {
  const earlier = known.get(document);
  if (earlier !== undefined) return earlier;
  const steps: Place[] = [];
  const before = new Map<PolicyElement, number>();
  for (const place of walkElements(document)) {
    before.set(place.element, steps.length);
    if (place.element.name !== 'choose' && isStep(place.element)) steps.push(place);
  }
  known.set(document, { steps, before });
  return { steps, before };
}

function isStep(element: PolicyElement): boolean {
  return STEPS.has(element.name) || variableSet(element) !== undefined;
}

/** Besides those that set a variable. */
const STEPS: ReadonlySet<string> = new Set(['base', 'include-fragment', 'set-header', 'set-query-parameter', 'rewrite-uri']);

/** Those of the sections before and those in front of the policy, through all elements that enclose it; undefined when there are too many. */
export function stepsBefore(policy: Place): Step[] | undefined {
  const { steps, before } = stepPlacesOf(policy.document);
  const count = before.get(policy.element) ?? 0;
  if (count > MOST_STEPS) return undefined;
  const enclosing = new Set<PolicyElement>();
  for (let place = policy.parent; place !== undefined; place = place.parent) enclosing.add(place.element);
  return steps.slice(0, count).map((place) => ({ element: place.element, runs: surelyRan(place, enclosing) }));
}

/** Elements whose children may run again, or at the same time. */
const REPEATS: ReadonlySet<string> = new Set(['retry', 'wait']);

/** Steps behind the choose that may have run before it all the same, because something around both repeats; undefined when there are too many. */
export function repeatedStepsBehind(choose: Place): PolicyElement[] | undefined {
  const { steps, before } = stepPlacesOf(choose.document);
  let outermost: PolicyElement | undefined;
  for (let place = choose.parent; place !== undefined; place = place.parent) if (REPEATS.has(place.element.name)) outermost = place.element;
  if (outermost === undefined) return [];
  const repeated: PolicyElement[] = [];
  const first = before.get(choose.element) ?? 0;
  for (const place of steps.slice(first, first + MOST_STEPS + 1)) {
    if (!isInside(place, outermost)) break;
    repeated.push(place.element);
  }
  return repeated.length > MOST_STEPS ? undefined : repeated;
}

function isInside(step: Place, element: PolicyElement): boolean {
  for (let place = step.parent; place !== undefined; place = place.parent) if (place.element === element) return true;
  return false;
}

/** Whether nothing but sections, and elements that enclose the policy, too, stands around the step. */
function surelyRan(step: Place, enclosing: ReadonlySet<PolicyElement>): boolean {
  for (let place = step.parent; place !== undefined; place = place.parent) {
    if (!enclosing.has(place.element) && place.parent !== undefined && !isSectionName(place.element.name)) return false;
  }
  return true;
}

export interface VariableSet {
  readonly name: string;
  /** Absent when the policy gives the variable a value of its own: a response, a count. */
  readonly value?: PolicyValue;
}

/** The variable that a policy sets, if any. */
export function variableSet({ name, attributes }: PolicyElement): VariableSet | undefined {
  const target = attributes.find((attribute) => (name === 'set-variable' ? attribute.name === 'name' : attribute.name.endsWith('variable-name')))?.value.text;
  const value = name === 'set-variable' ? attributes.find((attribute) => attribute.name === 'value')?.value : undefined;
  return target === undefined ? undefined : { name: target, ...(value === undefined ? {} : { value }) };
}
