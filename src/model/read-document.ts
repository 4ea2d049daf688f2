/** Concrete XML tree to policy tree. */
import type { SyntaxProblem } from '../syntax/text/syntax-problem.js';
import type { Span } from '../syntax/text/position.js';
import { type DecodedText, sourceOffset, type XmlAttribute, type XmlDocument, type XmlElement, type XmlNode } from '../syntax/xml/node.js';
import { isBlank } from '../syntax/xml/characters.js';
import { startsExpression } from '../syntax/xml/expression-start.js';
import { unclosedExpression } from '../syntax/xml/problems.js';
import type { PolicyAttribute, PolicyDocument, PolicyElement, PolicyNode } from './document.js';
import { holdsMessage } from './message-content.js';
import { type Origin, type SourceText, textOrigin } from './origin.js';
import { policyValue } from './policy-value.js';
import type { Scope } from './scope.js';
import type { PolicyValue } from './value.js';

/** Root elements of resolver documents. Source: reference/policy-documents.md, "Root elements". */
const RESOLVER_ROOTS: ReadonlySet<string> = new Set(['http-data-source', 'sql-data-source', 'cosmosdb-data-source']);

/**
 * Reads the policy tree of a parsed document. Nothing is refused: what is wrong with the XML is in `syntax.problems` (with the
 * expressions that never close), what is wrong with the policies is the checks' to say. Processing instructions are left out.
 */
export function readPolicyDocument(xml: XmlDocument, source: SourceText, about: { readonly name: string; readonly scope?: Scope }): PolicyDocument {
  const reader = new DocumentReader(source, xml.problems);
  const roots = reader.nodes(xml.children, false);
  return {
    kind: kindOf(roots),
    ...(about.scope === undefined ? {} : { scope: about.scope }),
    name: about.name,
    roots,
    origin: textOrigin(source, { start: 0, end: xml.source.length }),
    syntax: { source, xml, problems: reader.problems() },
  };
}

function kindOf(roots: readonly PolicyNode[]): PolicyDocument['kind'] {
  const elements = roots.filter((node) => node.kind === 'element');
  if (elements.some(({ name }) => name === 'policies')) return 'policies';
  if (elements.some(({ name }) => name === 'fragment')) return 'fragment';
  return elements.length === 1 && elements.some(({ name }) => RESOLVER_ROOTS.has(name)) ? 'resolver' : 'snippet';
}

class DocumentReader {
  readonly #source: SourceText;
  readonly #problems: SyntaxProblem[];
  readonly #unclosedExpressions: ReadonlySet<number>;

  constructor(source: SourceText, problems: readonly SyntaxProblem[]) {
    this.#source = source;
    this.#problems = [...problems];
    this.#unclosedExpressions = new Set(problems.filter(({ code }) => code === 'unclosed-expression').map(({ span }) => span.start));
  }

  problems(): readonly SyntaxProblem[] {
    return this.#problems.sort((a, b) => a.span.start - b.span.start);
  }

  /** @param keepsBlanks whether white space between elements belongs to the content: a message body written in XML */
  nodes(nodes: readonly XmlNode[], keepsBlanks: boolean): PolicyNode[] {
    const read: PolicyNode[] = [];
    for (const node of nodes) {
      switch (node.kind) {
        case 'element':
          read.push(this.#element(node, keepsBlanks));
          break;
        case 'comment':
          read.push({ kind: 'comment', text: node.text.replace(/\r\n?/g, '\n'), origin: this.#origin(node.span) });
          break;
        case 'text':
        case 'cdata': {
          const cdata = node.kind === 'cdata';
          if (!cdata && !keepsBlanks && isBlank(node.value.text)) break;
          read.push({ kind: 'text', value: this.#value(node.value), origin: this.#origin(node.span), cdata });
          break;
        }
        case 'instruction':
          break;
      }
    }
    return read;
  }

  #element(element: XmlElement, keepsBlanks: boolean): PolicyElement {
    const inside = keepsBlanks || (holdsMessage(element.name) && element.children.some(({ kind }) => kind === 'element'));
    return {
      kind: 'element',
      name: element.name,
      attributes: element.attributes.map((attribute) => this.#attribute(attribute)),
      children: this.nodes(element.children, inside),
      origin: this.#origin(element.startTagSpan),
      syntax: element,
    };
  }

  #attribute({ name, span, value }: XmlAttribute): PolicyAttribute {
    return { name, value: this.#value(value), origin: this.#origin(span) };
  }

  #value(decoded: DecodedText): PolicyValue {
    const value = policyValue(decoded.text, (span) =>
      this.#origin({ start: sourceOffset(decoded, span.start), end: sourceOffset(decoded, span.end) }),
    );
    if (value.kind === 'literal' && decoded.text.includes('@')) this.#reportUnclosed(decoded);
    return value;
  }

  #reportUnclosed(decoded: DecodedText): void {
    const start = decoded.text.search(/[^ \t\r\n]/);
    const at = sourceOffset(decoded, start);
    if (start === -1 || !startsExpression(decoded.text, start) || this.#unclosedExpressions.has(at)) return;
    const end = sourceOffset(decoded, start + 2);
    this.#problems.push(unclosedExpression({ start: at, end }, decoded.text.slice(start, start + 2)));
  }

  #origin(span: Span): Origin {
    return textOrigin(this.#source, span);
  }
}
