/** What a check of one kind of constraint receives and gives. */
import type { ConstraintRule, ContentSpec } from '../../catalog/element-spec.js';
import type { Origin } from '../../model/origin.js';
import type { Place } from '../../model/walk.js';
import type { CheckContext } from '../check-context.js';
import type { CheckCodeName } from '../codes.js';

/** `whole-value-expression` is a property of one value: the checks of values ask for it. Lint rules report the other two. */
export type CheckedKind = Exclude<ConstraintRule['kind'], 'whole-value-expression' | 'range' | 'paired-policy'>;

export type RuleOf<K extends CheckedKind> = Extract<ConstraintRule, { readonly kind: K }>;

/** The element that a constraint speaks of. */
export interface ConstraintSubject {
  readonly context: CheckContext;
  readonly place: Place;
  readonly content: ContentSpec;
}

export interface Violation {
  readonly code: CheckCodeName;
  readonly message: string;
  readonly hint?: string;
  /** Left out: the element's start tag. */
  readonly at?: Origin;
  /** Left out: the element. */
  readonly place?: Place;
  /** Added to the place's path: `/@name`. */
  readonly step?: string;
}

/** The checks of some kinds, by kind. */
export type ConstraintChecks<K extends CheckedKind> = { readonly [Kind in K]: (rule: RuleOf<Kind>, subject: ConstraintSubject) => Violation | undefined };
