/** Facts about several attributes or children at once: every kind of constraint finds its check here. */
import type { Condition, ConstraintSpec, ContentSpec } from '../catalog/element-spec.js';
import type { Place } from '../model/walk.js';
import type { CheckContext } from './check-context.js';
import type { CheckCodeName } from './codes.js';
import type { CheckedKind, ConstraintChecks, ConstraintSubject, RuleOf, Violation } from './constraints/constraint.js';
import { COUNT_AND_ORDER } from './constraints/count-and-order.js';
import { PLACEMENT } from './constraints/placement.js';
import { PRESENCE } from './constraints/presence.js';
import { VALUES } from './constraints/values.js';

const CHECKS: ConstraintChecks<CheckedKind> = { ...PRESENCE, ...VALUES, ...COUNT_AND_ORDER, ...PLACEMENT };

/** Reports the constraints of an element that do not hold, but for those of lint rules; those about a name that has a finding of its own are not looked at. */
export function checkConstraints(context: CheckContext, place: Place, content: ContentSpec): void {
  const { element } = place;
  for (const rule of content.constraints) {
    if (rule.lintRule !== undefined || rule.kind === 'whole-value-expression' || rule.kind === 'range' || rule.kind === 'paired-policy') continue;
    if (context.hasDoubts(element) && namesIn(rule).some((name) => context.isInDoubt(element, name))) continue;
    const violation = violationOf(rule.kind, rule, { context, place, content });
    if (violation === undefined) continue;
    context.report({ at: element.origin, place, severity: rule.severity, ...violation });
    if (SAID_ONCE.has(violation.code)) for (const name of namesIn(rule)) context.doubt(element, name);
  }
}

/** Two constraints may ask for the same: what is missing or too much is one finding. */
const SAID_ONCE: ReadonlySet<CheckCodeName> = new Set(['conflicting-attributes', 'missing-attribute', 'missing-child']);

function violationOf<K extends CheckedKind>(kind: K, rule: { readonly [Kind in CheckedKind]: RuleOf<Kind> }[K], subject: ConstraintSubject): Violation | undefined {
  return CHECKS[kind](rule, subject);
}

/** The attributes and children that a constraint speaks of. */
function namesIn(rule: ConstraintSpec): string[] {
  const conditions: readonly (Condition | undefined)[] = [
    'when' in rule ? rule.when : undefined,
    'unless' in rule ? rule.unless : undefined,
    rule.kind === 'recommended-child' ? rule.if : undefined,
  ];
  return [
    ...('names' in rule ? rule.names : []),
    ...('name' in rule ? [rule.name] : []),
    ...(rule.kind === 'one-of' ? rule.groups.flat() : []),
    ...(rule.kind === 'requires' ? [rule.if, ...rule.then] : []),
    ...(rule.kind === 'less-than' ? [rule.smaller, rule.larger] : []),
    ...conditions.flatMap((condition) => (condition === undefined ? [] : [condition.attribute])),
  ];
}
