/** Reads policy XML, escaped or raw, into its concrete tree. Source of the order: reference/stack.md §3. */
import { removalOf } from '../text/removal.js';
import type { SyntaxProblem } from '../text/syntax-problem.js';
import { hasIllegalCharacter, ILLEGAL_CHARACTER, isNameStart, isSpace, nameEnd, skipSpace } from './characters.js';
import { cutsExpression } from './cut-expression.js';
import type { XmlDocument, XmlNode } from './node.js';
import { OpenElements } from './open-elements.js';
import {
  cdataEndInText, doctypeNotAllowed, hyphensInComment, illegalCharacter, malformedDeclaration, malformedEndTag, malformedInstruction,
  misplacedDeclaration, unclosedCData, unclosedComment, unclosedInstruction,
} from './problems.js';
import { Scan } from './scan.js';
import { readStartTag } from './start-tag.js';
import { readTextRun, type TextRun } from './text-run.js';

const BYTE_ORDER_MARK = '\ufeff';
const EXCLAMATION = 33;
const SLASH = 47;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const QUESTION = 63;
const NO_EXPRESSIONS: TextRun['expressions'] = [];

/**
 * Reads a text. Well-formed XML (several top-level elements and text among them allowed) is read as such; anything else as raw
 * policy XML, in which expressions may stand unescaped, with a problem for each mistake. Well-formed XML that cuts an expression
 * is read as raw too, if that makes sense of all of it. Never throws; linear in the text.
 */
export function parseXml(text: string): XmlDocument {
  if (hasIllegalCharacter(text)) return parseRawXml(text);
  const scan = new Scan(text, false);
  const strict = readAll(scan);
  if (strict.problems.length > 0) return parseRawXml(text);
  if (scan.withAt.some((value) => cutsExpression(text, value))) {
    const raw = parseRawXml(text);
    if (raw.problems.length === 0) return raw;
  }
  return { source: text, encoding: 'xml', ...strict };
}

/** Reads a text as XML and nothing else, also when it cuts an expression; undefined when it is not well-formed. Several top-level nodes are allowed. */
export function parseStrictXml(text: string): XmlDocument | undefined {
  if (hasIllegalCharacter(text)) return undefined;
  const { children, problems } = readAll(new Scan(text, false));
  return problems.length > 0 ? undefined : { source: text, encoding: 'xml', children, problems };
}

/** Reads a text as raw policy XML, also when it is well-formed. */
export function parseRawXml(text: string): XmlDocument {
  const scan = new Scan(text, true);
  reportIllegalCharacters(scan);
  return { source: text, encoding: 'rawxml', ...readAll(scan) };
}

function readAll(scan: Scan): { children: readonly XmlNode[]; problems: readonly SyntaxProblem[] } {
  const { text } = scan;
  const open = new OpenElements(scan);
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  for (let offset = start; offset < text.length && !scan.failed; ) {
    offset = text.charCodeAt(offset) === LESS_THAN && isNameOrSign(text, offset + 1) ? readMarkup(scan, open, offset, start) : readText(scan, open, offset);
  }
  open.finish(text.length);
  return { children: open.roots, problems: scan.problems.sort((a, b) => a.span.start - b.span.start) };
}

function isNameOrSign(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === SLASH || code === EXCLAMATION || code === QUESTION || isNameStart(text, offset);
}

/** Reads the markup at `offset`; gives the offset behind it. */
function readMarkup(scan: Scan, open: OpenElements, offset: number, documentStart: number): number {
  const { text } = scan;
  switch (text.charCodeAt(offset + 1)) {
    case SLASH:
      return readEndTag(scan, open, offset);
    case QUESTION:
      return readInstruction(scan, open, offset, documentStart);
    case EXCLAMATION:
      if (text.startsWith('<!--', offset)) return readComment(scan, open, offset);
      if (text.startsWith('<![CDATA[', offset)) return readCData(scan, open, offset);
      return skipDeclaration(scan, open, offset);
    default: {
      const tag = readStartTag(scan, offset);
      open.start(tag);
      return tag.span.end;
    }
  }
}

function readText(scan: Scan, open: OpenElements, start: number): number {
  const { end, expressions } = scan.raw ? readTextRun(scan, start, open.currentName) : { end: scan.lessThan.from(start + 1), expressions: NO_EXPRESSIONS };
  const span = { start, end };
  if (!scan.raw && scan.text.charCodeAt(start) === LESS_THAN) scan.report(malformedDeclaration(span));
  const cdataEnd = scan.cdataEnd.from(start);
  if (cdataEnd < end && !expressions.some((expression) => cdataEnd >= expression.start && cdataEnd < expression.end)) {
    scan.report(cdataEndInText({ start: cdataEnd, end: cdataEnd + 3 }));
  }
  open.add({ kind: 'text', span, value: scan.decode(span, expressions) });
  return end;
}

function readEndTag(scan: Scan, open: OpenElements, start: number): number {
  const { text } = scan;
  const nameStop = nameEnd(text, start + 2);
  const name = text.slice(start + 2, nameStop);
  const close = skipSpace(text, nameStop);
  if (name !== '' && text.charCodeAt(close) === GREATER_THAN) {
    open.end(name, { start, end: close + 1 });
    return close + 1;
  }
  const greaterThan = scan.greaterThan.from(nameStop);
  const end = greaterThan < scan.lessThan.from(start + 1) ? greaterThan + 1 : nameStop;
  scan.report(malformedEndTag({ start, end }, name));
  if (name !== '') open.end(name, { start, end });
  return end;
}

function readComment(scan: Scan, open: OpenElements, start: number): number {
  const { text } = scan;
  const close = scan.commentEnd.from(start + 4);
  if (close >= text.length) {
    const end = lineEnd(text, start);
    scan.report(unclosedComment({ start, end }));
    open.add({ kind: 'comment', span: { start, end }, text: text.slice(start + 4, end) });
    return end;
  }
  const comment = text.slice(start + 4, close);
  if (comment.includes('--') || comment.endsWith('-')) {
    const hyphens = start + 4 + (comment.includes('--') ? comment.indexOf('--') : comment.length - 1);
    scan.report(hyphensInComment({ start: hyphens, end: hyphens + 2 }, comment, start + 4));
  }
  open.add({ kind: 'comment', span: { start, end: close + 3 }, text: comment });
  return close + 3;
}

function readCData(scan: Scan, open: OpenElements, start: number): number {
  const { text } = scan;
  const close = scan.cdataEnd.from(start + 9);
  const isClosed = close < text.length;
  const contentEnd = isClosed ? close : Math.min(scan.endTag.from(start + 9), text.length);
  const end = isClosed ? close + 3 : contentEnd;
  if (!isClosed) scan.report(unclosedCData({ start, end: start + 9 }));
  open.add({ kind: 'cdata', span: { start, end }, value: scan.decodeCData({ start: start + 9, end: contentEnd }) });
  return end;
}

const XML_DECLARATION =
  /^xml\s+version\s*=\s*(?:"1\.\d"|'1\.\d')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/;

function readInstruction(scan: Scan, open: OpenElements, start: number, documentStart: number): number {
  const { text } = scan;
  const close = scan.instructionEnd.from(start + 2);
  const isClosed = close < text.length;
  const contentEnd = isClosed ? close : lineEnd(text, start);
  const end = isClosed ? close + 2 : contentEnd;
  const span = { start, end };
  const content = text.slice(start + 2, contentEnd);
  const targetEnd = nameEnd(content, 0);
  if (!isClosed) scan.report(unclosedInstruction(span));
  else if (targetEnd === 0 || (targetEnd < content.length && !isSpace(content.charCodeAt(targetEnd)))) scan.report(malformedInstruction(span));
  else if (content.slice(0, targetEnd).toLowerCase() === 'xml' && (start !== documentStart || !XML_DECLARATION.test(content))) {
    scan.report(misplacedDeclaration(span, removalOf(text, span)));
  }
  open.add({ kind: 'instruction', span, text: content });
  return end;
}

/** `<!DOCTYPE …>` and whatever else starts with `<!`: reported and left out of the tree. */
function skipDeclaration(scan: Scan, open: OpenElements, start: number): number {
  const { text } = scan;
  const greaterThan = scan.greaterThan.from(start);
  if (/^<!doctype/i.test(text.slice(start, start + 9))) {
    const subset = text.slice(start, greaterThan).includes('[') ? text.indexOf(']', start) : -1;
    const close = subset === -1 ? greaterThan : scan.greaterThan.from(subset);
    const end = Math.min(close + 1, text.length);
    scan.report(doctypeNotAllowed({ start, end }));
    return end;
  }
  const end = Math.min(greaterThan + 1, lineEnd(text, start));
  scan.report(malformedDeclaration({ start, end }));
  open.add({ kind: 'comment', span: { start, end }, text: text.slice(start + 2, text[end - 1] === '>' ? end - 1 : end) });
  return end;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

function reportIllegalCharacters(scan: Scan): void {
  const pattern = new RegExp(`${ILLEGAL_CHARACTER.source}+`, 'gu');
  let reported = 0;
  for (const match of scan.text.matchAll(pattern)) {
    scan.report(illegalCharacter({ start: match.index, end: match.index + match[0].length }, match[0].codePointAt(0) ?? 0));
    if (++reported === MOST_ILLEGAL_CHARACTERS) break;
  }
}

/** A binary file has thousands; these tell enough. */
const MOST_ILLEGAL_CHARACTERS = 20;
