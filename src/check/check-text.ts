/** Text of elements: missing, where none may stand, or not of the type that the element takes. */
import type { ContentSpec } from '../catalog/element-spec.js';
import type { PolicyElement, PolicyNode, PolicyText } from '../model/document.js';
import type { Origin } from '../model/origin.js';
import type { Place } from '../model/walk.js';
import { isBlank } from '../syntax/xml/characters.js';
import type { CheckContext } from './check-context.js';
import { checkValue } from './check-value.js';
import { checkNamedValueBraces } from './named-value-braces.js';
import { isOpaque } from './opaque-text.js';
import { shortened, trimmedSpan } from './shown-text.js';

export function checkText(context: CheckContext, place: Place, content: ContentSpec): void {
  const { element } = place;
  if (content.text === null) {
    if (!content.anyChildren) reportTextAmongElements(context, element.children, `in ${element.name}`, place);
    return;
  }
  const texts = textsOf(element.children);
  const [only, ...others] = texts;
  if (only === undefined) {
    if (content.text.required && element.children.every(({ kind }) => kind === 'comment')) {
      context.report({ code: 'missing-text', at: element.origin, place, message: `${element.name} is empty, but needs text`, hint: 'write its text, or remove it' });
    }
    return;
  }
  // Text in several pieces, around comments or CDATA, is joined by the service; its parts say nothing about the whole.
  if (others.length > 0 || hasElements(element)) return;
  // The one text that is as short as an attribute; others hold JSON and templates, in which braces mean other things.
  if (element.name === 'value') checkNamedValueBraces(context, only.value, place, '');
  const isWrong = checkValue(context, only.value, content.text, { place, subject: `the text of ${element.name}`, step: '' });
  if (isWrong) context.doubt(element, '#text');
}

/** Reports the first text among nodes that may only be elements. A placeholder may come to be elements. */
export function reportTextAmongElements(context: CheckContext, nodes: readonly PolicyNode[], where: string, place: Place | undefined): void {
  const text = textsOf(nodes).find(({ value, origin }) => !isOpaque(value.text) && !isReported(context, origin));
  if (text === undefined) return;
  const isInvisible = text.value.text.trim() === '';
  context.report({
    code: 'unexpected-text',
    severity: isInvisible ? 'warning' : undefined,
    at: text.value.originOf(trimmedSpan(text.value.text)),
    place,
    message: `${isInvisible ? `an invisible character (${codePoints(text.value.text)})` : `the text "${shortened(text.value.text)}"`} stands ${where}, where only elements may`,
    hint: isInvisible ? 'remove it; it is often left over from copying' : 'remove it, or make it a comment: <!-- … -->',
  });
}

/** Whether the reader has reported something in the text, such as a tag that it could not read. */
function isReported({ document, markup }: CheckContext, { range }: Origin): boolean {
  return document.syntax !== undefined && markup.isReported(range.start.offset, range.end.offset);
}

/** The characters that are no white space in XML: `U+00A0`. */
function codePoints(text: string): string {
  const points = [...text.replace(/[ \t\r\n]/g, '')].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return [...new Set(points)].join(', ');
}

function textsOf(nodes: readonly PolicyNode[]): PolicyText[] {
  return nodes.filter((node): node is PolicyText => node.kind === 'text' && !isBlank(node.value.text));
}

function hasElements({ children }: PolicyElement): boolean {
  return children.some(({ kind }) => kind === 'element');
}
