/** Constraints on what must, may not, or need not be there together. */
import type { ContentSpec } from '../../catalog/element-spec.js';
import type { PolicyElement } from '../../model/document.js';
import { ANY_CHILD } from '../check-context.js';
import { attributeOf, childrenNamed, conditionText, hidesChildren, holds, isPresent } from '../element-content.js';
import { listed } from '../shown-text.js';
import type { ConstraintChecks, ConstraintSubject, Violation } from './constraint.js';

export const PRESENCE: ConstraintChecks<'one-of' | 'requires' | 'exclusive' | 'conditional-required' | 'only-with'> = {
  'one-of': ({ groups, exactly, unless }, subject) => {
    const { element } = subject.place;
    if (unless !== undefined && holds(element, unless) !== false) return undefined;
    const names = groups.map((group) => listed(group, 'and'));
    const there = groups.filter((group) => group.some((name) => isPresent(element, name)));
    if (there.length === 0) {
      const message = `${element.name} has none of ${listed(names, 'and')}, but needs ${exactly ? 'exactly' : 'at least'} one`;
      return missing(subject, groups.flat(), message, `add ${listed(names, 'or')}`);
    }
    if (!exactly || there.length === 1) return undefined;
    return conflict(element, there.map((group) => group.find((name) => isPresent(element, name)) ?? ''));
  },

  requires: (rule, subject) => {
    const { element } = subject.place;
    if (!isPresent(element, rule.if)) return undefined;
    const absent = rule.then.filter((name) => !isPresent(element, name));
    if (absent.length === 0) return undefined;
    return missing(subject, absent, `${element.name} has ${rule.if}, which needs ${listed(absent, 'and')}`, `add ${listed(absent, 'and')}`);
  },

  exclusive: ({ names }, { place: { element } }) => {
    const there = names.filter((name) => isPresent(element, name));
    return there.length < 2 ? undefined : conflict(element, there);
  },

  'conditional-required': ({ names, when, unless }, subject) => {
    const { element } = subject.place;
    if ((when !== undefined && holds(element, when) !== true) || (unless !== undefined && holds(element, unless) !== false)) return undefined;
    const absent = names.filter((name) => !isPresent(element, name));
    if (absent.length === 0) return undefined;
    const because = when !== undefined ? ` when ${conditionText(when)}` : unless !== undefined ? ` unless ${conditionText(unless)}` : '';
    return missing(subject, absent, `${element.name} lacks ${listed(absent, 'and')}, which it needs${because}`, `add ${listed(absent, 'and')}`);
  },

  'only-with': ({ names, when }, { place: { element } }) => {
    const useless = names.find((name) => isPresent(element, name));
    if (useless === undefined || holds(element, when) !== false) return undefined;
    const message = `${useless} of ${element.name} has no effect unless ${conditionText(when)}`;
    return { code: 'ineffective-attribute', message, hint: `remove ${useless}`, ...placeOf(element, useless) };
  },
};

function conflict(element: PolicyElement, names: readonly string[]): Violation {
  return {
    code: 'conflicting-attributes',
    message: `${element.name} has ${listed(names, 'and')}, but takes only one of them`,
    hint: 'keep one',
    ...placeOf(element, names[1] ?? ''),
  };
}

/** Nothing when the children that are missing may come from elsewhere. */
function missing({ context, place: { element }, content }: ConstraintSubject, names: readonly string[], message: string, hint: string): Violation | undefined {
  const isAttribute = names.every((name) => isAttributeOf(content, name));
  if (!isAttribute && (hidesChildren(element) || context.isInDoubt(element, ANY_CHILD))) return undefined;
  return { code: isAttribute ? 'missing-attribute' : 'missing-child', message, hint };
}

function isAttributeOf(content: ContentSpec, name: string): boolean {
  return content.attributes.some((spec) => spec.name === name);
}

/** Where an attribute or child of this name stands. */
function placeOf(element: PolicyElement, name: string): Pick<Violation, 'at' | 'step'> {
  const attribute = attributeOf(element, name);
  if (attribute !== undefined) return { at: attribute.origin, step: `/@${name}` };
  const [child] = childrenNamed(element, name);
  return child === undefined ? {} : { at: child.origin, step: `/${name}[1]` };
}
