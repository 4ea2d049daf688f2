/** What is there on one element, as constraints ask for it: attributes, children and text (`#text`) by name. */
import type { Condition } from '../catalog/element-spec.js';
import type { PolicyAttribute, PolicyElement } from '../model/document.js';
import type { PolicyValue } from '../model/value.js';
import { isOpaque } from './opaque-text.js';

/** The answer to a condition; `unknown` when an expression, a named value or a placeholder decides it. */
export type Truth = boolean | 'unknown';

export function attributeOf(element: PolicyElement, name: string): PolicyAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

export function childrenNamed(element: PolicyElement, name: string): PolicyElement[] {
  return element.children.filter((child): child is PolicyElement => child.kind === 'element' && child.name === name);
}

/** Text of an element: its text nodes' values, without comments. */
export function textValues(element: PolicyElement): PolicyValue[] {
  return element.children.flatMap((child) => (child.kind === 'text' ? [child.value] : []));
}

/** Whether an attribute, child or the text of this name is there. */
export function isPresent(element: PolicyElement, name: string): boolean {
  if (name === '#text') return textValues(element).some(({ text }) => text.trim() !== '');
  return attributeOf(element, name) !== undefined || childrenNamed(element, name).length > 0;
}

/** Whether children may come from a fragment or a deployment tool's placeholder that is not seen here. */
export function hidesChildren(element: PolicyElement): boolean {
  return element.children.some((child) => (child.kind === 'element' ? child.name === 'include-fragment' : child.kind === 'text' && isOpaque(child.value.text)));
}

/** The literal text of an attribute; undefined when it is missing or what it will be is not known here. */
export function knownLiteral(element: PolicyElement, name: string): string | undefined {
  const value = attributeOf(element, name)?.value;
  return value === undefined || value.kind !== 'literal' || isOpaque(value.text) ? undefined : value.text.trim();
}

/** The attribute's number; undefined when it is none or not known here. */
export function knownNumber(element: PolicyElement, name: string): number | undefined {
  const text = knownLiteral(element, name);
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
}

export function holds(element: PolicyElement, condition: Condition): Truth {
  const attribute = attributeOf(element, condition.attribute);
  if ('present' in condition) return isPresent(element, condition.attribute);
  if ('isExpression' in condition) return attribute?.value.kind === 'expression';
  if (attribute === undefined) return false;
  const text = knownLiteral(element, condition.attribute)?.toLowerCase();
  if (text === undefined) return 'unknown';
  return 'equals' in condition ? text === condition.equals.toLowerCase() : condition.in.some((value) => text === value.toLowerCase());
}

/** The condition in words: `mode is "copy"`. */
export function conditionText(condition: Condition): string {
  if ('present' in condition) return `${condition.attribute} is there`;
  if ('isExpression' in condition) return `${condition.attribute} is an expression`;
  return 'equals' in condition ? `${condition.attribute} is "${condition.equals}"` : `${condition.attribute} is one of ${condition.in.join(', ')}`;
}
