/** Policy text as the service takes it in: what .NET's XmlDocument makes of it, blank text between elements dropped. */
import { isBlank } from '../../syntax/xml/characters.js';
import { referenceAt } from '../../syntax/xml/decode-text.js';
import type { XmlDocument, XmlElement, XmlNode } from '../../syntax/xml/node.js';
import type { Span } from '../../syntax/text/position.js';

export type ServiceNode = ServiceElement | ServiceText | ServiceRemark;

export interface ServiceElement {
  readonly kind: 'element';
  readonly name: string;
  /** Values with the line ends as they were sent. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  /** Written as `<x />`: the service keeps that apart from `<x></x>`. */
  readonly isClosedInTag: boolean;
  readonly children: readonly ServiceNode[];
}

export interface ServiceText {
  readonly kind: 'text' | 'cdata';
  readonly text: string;
}

export interface ServiceRemark {
  readonly kind: 'comment' | 'instruction';
  readonly text: string;
}

/** The nodes of well-formed XML as the service holds them: references are decoded, the XML declaration is dropped. Source: reference/management-api.md §2.4. */
export function serviceNodes({ source, children }: XmlDocument): ServiceNode[] {
  return new ServiceReader(source).nodes(children, false);
}

/** Line ends stay as they stand. */
function withoutReferences(text: string): string {
  let decoded = '';
  let copied = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    const reference = referenceAt(text, at);
    if (reference?.text === undefined) continue;
    decoded += text.slice(copied, at) + reference.text;
    copied = reference.end;
  }
  return decoded + text.slice(copied);
}

class ServiceReader {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  #text({ start, end }: Span): string {
    return withoutReferences(this.#source.slice(start, end));
  }

  /** @param keepsBlanks whether `xml:space` says so */
  nodes(nodes: readonly XmlNode[], keepsBlanks: boolean): ServiceNode[] {
    return nodes.flatMap((node): ServiceNode[] => {
      switch (node.kind) {
        case 'element':
          return [this.#element(node, keepsBlanks)];
        case 'text': {
          const text = this.#text(node.span);
          return isBlank(text) && !keepsBlanks ? [] : [{ kind: 'text', text }];
        }
        case 'cdata':
          return [{ kind: 'cdata', text: node.value.text }];
        case 'comment':
          return [{ kind: 'comment', text: node.text }];
        case 'instruction':
          return XML_DECLARATION.test(node.text) ? [] : [{ kind: 'instruction', text: node.text }];
      }
    });
  }

  #element({ name, attributes, children, endTagSpan }: XmlElement, keepsBlanks: boolean): ServiceElement {
    const space = attributes.find((attribute) => attribute.name === 'xml:space')?.value.text;
    return {
      kind: 'element',
      name,
      attributes: attributes.map((attribute) => ({ name: attribute.name, value: this.#text(attribute.value.span) })),
      isClosedInTag: endTagSpan === undefined,
      children: this.nodes(children, space === undefined ? keepsBlanks : space === 'preserve'),
    };
  }
}

const XML_DECLARATION = /^xml\s/u;
