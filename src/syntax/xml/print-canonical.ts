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
  const lines = blockOf(nodes, '', options);
  return lines === '' ? '' : `${lines}\n`;
}

/** Nodes one below the other. */
function blockOf(nodes: readonly PrintableNode[], indent: string, options: CanonicalOptions): string {
  let printed = '';
  for (const node of nodes) {
    const text = nodeOf(node, indent, options);
    if (text === '') continue;
    if (printed === '') printed = indent + text;
    else if (node.kind === 'comment' && node.sameLine === true) printed += ` ${text}`;
    else printed += `${hasBlankLineBefore(node) ? '\n\n' : '\n'}${indent}${text}`;
  }
  return printed;
}

function hasBlankLineBefore(node: PrintableNode): boolean {
  return (node.kind === 'element' || node.kind === 'comment') && node.blankLineBefore === true;
}

/** Empty for blank text. */
function nodeOf(node: PrintableNode, indent: string, options: CanonicalOptions): string {
  switch (node.kind) {
    case 'element':
      return elementOf(node, indent, options);
    case 'comment':
      return commentOf(node, options);
    case 'instruction':
      return `<?${node.text}?>`;
    case 'text':
      if (node.cdata) return cdataOf(node.text);
      // A U+FEFF that came to stand first would be read as a byte order mark.
      return isBlank(node.text) ? '' : escapeText(node.text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''), options.encoding, undefined).replace(/^\ufeff/, '&#xFEFF;');
  }
}

function elementOf(element: PrintableElement, indent: string, options: CanonicalOptions): string {
  const { name, children } = element;
  if (isVerbatim(element, options)) return `${startTag(element, indent, options, '>')}${inlineOf(element, options)}</${name}>`;
  const block = blockOf(children, indent + INDENT, options);
  if (block === '') return startTag(element, indent, options, ' />');
  return `${startTag(element, indent, options, '>')}\n${block}\n${indent}</${name}>`;
}

/** Content with text in it is printed as it stands: any blank more or less would be sent to someone. */
function isVerbatim({ name, children }: PrintableElement, options: CanonicalOptions): boolean {
  return (
    children.some((child) => child.kind === 'text' && (child.cdata || !isBlank(child.text))) ||
    (options.verbatim?.(name) === true && children.some(({ kind }) => kind === 'element'))
  );
}

function inlineOf(element: PrintableElement, options: CanonicalOptions): string {
  let printed = '';
  for (const child of element.children) {
    switch (child.kind) {
      case 'element': {
        const content = inlineOf(child, options);
        printed += content === '' ? startTagLine(child, options, ' />') : `${startTagLine(child, options, '>')}${content}</${child.name}>`;
        break;
      }
      case 'text':
        printed += child.cdata ? cdataOf(child.text) : escapeText(child.text, options.encoding, element.name);
        break;
      case 'comment':
        printed += commentOf(child, options);
        break;
      case 'instruction':
        printed += `<?${child.text}?>`;
        break;
    }
  }
  return printed;
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
