/** Policy text as the service gives it out: in the layout of .NET's XmlWriter with tabs. Source: reference/management-api.md §2.4. */
import type { XmlEncoding } from '../../syntax/xml/node.js';
import { expressionSpans } from '../../syntax/xml/expression-spans.js';
import type { ServiceElement, ServiceNode } from './service-node.js';

const LINE_END = '\r\n';
const INDENT = '\t';

/**
 * Prints nodes with each element on a line of its own, but for what stands in an element behind text. `rawxml` has the same layout, and its
 * expressions stand as they are, quotes and `<` in them too, so that it may be no XML.
 */
export function printServiceXml(nodes: readonly ServiceNode[], format: XmlEncoding): string {
  const printer = new ServicePrinter(format);
  printer.content(nodes, 0, false);
  return printer.printed();
}

class ServicePrinter {
  readonly #pieces: string[] = [];
  readonly #format: XmlEncoding;

  constructor(format: XmlEncoding) {
    this.#format = format;
  }

  printed(): string {
    return this.#pieces.join('');
  }

  /** Gives whether text stood among the nodes, or around them: from there on nothing is put on a line of its own. */
  content(nodes: readonly ServiceNode[], depth: number, isBehindText: boolean): boolean {
    let inline = isBehindText;
    for (const node of nodes) {
      if (node.kind === 'text' || node.kind === 'cdata') inline = true;
      else if (!inline) this.#startLine(depth);
      switch (node.kind) {
        case 'element':
          this.#element(node, depth, inline);
          break;
        case 'text':
          this.#pieces.push(withLineEnds(this.#escaped(node.text, IN_TEXT)));
          break;
        case 'cdata':
          this.#pieces.push(`<![CDATA[${withLineEnds(node.text.replaceAll(']]>', ']]]]><![CDATA[>'))}]]>`);
          break;
        case 'comment':
          this.#pieces.push(`<!--${withLineEnds(node.text.replace(/-(?=-|$)/gu, '- '))}-->`);
          break;
        case 'instruction':
          this.#pieces.push(`<?${withLineEnds(node.text)}?>`);
          break;
      }
    }
    return inline;
  }

  #element({ name, attributes, isClosedInTag, children }: ServiceElement, depth: number, isBehindText: boolean): void {
    this.#pieces.push(`<${name}`);
    for (const attribute of attributes) this.#pieces.push(` ${attribute.name}="${this.#escaped(attribute.value, IN_ATTRIBUTE)}"`);
    if (isClosedInTag) {
      this.#pieces.push(' />');
      return;
    }
    this.#pieces.push('>');
    // The root element is not affected by what stands around it.
    const inline = this.content(children, depth + 1, isBehindText && depth > 0);
    if (children.length > 0 && !inline) this.#startLine(depth);
    this.#pieces.push(`</${name}>`);
  }

  #startLine(depth: number): void {
    if (this.#pieces.length > 0) this.#pieces.push(LINE_END, INDENT.repeat(depth));
  }

  #escaped(text: string, characters: RegExp): string {
    if (this.#format === 'xml' || !text.includes('@')) return text.replace(characters, referenceTo);
    let written = '';
    let copied = 0;
    for (const { start, end } of expressionSpans(text)) {
      written += text.slice(copied, start).replace(characters, referenceTo) + text.slice(start, end);
      copied = end;
    }
    return written + text.slice(copied).replace(characters, referenceTo);
  }
}

const IN_TEXT = /[&<>]/gu;
const IN_ATTRIBUTE = /[&<>"\n\r\t]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#xA;', '\r': '&#xD;', '\t': '&#x9;',
};

function referenceTo(character: string): string {
  return REFERENCES[character] ?? character;
}

function withLineEnds(text: string): string {
  return text.replace(/\r\n?|\n/gu, LINE_END);
}
