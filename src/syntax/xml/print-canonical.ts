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

function nodeOf(node: PrintableNode, indent: string, options: CanonicalOptions): string {
  switch (node.kind) {
    case 'element':
      return elementOf(node, indent, options);
    case 'comment':
      return commentOf(node, options);
    case 'instruction':
      return `<?${node.text}?>`;
    case 'text': {
      const text = node.cdata ? node.text : node.text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
      // A U+FEFF that came to stand first would be read as a byte order mark.
      return node.cdata ? cdataOf(text) : escapeText(text, options.encoding, undefined).replace(/^\ufeff/, '&#xFEFF;');
    }
  }
}

function elementOf(element: PrintableElement, indent: string, options: CanonicalOptions): string {
  const { name, children } = element;
  if (isVerbatim(element, options)) return `${startTag(element, indent, options, '>')}${inlineOf(element, options)}</${name}>`;
  const block = blockOf(children.filter(({ kind }) => kind !== 'text'), indent + INDENT, options);
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
  return element.children
    .map((child) => {
      switch (child.kind) {
        case 'element': {
          const content = inlineOf(child, options);
          return content === '' ? startTagLine(child, options, ' />') : `${startTagLine(child, options, '>')}${content}</${child.name}>`;
        }
        case 'text':
          return child.cdata ? cdataOf(child.text) : escapeText(child.text, options.encoding, element.name);
        case 'comment':
          return commentOf(child, options);
        case 'instruction':
          return `<?${child.text}?>`;
      }
    })
    .join('');
}

/** All attributes on one line; one below the other when that line would be too wide. */
function startTag(element: PrintableElement, indent: string, options: CanonicalOptions, end: string): string {
  const line = startTagLine(element, options, end);
  const widest = Math.max(...`${indent}${line}`.split('\n').map(({ length }) => length));
  if (widest <= WIDEST_LINE || element.attributes.length < 2) return line;
  return `<${element.name}${attributesOf(element, options).map((attribute) => `\n${indent}${INDENT}${attribute}`).join('')}${end}`;
}

function startTagLine(element: PrintableElement, options: CanonicalOptions, end: string): string {
  return `<${[element.name, ...attributesOf(element, options)].join(' ')}${end}`;
}

function attributesOf({ attributes }: PrintableElement, { encoding, lineBreaks = 'reference' }: CanonicalOptions): string[] {
  return attributes.map(({ name, value }) => `${name}="${escapeAttribute(value, encoding, lineBreaks)}"`);
}

/** In `xml`, hyphens that XML forbids in a comment are set apart. */
function commentOf({ text }: PrintableComment, { encoding }: CanonicalOptions): string {
  if (encoding === 'rawxml') return `<!--${text.replaceAll('-->', '-- >')}-->`;
  return `<!--${text.replaceAll('--', '- -').replaceAll('--', '- -').replace(/-$/, '- ')}-->`;
}

function cdataOf(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
