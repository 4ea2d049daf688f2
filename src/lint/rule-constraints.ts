/** Facts of the catalogue that a lint rule reports in place of the check. */
import { findElement } from '../catalog/elements.js';
import type { ConstraintSpec, ContentSpec } from '../catalog/element-spec.js';
import type { Place } from '../model/walk.js';

type ConstraintOf<K extends ConstraintSpec['kind']> = Extract<ConstraintSpec, { readonly kind: K }>;

/** The constraints of one kind that the catalogue gives to a rule for the element at a place, be it a policy or a child of one. */
export function ruleConstraints<K extends ConstraintSpec['kind']>(place: Place, kind: K, ruleId: string): ConstraintOf<K>[] {
  const constraints = contentOf(place)?.constraints ?? [];
  return constraints.filter((constraint): constraint is ConstraintOf<K> => constraint.kind === kind && constraint.lintRule === ruleId);
}

/** More levels than the children of any policy have. */
const DEEPEST_CHILD = 8;

function contentOf({ element, parent }: Place, levels = DEEPEST_CHILD): ContentSpec | undefined {
  const ofParent = parent === undefined || levels === 0 ? undefined : contentOf(parent, levels - 1);
  return ofParent?.children.find(({ name }) => name === element.name)?.content ?? findElement(element.name)?.content;
}
