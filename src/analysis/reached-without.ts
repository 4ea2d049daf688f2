/** Whether a policy is reached by calls that leave out a header or query parameter. */
import { parsedExpression } from '../model/parsed-expression.js';
import type { PolicyElement } from '../model/document.js';
import type { ExpressionValue, PolicyValue } from '../model/value.js';
import type { Place } from '../model/walk.js';
import type { Assumption } from './assumed-value.js';
import { demandedSources } from './demanded-sources.js';
import { isSection } from './sections.js';
import { stepsBefore } from './steps-before.js';
import { descendants } from './syntax-search.js';
import { takenBranch } from './taken-branch.js';
import { readsIn, type Source, sourceKey, sourcesOfVariable } from './value-sources.js';
import { variablesAfter } from './variables-after.js';

/** Says no in case of doubt: where a condition asks about the source, or about a variable made of it, and what it then gives is not known. */
export function isReachedWithout(policy: Place, source: Source): boolean {
  for (let inner = policy; inner.parent !== undefined; inner = inner.parent) {
    if (inner.parent.element.name === 'choose') {
      if (inner.parent.element.children.length > MOST_BRANCHES || !(inner === policy ? isAskedWithout : entersWithout)(inner.parent, inner.element, source)) return false;
      continue;
    }
    const before = siblingsBefore(inner.parent, inner);
    if (before.length > MOST_SIBLINGS || before.some((earlier) => refusesWithout(earlier, source))) return false;
  }
  return true;
}

/** In front of a policy that somebody wrote there are fewer; asking more would take time without bound. */
const MOST_SIBLINGS = 200;
/** And so many branches of a choose, with the texts between them. */
const MOST_BRANCHES = 200;

/** An error may come before any of the policies in the other sections. */
function siblingsBefore(parent: Place, { element, section }: Place): Place[] {
  const siblings = parent.children();
  return section === element.name && section === 'on-error' ? [] : siblings.slice(0, siblings.findIndex((sibling) => sibling.element === element));
}

/** Whether the branch's own condition is evaluated. */
function isAskedWithout(choose: Place, branch: PolicyElement, source: Source): boolean {
  const branches = choose.children();
  const before = branches.slice(0, branches.findIndex(({ element }) => element === branch));
  const taken = takenWithout(choose, before, source);
  return taken === 'none' || (taken === undefined && !before.some((one) => asksAbout(one, source)));
}

function entersWithout(choose: Place, branch: PolicyElement, source: Source): boolean {
  const branches = choose.children();
  const taken = takenWithout(choose, branches, source);
  if (taken !== undefined) return typeof taken !== 'string' && taken.place.element === branch;
  const asked = branches.slice(0, branches.findIndex(({ element }) => element === branch) + 1);
  return !asked.some((one) => asksAbout(one, source));
}

/** Whether calls without the source come to an end here. */
function refusesWithout(policy: Place, source: Source): boolean {
  const { element } = policy;
  if (isSection(policy)) return policy.children().some((child) => refusesWithout(child, source));
  if (ANSWERS.has(element.name)) return true;
  if (element.name !== 'choose') return demandedSources(element).some((demanded) => sourceKey(demanded) === sourceKey(source));
  const bySource = refusals.get(element) ?? new Map<string, boolean>();
  refusals.set(element, bySource);
  const refused = bySource.get(sourceKey(source)) ?? chooseRefusesWithout(policy, source);
  bySource.set(sourceKey(source), refused);
  return refused;
}

/** Of each choose, by source: it stands in front of many policies. */
const refusals = new WeakMap<PolicyElement, Map<string, boolean>>();

function chooseRefusesWithout(policy: Place, source: Source): boolean {
  const branches = policy.children();
  if (!branches.some((branch) => asksAbout(branch, source))) return false;
  const taken = takenWithout(policy, branches, source);
  if (taken === 'none') return false;
  if (taken === 'fails') return true;
  const refuses = (branch: Place): boolean => branch.children().some((child) => refusesWithout(child, source));
  return taken === undefined ? branches.some(refuses) : refuses(taken.place);
}

const ANSWERS: ReadonlySet<string> = new Set(['return-response', 'mock-response']);

function takenWithout(choose: Place, branches: readonly Place[], source: Source): ReturnType<typeof takenBranch<{ readonly place: Place }>> {
  const steps = stepsBefore(choose);
  if (steps === undefined) return undefined;
  const assumption: Assumption = { ...source, state: 'missing' };
  const { variables, holds } = variablesAfter(steps, assumption);
  return takenBranch(branches.map((place) => ({ place })), holds ? assumption : undefined, variables);
}

/** Whether the branch's condition names the source, or reads a variable made of it. */
function asksAbout(branch: Place, source: Source): boolean {
  const condition = branch.element.attributes.find(({ name }) => name === 'condition')?.value;
  if (condition === undefined) return false;
  if (namedIn(condition, source.name)) return true;
  const variables = readsIn(condition).filter(({ kind }) => kind === 'variable');
  const steps = variables.length === 0 ? [] : stepsBefore(branch);
  return steps === undefined || variables.some(({ name }) => sourcesOfVariable(name, steps).some((one) => sourceKey(one) === sourceKey(source)));
}

function namedIn(condition: PolicyValue, name: string): boolean {
  return condition.kind === 'mixed' || (condition.kind === 'expression' && textsIn(condition).has(name.toLowerCase()));
}

const texts = new WeakMap<PolicyValue, ReadonlySet<string>>();

/** The string literals of an expression, in lower case; found once. */
function textsIn(expression: ExpressionValue): ReadonlySet<string> {
  const earlier = texts.get(expression);
  if (earlier !== undefined) return earlier;
  const found = new Set<string>();
  for (const node of descendants(parsedExpression(expression).code)) {
    if (node.kind === 'LiteralExpression' && typeof node.value === 'string') found.add(node.value.toLowerCase());
  }
  texts.set(expression, found);
  return found;
}
