/** Turns what an author gives a builder into an element: properties become attributes, text and children. */
import { findElement } from '../catalog/elements.js';
import type { ContentSpec } from '../catalog/element-spec.js';
import { UsageError } from '../model/usage-error.js';
import type { AuthoredAttribute, AuthoredElement, AuthoredNode, AuthoredValue, CallSite } from './authored.js';
import { callSite } from './call-site.js';
import { camelCase, elementShape, type ElementShape, type Slot } from './element-shape.js';
import { refuseUnknownProperties } from './known-properties.js';
import { asPolicy, authoredNodes, describe, isAuthoredElement, type Base, type Policy, type Section } from './policy.js';
import type { NamedValueObject } from './property-types.js';

type Builder = (...args: never[]) => unknown;

/** What is being built: the element's name in XML, its shape, and words for messages. */
interface Part {
  readonly name: string;
  readonly shape: ElementShape;
  readonly place: string;
}

/**
 * Builds a policy from the arguments of its builder.
 * @param builder the function that the author called
 * @param name the element's name in XML
 * @param input the properties, or the text for policies of text alone
 * @param policies for policies that hold policies
 * @throws UsageError for a property that the element does not have, a value of a kind it cannot take
 */
export function buildPolicy<S extends Section>(builder: Builder, name: string, input?: unknown, policies?: readonly (Policy<never> | Base)[]): Policy<S> {
  const spec = findElement(name);
  const callee = camelCase(name);
  if (spec === undefined) throw new UsageError(`${name} is not in the catalogue`);
  const part: Part = { name, shape: shapeOf(spec.content, 'policy'), place: callee };
  const element = buildElement(part, input === undefined ? {} : input, callSite(builder, callee));
  const inner = policies === undefined ? [] : authoredNodes(policies, callee);
  return asPolicy({ ...element, children: [...element.children, ...inner] });
}

/** Builds a child that has a function of its own, such as `when`. */
export function buildChild(builder: Builder, parent: string, child: string, attributes: Readonly<Record<string, unknown>>, policies: readonly Policy<never>[]): AuthoredElement {
  const spec = findElement(parent)?.content.children.find(({ name }) => name === child);
  if (spec === undefined) throw new UsageError(`${child} of ${parent} is not in the catalogue`);
  const part: Part = { name: child, shape: shapeOf(spec.content, 'child'), place: child };
  return { ...buildElement(part, attributes, callSite(builder, child)), children: authoredNodes(policies, child) };
}

const shapes = new WeakMap<ContentSpec, ElementShape>();

function shapeOf(content: ContentSpec, role: 'policy' | 'child'): ElementShape {
  let shape = shapes.get(content);
  if (shape === undefined) shapes.set(content, (shape = elementShape(content, role)));
  return shape;
}

function buildElement(part: Part, input: unknown, site: CallSite): AuthoredElement {
  const { name, shape } = part;
  const properties = asProperties(part, input);
  const attributes: AuthoredAttribute[] = [];
  for (const { property, spec } of shape.attributes) {
    const value = properties[property];
    if (value !== undefined) attributes.push({ name: spec.name, value: authoredValue(value, `${part.place}.${property}`) });
  }
  const children: AuthoredNode[] = [];
  if (shape.text !== null && properties.text !== undefined) {
    children.push({ kind: 'text', value: authoredValue(properties.text, `${part.place}.text`), callSite: site });
  }
  for (const slot of shape.slots) {
    const value = properties[slot.property];
    if (value === undefined) continue;
    const place = `${part.place}.${slot.property}`;
    for (const item of slotItems(slot, value)) children.push(buildSlot(slot, item, place, site));
  }
  return { kind: 'element', name, attributes, children, callSite: site };
}

/** A list stands for several of the element, unless the element itself is given as a list. */
function slotItems(slot: Slot, value: unknown): readonly unknown[] {
  return slot.many && Array.isArray(value) ? value : [value];
}

function buildSlot(slot: Slot, item: unknown, place: string, site: CallSite): AuthoredNode {
  if (slot.kind === 'policy') {
    if (isAuthoredElement(item) && item.name === slot.name) return item;
    const spec = findElement(slot.name);
    if (spec === undefined) throw new UsageError(`${slot.name} is not in the catalogue`);
    return buildElement({ name: slot.name, shape: shapeOf(spec.content, 'policy'), place }, item, site);
  }
  const shape = shapeOf(slot.spec.content, 'child');
  if (shape.xml) {
    if (typeof item !== 'string') throw new UsageError(`${place} takes the XML of ${slot.spec.name} as text, not ${describe(item)}`);
    return { kind: 'raw', xml: item, callSite: site };
  }
  if (shape.holdsPolicies) {
    return { kind: 'element', name: slot.spec.name, attributes: [], children: policyList(item, place), callSite: site };
  }
  return buildElement({ name: slot.spec.name, shape, place }, item, site);
}

function policyList(value: unknown, place: string): AuthoredNode[] {
  if (!Array.isArray(value)) throw new UsageError(`${place} takes a list of policies in [ ], not ${describe(value)}`);
  return authoredNodes(value, place);
}

/** Undoes the shorthands: a bare value or a bare list becomes the object that it stands for. */
function asProperties(part: Part, input: unknown): Readonly<Record<string, unknown>> {
  const { shape, place } = part;
  if (Array.isArray(input)) {
    if (shape.list === undefined) throw new UsageError(`${place} takes one value, not a list`);
    return { [shape.list]: input };
  }
  if (isBareValue(input)) {
    const standsFor = shape.shorthand ?? shape.list;
    if (standsFor === undefined) throw new UsageError(`${place} takes an object with properties (${propertyNames(shape).join(', ')}), not ${describe(input)}`);
    return { [standsFor]: input };
  }
  if (typeof input !== 'object' || input === null) throw new UsageError(`${place} takes an object with properties, not ${describe(input)}`);
  const properties: Readonly<Record<string, unknown>> = { ...input };
  refuseUnknownProperties(place, properties, propertyNames(shape));
  return properties;
}

function propertyNames(shape: ElementShape): string[] {
  return [...shape.attributes.map(({ property }) => property), ...(shape.text === null ? [] : ['text']), ...shape.slots.map(({ property }) => property)];
}

function isBareValue(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || isExpression(value) || isNamedValue(value);
}

function authoredValue(value: unknown, place: string): AuthoredValue {
  if (typeof value === 'string') return { kind: 'literal', text: value };
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return { kind: 'literal', text: String(value) };
  if (isExpression(value)) return value;
  if (isNamedValue(value)) return { kind: 'literal', text: `{{${value.displayName}}}` };
  throw new UsageError(`${place} takes text, a number, true or false, or an expression, not ${describe(value)}`);
}

function isExpression(value: unknown): value is Extract<AuthoredValue, { kind: 'expression' }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'expression' && 'code' in value && typeof value.code === 'string';
}

function isNamedValue(value: unknown): value is NamedValueObject {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'named-value' && 'displayName' in value && typeof value.displayName === 'string';
}
