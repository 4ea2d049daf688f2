/** Changes that put the right name or word in place of a wrong one, in documents that were read from XML. */
import type { PolicyAttribute, PolicyDocument, PolicyElement } from '../model/document.js';
import type { PolicyValue } from '../model/value.js';
import { isOneSlip } from '../syntax/text/closest-name.js';
import type { Fix } from '../syntax/text/fix.js';
import { trimmedSpan } from './shown-text.js';

type Safety = Fix['safety'];

/**
 * A document with a misspelt name is refused, so nothing that runs changes; what remains is whether the name was meant. It was when a
 * single slip leads to it and to no other.
 */
export function spellingSafety(name: string, meant: string, candidates: Iterable<string>): Safety {
  return isOneSlip(name, meant, candidates) ? 'safe' : 'unsafe';
}

export function renamedAttribute(element: PolicyElement, attribute: PolicyAttribute, name: string, safety: Safety): Fix | undefined {
  const written = element.syntax?.attributes[element.attributes.indexOf(attribute)];
  return written === undefined ? undefined : { title: `write ${name}`, safety, edits: [{ span: written.nameSpan, text: name }] };
}

/** In the start tag and in the end tag. */
export function renamedElement({ syntax: documentSyntax }: PolicyDocument, { syntax }: PolicyElement, name: string, safety: Safety): Fix | undefined {
  if (syntax === undefined || documentSyntax === undefined) return undefined;
  const { nameSpan, endTagSpan } = syntax;
  const edits = [{ span: nameSpan, text: name }];
  if (endTagSpan !== undefined) {
    const start = endTagSpan.start + '</'.length;
    const span = { start, end: start + syntax.name.length };
    if (documentSyntax.source.text.slice(span.start, span.end) !== syntax.name) return undefined;
    edits.push({ span, text: name });
  }
  return { title: `write ${name}`, safety, edits };
}

/** @param word without characters that XML escapes */
export function replacedValue({ syntax }: PolicyDocument, value: PolicyValue, word: string, safety: Safety): Fix | undefined {
  if (syntax === undefined) return undefined;
  const { start, end } = value.originOf(trimmedSpan(value.text)).range;
  return { title: `write ${word}`, safety, edits: [{ span: { start: start.offset, end: end.offset }, text: word }] };
}
