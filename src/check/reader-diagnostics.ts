/** The mistakes that the XML reader found, at their places in the file and in the tree. */
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import type { PolicyDocument } from '../model/document.js';
import { textOrigin } from '../model/origin.js';
import { type Place, walkElements } from '../model/walk.js';
import type { SyntaxProblem } from '../syntax/text/syntax-problem.js';

/** @param expressionStarts where in the file the expressions of the tree start */
export function readerDiagnostics(document: PolicyDocument, expressionStarts: () => ReadonlySet<number>): Diagnostic[] {
  const { syntax } = document;
  if (syntax === undefined || syntax.problems.length === 0) return [];
  const placeAt = placeFinder(document);
  const swallowed = endTagsInComments(document, syntax.problems);
  const unclosedTags = new Set(syntax.problems.filter(({ code }) => code === 'unclosed-tag').map(({ span }) => span.start));
  // Behind an expression that never ends, quotes open and close the wrong values of its tag.
  let misreadTag: number | undefined;
  return withJoinedAmpersands(withoutGuesses(syntax.problems, expressionStarts)).flatMap(({ span, ...problem }) => {
    if (problem.code === 'unclosed-element' && swallowed.has(span.start)) return [];
    const place = placeAt(span.start);
    const tag = startTagAround(place, span.start);
    if (problem.code !== 'unclosed-tag' && unclosedTags.has(tag ?? -1)) return [];
    if (isUnclosedExpression(problem)) misreadTag = tag;
    else if (problem.code === 'quote-in-value' && tag !== undefined && tag === misreadTag) return [];
    return [diagnostic({ ...problem, at: textOrigin(syntax.source, span), path: place === undefined ? '' : `${place.path}${attributeStep(place, span.start)}` })];
  });
}

/** Where the names of the elements start around a comment or CDATA that is never closed: it is what has taken their end tags. */
function endTagsInComments(document: PolicyDocument, problems: readonly SyntaxProblem[]): ReadonlySet<number> {
  const openings = problems.filter(({ code }) => code === 'unclosed-comment' || code === 'unclosed-cdata').map(({ span }) => span.start);
  if (openings.length === 0) return NOWHERE;
  const places = [...walkElements(document)].flatMap(({ element }) => (element.syntax === undefined ? [] : [element.syntax]));
  return new Set(places.filter(({ span }) => openings.some((start) => span.start < start && start < span.end)).map(({ nameSpan }) => nameSpan.start));
}

const NOWHERE: ReadonlySet<number> = new Set();

/** Where the start tag starts in which an offset lies. In a tag that has no end, all that follows is read amiss. */
function startTagAround(place: Place | undefined, offset: number): number | undefined {
  const tag = place?.element.syntax?.startTagSpan;
  return tag !== undefined && offset < tag.end ? tag.start : undefined;
}

/**
 * When a quote is missing the reader first takes an expression for one that never ends, then reads on in another way. What
 * has become an expression of the tree after all is the C# parser's to judge; a finding remains in any case.
 */
function withoutGuesses(problems: readonly SyntaxProblem[], expressionStarts: () => ReadonlySet<number>): readonly SyntaxProblem[] {
  if (!problems.some(isUnclosedExpression)) return problems;
  const starts = expressionStarts();
  return problems.filter((problem) => !isUnclosedExpression(problem) || !starts.has(problem.span.start));
}

/** `&&` is one mistake. */
function withJoinedAmpersands(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const joined: SyntaxProblem[] = [];
  for (const problem of problems) {
    const last = joined.at(-1);
    if (problem.code === 'unescaped-ampersand' && last?.code === problem.code && last.span.end === problem.span.start) joined[joined.length - 1] = joinedTo(last, problem);
    else joined.push(problem);
  }
  return joined;
}

function joinedTo(first: SyntaxProblem, { span, fix }: SyntaxProblem): SyntaxProblem {
  return {
    ...first,
    span: { start: first.span.start, end: span.end },
    ...(first.fix === undefined || fix === undefined ? {} : { fix: { ...first.fix, edits: [...first.fix.edits, ...fix.edits] } }),
  };
}

function isUnclosedExpression({ code }: Pick<SyntaxProblem, 'code'>): boolean {
  return code === 'unclosed-expression';
}

/** Finds the innermost element in which an offset lies; to be asked for offsets in ascending order. */
function placeFinder(document: PolicyDocument): (offset: number) => Place | undefined {
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
    return open.at(-1);
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
