/** The rules by which an element's attributes, text and children become the properties of its builder (docs/dsl.md). */
import type { AttributeSpec, ChildSpec, ContentSpec, TextSpec } from '../catalog/element-spec.js';

/** One element as its builder takes it. */
export interface ElementShape {
  readonly attributes: readonly AttributeProperty[];
  readonly text: TextSpec | null;
  /** Children and contained policies in the order in which they are written. */
  readonly slots: readonly Slot[];
  /** The property that a bare value stands for: `dimensions: ['API ID']` says the same as `[{ name: 'API ID' }]`. */
  readonly shorthand: string | undefined;
  /** The property that a bare list stands for: `audiences: ['x']` says the same as `{ audience: ['x'] }`. */
  readonly list: string | undefined;
  /** Policies of any number stand in it, given as a list. */
  readonly holdsPolicies: boolean;
  /** Given as XML text, because nothing is known of what stands in it. */
  readonly xml: boolean;
}

export interface AttributeProperty {
  readonly property: string;
  readonly spec: AttributeSpec;
}

/** A child element, or a policy that has a fixed place inside another one. */
export type Slot = ChildSlot | PolicySlot;

export interface ChildSlot {
  readonly kind: 'child';
  readonly property: string;
  readonly many: boolean;
  readonly spec: ChildSpec;
}

export interface PolicySlot {
  readonly kind: 'policy';
  readonly property: string;
  readonly many: boolean;
  /** The contained policy's element. */
  readonly name: string;
  readonly required: boolean;
}

/** `max-interval` → `maxInterval`, `xsl:stylesheet` → `xslStylesheet`. */
export function camelCase(name: string): string {
  return name.replace(/[-:]+([^-:])/gu, (_, letter: string) => letter.toUpperCase());
}

/**
 * The shape of a policy or child.
 * @param role policies keep their attributes' names in every call; only children have a bare value for an attribute
 */
export function elementShape(content: ContentSpec, role: 'policy' | 'child'): ElementShape {
  const slots = inWrittenOrder([...content.children.map(childSlot), ...policySlots(content)], content);
  return {
    attributes: content.attributes.map((spec) => ({ property: camelCase(spec.name), spec })),
    text: content.text?.undocumented === true ? null : content.text,
    slots,
    shorthand: shorthand(content, role),
    list: wrappedList(content, slots),
    holdsPolicies: content.contains === 'policies' || (content.contains !== null && slots.every(({ kind }) => kind !== 'policy')),
    xml: content.anyChildren && content.text === null,
  };
}

function childSlot(spec: ChildSpec): ChildSlot {
  return { kind: 'child', property: spec.property, many: spec.max !== 1, spec };
}

/** Contained policies have a place of their own when the catalogue gives them an order or a count. */
function policySlots(content: ContentSpec): PolicySlot[] {
  if (content.contains === null || content.contains === 'policies') return [];
  return content.contains.flatMap((name): PolicySlot[] => {
    const count = content.constraints.find((rule) => rule.kind === 'child-count' && rule.name === name);
    if (count?.kind !== 'child-count') return [];
    return [{ kind: 'policy', property: camelCase(name), many: count.max !== 1, name, required: count.min > 0 }];
  });
}

function inWrittenOrder(slots: readonly Slot[], content: ContentSpec): Slot[] {
  const order = content.constraints.find(({ kind }) => kind === 'order');
  const names = order?.kind === 'order' ? order.names : [];
  const rank = (slot: Slot): number => {
    const index = names.indexOf(slot.kind === 'child' ? slot.spec.name : slot.name);
    return index === -1 ? names.length : index;
  };
  return [...slots].sort((a, b) => rank(a) - rank(b));
}

function shorthand(content: ContentSpec, role: 'policy' | 'child'): string | undefined {
  const required = content.attributes.filter((attribute) => attribute.required === true);
  if (content.text !== null) return required.length === 0 ? 'text' : undefined;
  const [only, ...others] = required;
  return role === 'child' && only !== undefined && others.length === 0 ? camelCase(only.name) : undefined;
}

function wrappedList(content: ContentSpec, slots: readonly Slot[]): string | undefined {
  const [only, ...others] = slots.filter((slot) => slot.kind === 'policy' || !slot.spec.undocumented);
  const mustHaveMore = content.text !== null || content.attributes.some(({ required }) => required === true);
  return only !== undefined && others.length === 0 && only.kind === 'child' && only.many && !mustHaveMore ? only.property : undefined;
}
