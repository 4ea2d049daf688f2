/** What each branch of a choose takes of the values of each subject that its conditions ask about. */
import type { PolicyDocument, PolicyElement } from '../model/document.js';
import type { Place } from '../model/walk.js';
import type { AssumedValue } from './assumed-value.js';
import { type ConditionRanges, constantRanges, OPAQUE, truthAbout } from './condition-ranges.js';
import { PolicyOrder } from './policy-order.js';
import { reduceCondition } from './reduce-condition.js';
import { type RoutedBackend, routedBackend } from './routed-backend.js';
import type { Reading, Subject } from './subject.js';
import { SubjectChanges } from './subject-changes.js';
import { SubjectValues } from './subject-values.js';
import { variablesBefore } from './variables-after.js';

export interface ChooseRanges {
  readonly place: Place;
  /** In the order they are tried; `otherwise` last. */
  readonly branches: readonly Branch[];
  /** In the order of their first mention. */
  readonly subjects: readonly SubjectRanges[];
}

export interface Branch {
  /** A `when` or the `otherwise`. */
  readonly place: Place;
  /** What its condition says; `otherwise` always holds. */
  readonly ranges: ConditionRanges;
  readonly backend: RoutedBackend | undefined;
}

export interface SubjectRanges {
  readonly subject: Subject;
  /** How the first condition that asks about it reads it. */
  readonly reading: Reading;
  /** What the subject may hold when the choose is reached. Without a number: only where some condition goes on then. */
  readonly possible: SubjectValues;
  /** Whether an enclosing branch says more about the subject than its type does. */
  readonly isNarrowed: boolean;
  readonly branches: readonly BranchValues[];
}

export interface BranchValues {
  readonly branch: Branch;
  /** Values for which the condition surely holds, whatever the rest of it says. */
  readonly must: SubjectValues;
  /** Values for which it may hold. */
  readonly may: SubjectValues;
  /** Values with which the branch may run: those of `may` that no earlier branch surely takes. */
  readonly reached: SubjectValues;
}

const known = new WeakMap<PolicyDocument, readonly ChooseRanges[]>();

/** Every choose of the document in document order; computed once for a document. */
export function chooseRanges(document: PolicyDocument): readonly ChooseRanges[] {
  const earlier = known.get(document);
  if (earlier !== undefined) return earlier;
  const result = new DocumentRanges(document).chooses();
  known.set(document, result);
  return result;
}

/** What is known about a subject inside of a branch. */
type Knowledge = ReadonlyMap<string, { readonly subject: Subject; readonly values: SubjectValues }>;

/** Subjects of one choose that are looked at; conditions about more are a program's, and would take time without bound. */
const MOST_SUBJECTS = 64;

/** Subjects about which a branch hands on what it knows: the innermost, because a document nested without bound would take time without bound. */
const MOST_KNOWN = 32;

class DocumentRanges {
  readonly #order: PolicyOrder;
  readonly #changes: SubjectChanges;
  /** What each branch seen so far knows; worked out when a choose stands in it. */
  readonly #knowledge = new Map<PolicyElement, () => Knowledge>();

  constructor(document: PolicyDocument) {
    this.#order = new PolicyOrder(document);
    this.#changes = new SubjectChanges(this.#order);
  }

  chooses(): ChooseRanges[] {
    const found: ChooseRanges[] = [];
    for (const place of this.#order.places) if (place.element.name === 'choose') found.push(this.#choose(place));
    return found;
  }

  #choose(place: Place): ChooseRanges {
    const inherited = this.#inherited(place);
    const branches = branchesOf(place, once(() => variablesBefore(place)));
    const subjects = mentionedSubjects(branches).map((mention) => subjectRanges(mention, branches, inherited.get(mention.reading.subject.key)?.values));
    for (const [index, { place: branch }] of branches.entries()) this.#knowledge.set(branch.element, () => inside(index, subjects, inherited));
    return { place, branches, subjects };
  }

  /** What the nearest enclosing branch knows, minus what may have changed since. */
  #inherited(place: Place): Knowledge {
    for (let outer = place.parent; outer !== undefined; outer = outer.parent) {
      const { element } = outer;
      const knowledge = this.#knowledge.get(element);
      if (knowledge === undefined) continue;
      return new Map([...knowledge()].filter(([, { subject }]) => !this.#changes.between(subject, element, place.element)));
    }
    return new Map();
  }
}

function inside(index: number, subjects: readonly SubjectRanges[], inherited: Knowledge): Knowledge {
  const knowledge = new Map(inherited);
  for (const { subject, branches } of subjects) {
    const values = branches[index]?.reached;
    if (values === undefined) continue;
    knowledge.delete(subject.key);
    knowledge.set(subject.key, { subject, values });
  }
  return knowledge.size <= MOST_KNOWN ? knowledge : new Map([...knowledge].slice(-MOST_KNOWN));
}

type Variables = () => ReadonlyMap<string, AssumedValue>;

/** Few conditions ask for variables, and finding out about them takes time. */
function once(find: Variables): Variables {
  let found: ReturnType<Variables> | undefined;
  return () => (found ??= find());
}

function branchesOf(choose: Place, variables: Variables): Branch[] {
  const children = choose.children();
  const whens = children.filter(({ element }) => element.name === 'when');
  const otherwise = children.filter(({ element }) => element.name === 'otherwise').slice(0, 1);
  return [
    ...whens.map((place): Branch => ({ place, ranges: conditionOf(place.element, variables), backend: routedBackend(place.element) })),
    ...otherwise.map((place): Branch => ({ place, ranges: constantRanges(true), backend: routedBackend(place.element) })),
  ];
}

function conditionOf({ attributes }: PolicyElement, variables: Variables): ConditionRanges {
  const condition = attributes.find(({ name }) => name === 'condition');
  return condition === undefined ? OPAQUE : reduceCondition(condition.value, variables);
}

interface Mention {
  readonly reading: Reading;
  readonly missing: boolean;
  readonly unreadable: boolean;
}

function mentionedSubjects(branches: readonly Branch[]): Mention[] {
  const mentions = new Map<string, Mention>();
  for (const { ranges } of branches) {
    for (const [key, { reading, goesOn }] of ranges.subjects) {
      const earlier = mentions.get(key);
      mentions.set(key, { reading: earlier?.reading ?? reading, missing: goesOn.missing || earlier?.missing === true, unreadable: goesOn.unreadable || earlier?.unreadable === true });
    }
  }
  return [...mentions.values()].slice(0, MOST_SUBJECTS);
}

function subjectRanges({ reading, missing, unreadable }: Mention, branches: readonly Branch[], inherited: SubjectValues | undefined): SubjectRanges {
  const { subject } = reading;
  const all = SubjectValues.all(subject.type.range);
  const known = inherited ?? all;
  const possible = new SubjectValues(known.integers, known.missing && missing, known.unreadable && unreadable);
  let left = possible;
  const values = branches.map((branch): BranchValues => {
    if (branch.ranges.constant === undefined && !branch.ranges.subjects.has(subject.key)) return { branch, must: SubjectValues.NONE, may: possible, reached: left };
    const { must, may } = truthAbout(branch.ranges, subject);
    const reached = left.intersect(may);
    left = left.without(must);
    return { branch, must: must.intersect(possible), may: may.intersect(possible), reached };
  });
  return { subject, reading, possible, isNarrowed: !known.integers.equals(all.integers), branches: values };
}
