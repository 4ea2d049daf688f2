/** Puts the nodes that the reader finds into a tree, and matches end tags with start tags. */
import { closestName } from '../text/closest-name.js';
import type { Span } from '../text/position.js';
import type { XmlAttribute, XmlElement, XmlNode } from './node.js';
import { mismatchedEndTag, nestingTooDeep, strayEndTag, unclosedAtEnd, unclosedElement } from './problems.js';
import type { Scan } from './scan.js';

/** Deeper elements are matched but not kept. */
const DEEPEST_NESTING = 1000;

export interface StartTag {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly attributes: readonly XmlAttribute[];
  readonly selfClosing: boolean;
}

interface OpenElement {
  readonly tag: StartTag;
  readonly children: XmlNode[];
  /** An end tag that matched nothing while this element was the innermost: perhaps this element's own, misnamed. */
  stray?: { readonly name: string; readonly span: Span; readonly childrenBefore: number };
}

export class OpenElements {
  readonly roots: XmlNode[] = [];
  readonly #scan: Scan;
  readonly #open: OpenElement[] = [];
  readonly #openCounts = new Map<string, number>();
  #saidTooDeep = false;

  constructor(scan: Scan) {
    this.#scan = scan;
  }

  /** The innermost open element's name. */
  get currentName(): string | undefined {
    return this.#open.at(-1)?.tag.name;
  }

  add(node: XmlNode): void {
    (this.#open.at(-1)?.children ?? this.roots).push(node);
  }

  start(tag: StartTag): void {
    if (tag.selfClosing) {
      this.add(elementOf(tag, [], tag.span.end, undefined));
      return;
    }
    this.#open.push({ tag, children: [] });
    this.#openCounts.set(tag.name, (this.#openCounts.get(tag.name) ?? 0) + 1);
    if (this.#open.length > DEEPEST_NESTING && !this.#saidTooDeep) {
      this.#saidTooDeep = true;
      this.#scan.report(nestingTooDeep(tag.nameSpan, DEEPEST_NESTING));
    }
  }

  end(name: string, span: Span): void {
    const innermost = this.#open.at(-1);
    if (innermost?.tag.name === name) {
      this.#close(innermost, span.end, span);
    } else if ((this.#openCounts.get(name) ?? 0) > 0) {
      this.#closeUpTo(name, span);
    } else if (innermost !== undefined && isMisspelling(name, innermost.tag.name)) {
      this.#scan.report(mismatchedEndTag(span, name, innermost.tag.name));
      this.#close(innermost, span.end, span);
    } else if (innermost !== undefined && innermost.stray === undefined) {
      innermost.stray = { name, span, childrenBefore: innermost.children.length };
    } else {
      this.#scan.report(strayEndTag(span, name));
    }
  }

  /** Closes what is still open where the document ends. */
  finish(end: number): void {
    const innermost = this.#open.at(-1);
    if (innermost !== undefined && innermost.stray === undefined) {
      this.#scan.report(unclosedAtEnd(innermost.tag.nameSpan, innermost.tag.name, this.#open.length - 1));
    }
    for (let open = innermost; open !== undefined; open = this.#open.at(-1)) {
      this.#reportStray(open, true);
      this.#close(open, end, undefined);
    }
  }

  #closeUpTo(name: string, span: Span): void {
    for (let open = this.#open.at(-1); open !== undefined; open = this.#open.at(-1)) {
      if (open.tag.name === name) {
        this.#close(open, span.end, span);
        return;
      }
      if (open.stray === undefined) this.#scan.report(unclosedElement(open.tag.nameSpan, open.tag.name, name));
      else this.#reportStray(open, true);
      this.#close(open, span.start, undefined);
    }
  }

  /** A stray end tag in an element that is itself never closed was meant for it; in one that is, it closed nothing. */
  #reportStray(open: OpenElement, isMissingOwnEnd: boolean): void {
    if (open.stray === undefined) return;
    const { name, span } = open.stray;
    this.#scan.report(isMissingOwnEnd ? mismatchedEndTag(span, name, open.tag.name) : strayEndTag(span, name));
  }

  #close(open: OpenElement, end: number, endTagSpan: Span | undefined): void {
    const { tag, stray } = open;
    this.#open.pop();
    this.#openCounts.set(tag.name, (this.#openCounts.get(tag.name) ?? 1) - 1);
    if (endTagSpan !== undefined) this.#reportStray(open, false);
    const isMeantByStray = endTagSpan === undefined && stray !== undefined;
    const after = isMeantByStray ? open.children.splice(stray.childrenBefore) : [];
    const element = elementOf(tag, open.children, isMeantByStray ? stray.span.end : end, isMeantByStray ? stray.span : endTagSpan);
    if (this.#open.length < DEEPEST_NESTING) this.add(element);
    for (const node of after) this.add(node);
  }
}

function elementOf(tag: StartTag, children: readonly XmlNode[], end: number, endTagSpan: Span | undefined): XmlElement {
  const { name, nameSpan, span, attributes } = tag;
  return {
    kind: 'element', name, nameSpan,
    span: { start: span.start, end },
    startTagSpan: span,
    ...(endTagSpan === undefined ? {} : { endTagSpan }),
    attributes, children,
  };
}

function isMisspelling(found: string, open: string): boolean {
  return found.length < 100 && open.length < 100 && closestName(found, [open]) !== undefined;
}
