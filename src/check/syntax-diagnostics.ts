/** The mistakes that the XML reader and the C# parser found, at their places in the file. */
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import { deployPlaceholders } from '../model/deploy-placeholder.js';
import type { PolicyDocument } from '../model/document.js';
import { holdsMessage } from '../model/message-content.js';
import { textOrigin } from '../model/origin.js';
import { parsedExpression } from '../model/parsed-expression.js';
import type { PolicyValue } from '../model/value.js';
import { type Place, rootPlaces, walkElements } from '../model/walk.js';
import type { SyntaxProblem } from '../syntax/text/syntax-problem.js';

export function syntaxDiagnostics(document: PolicyDocument): Diagnostic[] {
  return [...readerDiagnostics(document), ...expressionDiagnostics(document)];
}

/** What keeps the structure of a document from being known for sure: mistakes in its XML, not those in its C#. */
export function readerErrors(document: PolicyDocument): Diagnostic[] {
  return readerDiagnostics(document).filter(({ severity }) => severity === 'error');
}

function readerDiagnostics(document: PolicyDocument): Diagnostic[] {
  const { syntax } = document;
  if (syntax === undefined || syntax.problems.length === 0) return [];
  const pathOf = pathFinder(document);
  return syntax.problems.map(({ span, ...problem }) => diagnostic({ ...problem, at: textOrigin(syntax.source, span), path: pathOf(span.start) }));
}

/** Finds the path of the innermost element, or attribute of it, in which an offset lies; to be asked for offsets in ascending order. */
function pathFinder(document: PolicyDocument): (offset: number) => string {
  const places = walkElements(document);
  const open: Place[] = [];
  let next = places.next();
  return (offset) => {
    while (next.done !== true && startOf(next.value) <= offset) {
      while (isBehind(open.at(-1), startOf(next.value))) open.pop();
      open.push(next.value);
      next = places.next();
    }
    while (isBehind(open.at(-1), offset)) open.pop();
    const place = open.at(-1);
    return place === undefined ? '' : `${place.path}${attributeStep(place, offset)}`;
  };
}

function startOf({ element }: Place): number {
  return element.syntax?.span.start ?? 0;
}

/** Whether an offset lies behind the end of the element. */
function isBehind(place: Place | undefined, offset: number): boolean {
  return place !== undefined && (place.element.syntax?.span.end ?? 0) <= offset;
}

/** `/@name` when the offset lies in an attribute, else nothing. */
function attributeStep({ element: { syntax } }: Place, offset: number): string {
  if (syntax === undefined || offset >= syntax.startTagSpan.end) return '';
  const { attributes } = syntax;
  let low = 0;
  let high = attributes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((attributes[middle]?.span.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const attribute = attributes[low];
  return attribute === undefined || offset < attribute.span.start ? '' : `/@${attribute.name}`;
}

function expressionDiagnostics(document: PolicyDocument): Diagnostic[] {
  const found: Diagnostic[] = [];
  const pending = rootPlaces(document);
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { element } = place;
    for (const { name, value } of element.attributes) found.push(...codeDiagnostics(value, place, `/@${name}`));
    for (const child of element.children) if (child.kind === 'text') found.push(...codeDiagnostics(child.value, place, ''));
    // A message in XML is sent as it stands.
    if (!holdsMessage(element.name)) pending.push(...place.children());
  }
  return found;
}

/** Whether a mistake is what a deployment tool puts code in place of: nothing is known of that code. */
function standsInPlaceholder(code: string, problems: readonly SyntaxProblem[]): boolean {
  const placeholders = deployPlaceholders(code).filter(({ style }) => style !== '{}');
  return placeholders.some(({ span }) => problems.some((problem) => problem.span.start >= span.start && problem.span.start < span.end));
}

function codeDiagnostics(value: PolicyValue, place: Place, step: string): Diagnostic[] {
  if (value.kind !== 'expression') return [];
  const { problems } = parsedExpression(value);
  if (problems.length === 0 || standsInPlaceholder(value.code, problems)) return [];
  return problems.map(({ span: { start, end }, ...problem }) =>
    diagnostic({ ...problem, at: value.originOf({ start: value.codeStart + start, end: value.codeStart + end }), path: `${place.path}${step}` }),
  );
}
