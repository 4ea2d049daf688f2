import { describe, expect, test } from 'vitest';
import { allElements, findElement } from '../../src/catalog/elements.js';
import type { ContentSpec } from '../../src/catalog/element-spec.js';
import type { AuthoredElement, AuthoredNode } from '../../src/dsl/authored.js';
import { camelCase, elementShape, type Slot } from '../../src/dsl/element-shape.js';
import * as builders from '../../src/dsl/policies.generated.js';
import { authoredNodes } from '../../src/dsl/policy.js';

const SPECIAL = ['base', 'choose'];
const elements = allElements().filter(({ undocumented, name }) => !undocumented && !SPECIAL.includes(name));

describe('everything the catalogue knows of an element can be written with its builder', () => {
  test.each(elements.map((spec) => [spec.name, spec] as const))('%s', (name, { content }) => {
    const builder: unknown = Reflect.get(builders, camelCase(name));
    if (typeof builder !== 'function') expect.fail('no builder');
    const [node] = authoredNodes([Reflect.apply(builder, undefined, [everything(content, 'policy'), ...(elementShape(content, 'policy').holdsPolicies ? [[]] : [])])], name);
    if (node?.kind !== 'element') expect.fail('no element');
    expect(outline(node)).toEqual(expected(name, content, 'policy'));
  });
});

/** Properties that say all that can be said, each list with two items. */
function everything(content: ContentSpec, role: 'policy' | 'child'): Record<string, unknown> {
  const shape = elementShape(content, role);
  const attributes = shape.attributes.map(({ property }) => [property, 'x']);
  const slots = shape.slots.map((slot) => [slot.property, slot.many ? [slotValue(slot), slotValue(slot)] : slotValue(slot)]);
  return Object.fromEntries([...attributes, ...(shape.text === null ? [] : [['text', 'x']]), ...slots]);
}

function slotValue(slot: Slot): unknown {
  if (slot.kind === 'policy') return everything(contentOf(slot.name), 'policy');
  const shape = elementShape(slot.spec.content, 'child');
  if (shape.xml) return `<${slot.spec.name}/>`;
  return shape.holdsPolicies ? [] : everything(slot.spec.content, 'child');
}

/** Names in written order: attributes with @, text, children with their own names. */
type Outline = readonly (string | readonly [string, Outline])[];

function expected(name: string, content: ContentSpec, role: 'policy' | 'child'): readonly [string, Outline] {
  const shape = elementShape(content, role);
  const slots = shape.slots.flatMap((slot): (string | readonly [string, Outline])[] => {
    const one = slot.kind === 'policy' ? expected(slot.name, contentOf(slot.name), 'policy') : elementShape(slot.spec.content, 'child').xml ? `<${slot.spec.name}/>` : expected(slot.spec.name, slot.spec.content, 'child');
    return slot.many ? [one, one] : [one];
  });
  return [name, [...content.attributes.map((attribute) => `@${attribute.name}`), ...(shape.text === null ? [] : ['#text']), ...slots]];
}

function outline(node: AuthoredElement): readonly [string, Outline] {
  return [node.name, [...node.attributes.map(({ name }) => `@${name}`), ...node.children.map(childOutline)]];
}

function childOutline(node: AuthoredNode): string | readonly [string, Outline] {
  if (node.kind === 'element') return outline(node);
  return node.kind === 'raw' ? node.xml : '#text';
}

function contentOf(name: string): ContentSpec {
  return findElement(name)?.content ?? expect.fail(`${name} is not in the catalogue`);
}
