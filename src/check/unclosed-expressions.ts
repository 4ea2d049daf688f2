/** Texts in authored documents that start a policy expression and never close it; in documents read from XML the reader reports them. */
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import type { PolicyValue } from '../model/value.js';
import { type Place, walkElements } from '../model/walk.js';
import { startsExpression } from '../syntax/xml/expression-start.js';
import { unclosedExpression } from '../syntax/xml/problems.js';

/** Written as XML they would be taken for the start of an expression that takes all that follows, so `build` must not meet them. */
export function unclosedExpressions(document: PolicyDocument): Diagnostic[] {
  if (document.syntax !== undefined) return [];
  const found: Diagnostic[] = [];
  for (const place of walkElements(document)) {
    for (const { name, value } of place.element.attributes) found.push(...unclosedIn(value, place, `/@${name}`));
    for (const child of place.element.children) if (child.kind === 'text') found.push(...unclosedIn(child.value, place, ''));
  }
  return found;
}

function unclosedIn(value: PolicyValue, place: Place, step: string): Diagnostic[] {
  if (value.kind !== 'literal') return [];
  const start = value.text.search(/[^ \t\r\n]/);
  if (start === -1 || !startsExpression(value.text, start)) return [];
  const span = { start, end: start + 2 };
  const { span: at, ...problem } = unclosedExpression(span, value.text.slice(span.start, span.end));
  return [diagnostic({ ...problem, at: value.originOf(at), path: `${place.path}${step}` })];
}
