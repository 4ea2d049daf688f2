/** The policy tree: what both front doors, the DSL and the XML reader, make, and all that every later stage sees. */
import type { SyntaxProblem } from '../syntax/text/syntax-problem.js';
import type { XmlDocument, XmlElement } from '../syntax/xml/node.js';
import type { Origin, SourceText } from './origin.js';
import type { PriorityRouting } from './priority-routing.js';
import type { Scope } from './scope.js';
import type { PolicyValue } from './value.js';

/**
 * One policy document. `policies`: a scope's document; `fragment`; `resolver`: a GraphQL data source as root; `snippet`:
 * bare policies or sections, as documentation and code review show them.
 */
export interface PolicyDocument {
  readonly kind: 'policies' | 'fragment' | 'resolver' | 'snippet';
  /** Known for authored documents and for files whose path or configuration says it. */
  readonly scope?: Scope;
  /** The document's name: the file's for XML, the author's for TypeScript (used for output file names). */
  readonly name: string;
  /** Of a fragment: what the file beside it says that it is for. */
  readonly description?: string;
  /** Top-level nodes: the root element, comments around it; several elements for a snippet. */
  readonly roots: readonly PolicyNode[];
  readonly origin: Origin;
  /** For documents read from XML: the text, its concrete tree and the reader's problems. */
  readonly syntax?: DocumentSyntax;
}

export interface DocumentSyntax {
  readonly source: SourceText;
  readonly xml: XmlDocument;
  readonly problems: readonly SyntaxProblem[];
}

export type PolicyNode = PolicyElement | PolicyText | PolicyComment;

export interface PolicyElement {
  readonly kind: 'element';
  /** As written: `llm-token-limit`. */
  readonly name: string;
  /** In document order; a duplicate stays in the list, so that it can be reported. */
  readonly attributes: readonly PolicyAttribute[];
  /** White space between elements is dropped; text is kept where an element has text alone or it is not white space. */
  readonly children: readonly PolicyNode[];
  /** The start tag, or the builder's call. */
  readonly origin: Origin;
  /** For elements read from XML, so that fixes can edit it. */
  readonly syntax?: XmlElement;
  /** For the choose that the priorityRouting pattern made: what its author stated. */
  readonly priorityRouting?: PriorityRouting;
}

export interface PolicyAttribute {
  readonly name: string;
  readonly value: PolicyValue;
  /** Name and value. */
  readonly origin: Origin;
}

export interface PolicyText {
  readonly kind: 'text';
  readonly value: PolicyValue;
  readonly origin: Origin;
  /** Written as `<![CDATA[…]]>`. */
  readonly cdata: boolean;
}

export interface PolicyComment {
  readonly kind: 'comment';
  readonly text: string;
  readonly origin: Origin;
}
