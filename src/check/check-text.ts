/** Text of elements: missing, where none may stand, or not of the type that the element takes. */
import type { ContentSpec } from '../catalog/element-spec.js';
import type { PolicyElement, PolicyNode, PolicyText } from '../model/document.js';
import type { Place } from '../model/walk.js';
import { isBlank } from '../syntax/xml/characters.js';
import type { CheckContext } from './check-context.js';
import { checkValue } from './check-value.js';
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
      context.report({ code: 'missing-text', at: element.origin, place, message: `${element.name} is empty, but needs text`, hint: content.text.summary === '' ? undefined : `write ${content.text.summary}` });
    }
    return;
  }
  // Text in several pieces, around comments or CDATA, is joined by the service; its parts say nothing about the whole.
  if (others.length > 0 || hasElements(element)) return;
  const isWrong = checkValue(context, only.value, content.text, { place, subject: `the text of ${element.name}`, step: '' });
  if (isWrong) context.doubt(element, '#text');
}

/** Reports the first text among nodes that may only be elements. A placeholder may come to be elements. */
export function reportTextAmongElements(context: CheckContext, nodes: readonly PolicyNode[], where: string, place: Place | undefined): void {
  const text = textsOf(nodes).find(({ value }) => !isOpaque(value.text));
  if (text === undefined) return;
  context.report({
    code: 'unexpected-text',
    at: text.value.originOf(trimmedSpan(text.value.text)),
    place,
    message: `the text "${shortened(text.value.text)}" stands ${where}, where only elements may`,
    hint: 'remove it, or make it a comment: <!-- … -->',
  });
}

function textsOf(nodes: readonly PolicyNode[]): PolicyText[] {
  return nodes.filter((node): node is PolicyText => node.kind === 'text' && !isBlank(node.value.text));
}

function hasElements({ children }: PolicyElement): boolean {
  return children.some(({ kind }) => kind === 'element');
}
