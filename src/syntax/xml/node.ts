/**
 * The concrete tree of one policy document: everything that was in the text, with its place, nothing interpreted but
 * entities. The reader makes it, the preserving printer and fixes edit by its spans, `model` reads meaning from it.
 */
import type { Span } from '../text/position.js';
import type { SyntaxProblem } from '../text/syntax-problem.js';

/**
 * APIM's two encodings. `xml`: well-formed XML, expressions escaped. `rawxml`: expressions stand unescaped, so that the
 * text need not be XML. Source: reference/policy-documents.md, "Raw and escaped XML".
 */
export type XmlEncoding = 'xml' | 'rawxml';

export interface XmlDocument {
  /** The text as read, byte order mark included. */
  readonly source: string;
  /** `xml` when the text is well-formed XML, else `rawxml`. */
  readonly encoding: XmlEncoding;
  /** Top-level nodes; several elements for a bare snippet. */
  readonly children: readonly XmlNode[];
  /** Mistakes in document order; empty when the document was read without loss. */
  readonly problems: readonly SyntaxProblem[];
}

export type XmlNode = XmlElement | XmlText | XmlCData | XmlComment | XmlProcessingInstruction;

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  /** The name in the start tag. */
  readonly nameSpan: Span;
  /** From `<` of the start tag to behind `>` of the end tag. */
  readonly span: Span;
  /** From `<` to behind `>` of the start tag (all of it when self-closing). */
  readonly startTagSpan: Span;
  /** The end tag; absent when self-closing, or when it is missing (then there is a problem). */
  readonly endTagSpan?: Span;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
}

export interface XmlAttribute {
  readonly name: string;
  readonly nameSpan: Span;
  /** From the name to behind the closing quote. */
  readonly span: Span;
  readonly quote: '"' | "'";
  /** The value between the quotes. */
  readonly value: DecodedText;
}

/** A text run between markup; may be white space only. */
export interface XmlText {
  readonly kind: 'text';
  readonly span: Span;
  readonly value: DecodedText;
}

export interface XmlCData {
  readonly kind: 'cdata';
  /** With `<![CDATA[` and `]]>`. */
  readonly span: Span;
  readonly value: DecodedText;
}

export interface XmlComment {
  readonly kind: 'comment';
  /** With `<!--` and `-->`. */
  readonly span: Span;
  /** Between `<!--` and `-->`. */
  readonly text: string;
}

/** `<?…?>`, the XML declaration included. */
export interface XmlProcessingInstruction {
  readonly kind: 'instruction';
  readonly span: Span;
  /** Between `<?` and `?>`. */
  readonly text: string;
}

/** A stretch of source after entities were decoded, with the way back to the source. */
export interface DecodedText {
  /** Where the undecoded text stands in the source. */
  readonly span: Span;
  /** The decoded text. */
  readonly text: string;
  /**
   * Absent when nothing was decoded (then offset = `span.start` + decoded offset). Else for each decoded UTF-16 unit, and
   * for the end, its offset in the source.
   */
  readonly offsets?: Int32Array;
}

/** The source offset of a decoded offset (0 to `text.length`). */
export function sourceOffset(value: DecodedText, decodedOffset: number): number {
  return value.offsets?.[decodedOffset] ?? value.span.start + decodedOffset;
}
