/** Puts the nodes that the reader finds into a tree, and matches end tags with start tags. */
import { closestName } from '../text/closest-name.js';
import type { Span } from '../text/position.js';
import type { XmlAttribute, XmlElement, XmlNode } from './node.js';
import { mismatchedEndTag, nestingTooDeep, strayEndTag, unclosedAtEnd, unclosedElement } from './problems.js';
import type { Scan } from './scan.js';

/** Deeper elements are matched but not kept. */
const DEEPEST_NESTING = 1000;

/** More nodes stay in the element before them, so that moving them up level by level stays linear. */
const MOST_MOVED = 200;

export interface StartTag {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly attributes: readonly XmlAttribute[];
  readonly selfClosing: boolean;
  /** It has no `>`, which is reported already. */
  readonly unclosed?: boolean;
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
  /** How often each name is open; counted from the first end tag on that does not match. */
  #openCounts: Map<string, number> | undefined;
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
    this.#count(tag.name, 1);
    if (this.#open.length > DEEPEST_NESTING && !this.#saidTooDeep) {
      this.#saidTooDeep = true;
      this.#scan.report(nestingTooDeep(tag.nameSpan, DEEPEST_NESTING));
    }
  }

  end(name: string, span: Span): void {
    const innermost = this.#open.at(-1);
    if (innermost?.tag.name === name) {
      this.#close(innermost, span.end, span);
    } else if (this.#isOpen(name)) {
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
    if (innermost !== undefined && innermost.stray === undefined && innermost.tag.unclosed !== true) {
      this.#scan.report(unclosedAtEnd(innermost.tag.nameSpan, innermost.tag.name, this.#open.length - 1));
    }
    for (let open = innermost; open !== undefined; open = this.#open.at(-1)) {
      this.#reportStray(open, true);
      this.#close(open, end, undefined);
    }
  }

  #isOpen(name: string): boolean {
    if (this.#openCounts === undefined) {
      this.#openCounts = new Map();
      for (const { tag } of this.#open) this.#count(tag.name, 1);
    }
    return (this.#openCounts.get(name) ?? 0) > 0;
  }

  #count(name: string, change: 1 | -1): void {
    this.#openCounts?.set(name, (this.#openCounts.get(name) ?? 0) + change);
  }

  #closeUpTo(name: string, span: Span): void {
    for (let open = this.#open.at(-1); open !== undefined; open = this.#open.at(-1)) {
      if (open.tag.name === name) {
        this.#close(open, span.end, span);
        return;
      }
      if (open.stray !== undefined) this.#reportStray(open, true);
      else if (open.tag.unclosed !== true) this.#scan.report(unclosedElement(open.tag.nameSpan, open.tag.name, name));
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
    this.#count(tag.name, -1);
    if (endTagSpan !== undefined) this.#reportStray(open, false);
    if (this.#open.length >= DEEPEST_NESTING) return;
    const childrenKept = stray?.childrenBefore ?? 0;
    const endsEarlier = endTagSpan === undefined && (stray !== undefined || tag.unclosed === true);
    if (!endsEarlier || open.children.length - childrenKept > MOST_MOVED) {
      this.add(elementOf(tag, open.children, end, endTagSpan));
      return;
    }
    const behind = open.children.splice(childrenKept);
    this.add(elementOf(tag, open.children, stray?.span.end ?? tag.span.end, stray?.span));
    for (const node of behind) this.add(node);
  }
}

function elementOf(tag: StartTag, children: readonly XmlNode[], end: number, endTagSpan: Span | undefined): XmlElement {
  const { name, nameSpan, span: startTagSpan, attributes } = tag;
  const span = { start: startTagSpan.start, end };
  if (endTagSpan === undefined) return { kind: 'element', name, nameSpan, span, startTagSpan, attributes, children };
  return { kind: 'element', name, nameSpan, span, startTagSpan, endTagSpan, attributes, children };
}

function isMisspelling(found: string, open: string): boolean {
  return found.length > 3 && found.length < 100 && open.length < 100 && closestName(found, [open]) !== undefined;
}
