/** All that is written on one element. */
import type { PolicyValue } from '../model/value.js';
import type { Place } from '../model/walk.js';

export interface WrittenValue {
  readonly value: PolicyValue;
  /** The attribute's name; undefined for the element's text. */
  readonly attribute: string | undefined;
  /** Added to the place's path: `/@name`; empty for text. */
  readonly step: string;
}

/** The element's attribute values and texts, in order; those of its children are theirs. */
export function attributesAndTexts({ element }: Place): WrittenValue[] {
  return [
    ...element.attributes.map(({ name, value }) => ({ value, attribute: name, step: `/@${name}` })),
    ...element.children.flatMap((child) => (child.kind === 'text' ? [{ value: child.value, attribute: undefined, step: '' }] : [])),
  ];
}

/** One of the element's attributes; undefined when it has none of the name. */
export function writtenAttribute({ element }: Place, name: string): WrittenValue | undefined {
  const found = element.attributes.find((attribute) => attribute.name === name);
  return found && { value: found.value, attribute: name, step: `/@${name}` };
}
