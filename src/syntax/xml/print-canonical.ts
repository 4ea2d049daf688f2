/** The one layout of policy XML. Documented in docs/format.md. */
import { isBlank } from './characters.js';
import { escapeAttribute, escapeText, type LineBreaks } from './escape.js';
import type { XmlEncoding } from './node.js';
import type { PrintableComment, PrintableElement, PrintableNode } from './printable-node.js';

export interface CanonicalOptions {
  readonly encoding: XmlEncoding;
  /** Elements whose content is printed verbatim when it holds elements, because the gateway sends it as it stands. */
  readonly verbatim?: (elementName: string) => boolean;
  /** How line breaks in attributes are written in `xml`. Default `reference`, which every XML parser keeps. */
  readonly lineBreaks?: LineBreaks;
}

const INDENT = '    ';
const WIDEST_LINE = 120;

/** Prints nodes in the canonical layout, with `\n` as line end and one at the end. Printing what was read from the output gives the output. */
export function printCanonical(nodes: readonly PrintableNode[], options: CanonicalOptions): string {
  // Joined once: text that is put together bit by bit is slow to read again.
  const pieces: string[] = [];
  new CanonicalPrinter(pieces, options).block(nodes, '');
  if (pieces.length > 0) pieces.push('\n');
  return pieces.join('');
}

class CanonicalPrinter {
  readonly #pieces: string[];
  readonly #options: CanonicalOptions;

  /** @param pieces are added to */
  constructor(pieces: string[], options: CanonicalOptions) {
    this.#pieces = pieces;
    this.#options = options;
  }

  /** Nodes one below the other; blank text is left out. */
  block(nodes: readonly PrintableNode[], indent: string): void {
    let isFirst = true;
    for (const node of nodes) {
      if (node.kind === 'text' && !node.cdata && isBlank(node.text)) continue;
      if (isFirst) this.#pieces.push(indent);
      else if (node.kind === 'comment' && node.sameLine === true) this.#pieces.push(' ');
      else this.#pieces.push(hasBlankLineBefore(node) ? '\n\n' : '\n', indent);
      isFirst = false;
      this.#node(node, indent);
    }
  }

  #node(node: PrintableNode, indent: string): void {
    switch (node.kind) {
      case 'element':
        this.#element(node, indent);
        break;
      case 'comment':
        this.#pieces.push(commentOf(node, this.#options));
        break;
      case 'instruction':
        this.#pieces.push(`<?${node.text}?>`);
        break;
      case 'text':
        // A U+FEFF that came to stand first would be read as a byte order mark.
        this.#pieces.push(node.cdata ? cdataOf(node.text) : escapeText(node.text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''), this.#options.encoding, undefined).replace(/^\ufeff/, '&#xFEFF;'));
        break;
    }
  }

  #element(element: PrintableElement, indent: string): void {
    const { name, children } = element;
    if (isVerbatim(element, this.#options)) {
      this.#pieces.push(startTag(element, indent, this.#options, '>'));
      this.#inline(element);
      this.#pieces.push(`</${name}>`);
    } else if (children.some(({ kind }) => kind !== 'text')) {
      this.#pieces.push(startTag(element, indent, this.#options, '>'), '\n');
      this.block(children, indent + INDENT);
      this.#pieces.push('\n', indent, `</${name}>`);
    } else {
      this.#pieces.push(startTag(element, indent, this.#options, ' />'));
    }
  }

  /** The content of an element as it stands. */
  #inline(element: PrintableElement): void {
    for (const child of element.children) {
      switch (child.kind) {
        case 'element':
          if (child.children.some((inner) => inner.kind !== 'text' || inner.cdata || inner.text !== '')) {
            this.#pieces.push(startTagLine(child, this.#options, '>'));
            this.#inline(child);
            this.#pieces.push(`</${child.name}>`);
          } else {
            this.#pieces.push(startTagLine(child, this.#options, ' />'));
          }
          break;
        case 'text':
          this.#pieces.push(child.cdata ? cdataOf(child.text) : escapeText(child.text, this.#options.encoding, element.name));
          break;
        case 'comment':
          this.#pieces.push(commentOf(child, this.#options));
          break;
        case 'instruction':
          this.#pieces.push(`<?${child.text}?>`);
          break;
      }
    }
  }
}

function hasBlankLineBefore(node: PrintableNode): boolean {
  return (node.kind === 'element' || node.kind === 'comment') && node.blankLineBefore === true;
}

/** Content with text in it is printed as it stands: any blank more or less would be sent to someone. */
function isVerbatim({ name, children }: PrintableElement, options: CanonicalOptions): boolean {
  return (
    children.some((child) => child.kind === 'text' && (child.cdata || !isBlank(child.text))) ||
    (options.verbatim?.(name) === true && children.some(({ kind }) => kind === 'element'))
  );
}

/** All attributes on one line; one below the other when that line would be too wide. */
function startTag(element: PrintableElement, indent: string, options: CanonicalOptions, end: string): string {
  const attributes = attributesOf(element, options);
  const line = tagOf(element.name, attributes, ' ', end);
  if (attributes.length < 2 || fits(indent, line)) return line;
  return tagOf(element.name, attributes, `\n${indent}${INDENT}`, end);
}

function startTagLine(element: PrintableElement, options: CanonicalOptions, end: string): string {
  return tagOf(element.name, attributesOf(element, options), ' ', end);
}

function tagOf(name: string, attributes: readonly string[], separator: string, end: string): string {
  let tag = `<${name}`;
  for (const attribute of attributes) tag += separator + attribute;
  return tag + end;
}

/** Whether no line of a text is too wide, the first one behind an indentation. */
function fits(indent: string, text: string): boolean {
  if (indent.length + text.length <= WIDEST_LINE) return true;
  return `${indent}${text}`.split('\n').every(({ length }) => length <= WIDEST_LINE);
}

function attributesOf({ attributes }: PrintableElement, { encoding, lineBreaks = 'reference' }: CanonicalOptions): string[] {
  return attributes.map(({ name, value }) => `${name}="${escapeAttribute(value.text, encoding, lineBreaks)}"`);
}

/** In `xml`, hyphens that XML forbids in a comment are set apart. */
function commentOf({ text }: PrintableComment, { encoding }: CanonicalOptions): string {
  if (encoding === 'rawxml') return `<!--${text.replaceAll('-->', '-- >')}-->`;
  return `<!--${text.replaceAll('--', '- -').replaceAll('--', '- -').replace(/-$/, '- ')}-->`;
}

function cdataOf(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
