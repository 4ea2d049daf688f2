/** A policy as it was sent, and the XML that it stands for. */
import type { XmlEncoding, XmlNode } from '../../syntax/xml/node.js';
import { expressionSpans } from '../../syntax/xml/expression-spans.js';
import { parseRawXml } from '../../syntax/xml/parse-xml.js';
import { LineIndex } from '../../syntax/text/line-index.js';
import type { Position, Span } from '../../syntax/text/position.js';

/** A character of an expression that XML wants as a reference. */
interface Replacement {
  /** Where it stands in what was sent. */
  readonly at: number;
  readonly text: string;
}

/**
 * In `xml` the text is the XML. In `rawxml` expressions are taken literally, whatever stands in them, and all else has to be XML; what looks like a
 * reference in an expression is none. Source: reference/management-api.md §2.4.
 */
export class SentText {
  /** Well-formed, if the author has made no mistake. */
  readonly xml: string;
  readonly #sent: string;
  readonly #replacements: readonly Replacement[];
  #lines: LineIndex | undefined;

  constructor(sent: string, format: XmlEncoding) {
    this.#sent = sent;
    this.#replacements = format === 'xml' ? [] : [...replacementsIn(sent, parseRawXml(sent).children)];
    this.xml = withReplacements(sent, this.#replacements);
  }

  /** The place in what was sent of an offset in `xml`. */
  position(offset: number): Position {
    let added = 0;
    for (const { at, text } of this.#replacements) {
      if (at + added >= offset) break;
      added += Math.min(text.length - 1, offset - at - added);
    }
    return (this.#lines ??= new LineIndex(this.#sent)).position(offset - added);
  }
}

function* replacementsIn(source: string, nodes: readonly XmlNode[]): Generator<Replacement> {
  for (const node of nodes) {
    if (node.kind === 'text') yield* inExpressions(source, node.span);
    if (node.kind === 'comment') yield* inComment(source, node.span);
    if (node.kind !== 'element') continue;
    for (const { value } of node.attributes) yield* inExpressions(source, value.span);
    yield* replacementsIn(source, node.children);
  }
}

function* inExpressions(source: string, { start, end }: Span): Generator<Replacement> {
  const text = source.slice(start, end);
  if (!text.includes('@')) return;
  for (const expression of expressionSpans(text)) {
    for (let at = expression.start; at < expression.end; at++) {
      const reference = REFERENCES[text.charAt(at)];
      if (reference !== undefined) yield { at: start + at, text: reference };
    }
  }
}

/** Hyphens that XML forbids in comments, and that nobody has seen refused: they are set apart. Source: the reader's warning `double-hyphen-in-comment`. */
function* inComment(source: string, { start, end }: Span): Generator<Replacement> {
  const contentEnd = end - '-->'.length;
  for (let at = source.indexOf('-', start + '<!--'.length); at !== -1 && at < contentEnd; at = source.indexOf('-', at + 1)) {
    if (source[at + 1] === '-') yield { at, text: '- ' };
  }
}

/** `>` too, because `]]>` may not stand in text. */
const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function withReplacements(sent: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return sent;
  const pieces: string[] = [];
  let copied = 0;
  for (const { at, text } of replacements) {
    pieces.push(sent.slice(copied, at), text);
    copied = at + 1;
  }
  pieces.push(sent.slice(copied));
  return pieces.join('');
}
