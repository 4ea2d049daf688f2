/** What .NET's XML reader says of the first mistake in a text that is not well-formed. Source: System.Xml; reference/management-api.md §2.7, 1 to 4. */
import { isSpace, isXmlCharacter, nameEnd, skipSpace } from '../../syntax/xml/characters.js';
import { LineIndex } from '../../syntax/text/line-index.js';
import { NO_PREFIXES, type Prefixes, withDeclared } from './xml-prefixes.js';

export interface XmlError {
  /** `An error occurred while parsing EntityName.` */
  readonly message: string;
  /** Offset in the text; absent where .NET gives no place. */
  readonly at?: number;
}

/** undefined for well-formed text: one root element, comments and instructions around it. */
export function firstXmlError(text: string): XmlError | undefined {
  return new XmlReading(text).firstMistake();
}

class Mistake implements XmlError {
  readonly message: string;
  readonly at?: number;

  constructor(message: string, at?: number) {
    this.message = message;
    if (at !== undefined) this.at = at;
  }
}

/** The offset where reading goes on, or why it does not. */
type Step = number | Mistake;

interface OpenElement {
  readonly name: string;
  readonly nameStart: number;
  readonly prefixes: Prefixes;
}

const END_OF_FILE = 'Unexpected end of file has occurred.';
const NO_DTD =
  'For security reasons DTD is prohibited in this XML document. To enable DTD processing set the DtdProcessing property on XmlReaderSettings to Parse and pass the settings into XmlReader.Create method.';
const NO_ROOT = 'Data at the root level is invalid.';

const PREDEFINED: ReadonlySet<string> = new Set(['lt', 'gt', 'amp', 'quot', 'apos']);

class XmlReading {
  readonly #text: string;
  readonly #open: OpenElement[] = [];
  #hasRoot = false;

  constructor(text: string) {
    this.#text = text;
  }

  firstMistake(): Mistake | undefined {
    for (let offset = 0; offset < this.#text.length; ) {
      const step = this.#text[offset] === '<' ? this.#markup(offset) : this.#characters(offset);
      if (typeof step !== 'number') return step;
      offset = step;
    }
    if (this.#open.length > 0) return this.#endOfFile();
    return this.#hasRoot ? undefined : new Mistake('Root element is missing.');
  }

  #endOfFile(): Mistake {
    const names = this.#open.map(({ name }) => name).reverse();
    const unclosed = names.length === 0 ? '' : ` The following elements are not closed: ${names.join(', ')}.`;
    return new Mistake(`${END_OF_FILE}${unclosed}`, this.#text.length);
  }

  #endOfFileIn(what: string): Mistake {
    return new Mistake(`Unexpected end of file while parsing ${what} has occurred.`, this.#text.length);
  }

  #unexpected(at: number, expected: string): Mistake {
    if (at >= this.#text.length) return this.#endOfFile();
    return new Mistake(`'${tokenAt(this.#text, at)}' is an unexpected token. ${expected}`, at);
  }

  #badNameStart(at: number): Mistake {
    if (at >= this.#text.length) return this.#endOfFileIn('Name');
    return new Mistake(`Name cannot begin with the ${shownCharacter(this.#text, at, "' character")}.`, at);
  }

  #markup(start: number): Step {
    switch (this.#text[start + 1]) {
      case '/':
        return this.#endTag(start + 2);
      case '?':
        return this.#instruction(start);
      case '!':
        return this.#declaration(start + 2);
      case undefined:
        return this.#open.length > 0 ? this.#endOfFile() : new Mistake(NO_ROOT, start);
      default:
        return this.#startTag(start + 1);
    }
  }

  #declaration(start: number): Step {
    const text = this.#text;
    if (text.startsWith('--', start)) return this.#comment(start + 2);
    if (text.startsWith('[CDATA[', start) && this.#open.length > 0) return this.#cdata(start + 7);
    if (['--', '[CDATA['].some((opening) => opening.startsWith(text.slice(start)))) return this.#endOfFile();
    if (text[start] === '-') return this.#unexpected(start + 1, "The expected token is '-'.");
    if (text[start] === '[' && this.#open.length > 0) return this.#unexpected(start + 1, "The expected token is 'CDATA['.");
    if (this.#open.length > 0) return this.#unexpected(start, "The expected token is '<!--' or '<[CDATA['.");
    if (text.startsWith('DOCTYPE', start)) return new Mistake(NO_DTD);
    return new Mistake(NO_ROOT, start - 2);
  }

  #comment(start: number): Step {
    const hyphens = this.#text.indexOf('--', start);
    if (hyphens === -1) return this.#illegalIn(start, this.#text.length) ?? this.#endOfFileIn('Comment');
    const illegal = this.#illegalIn(start, hyphens);
    if (illegal !== undefined) return illegal;
    if (hyphens + 2 >= this.#text.length) return this.#endOfFileIn('Comment');
    if (this.#text[hyphens + 2] === '>') return hyphens + 3;
    return new Mistake("An XML comment cannot contain '--', and '-' cannot be the last character.", hyphens);
  }

  #cdata(start: number): Step {
    const end = this.#text.indexOf(']]>', start);
    return this.#illegalIn(start, end === -1 ? this.#text.length : end) ?? (end === -1 ? this.#endOfFileIn('CDATA') : end + 3);
  }

  #instruction(start: number): Step {
    const text = this.#text;
    const targetEnd = nameEnd(text, start + 2);
    const target = text.slice(start + 2, targetEnd);
    if (target === '') return this.#badNameStart(start + 2);
    if (target === 'xml' && start > 0) {
      return new Mistake('Unexpected XML declaration. The XML declaration must be the first node in the document, and no white space characters are allowed to appear before it.', start + 2);
    }
    if (target !== 'xml' && target.toLowerCase() === 'xml') return new Mistake(`'${target}' is an invalid name for processing instructions.`, start + 2);
    const end = text.indexOf('?>', targetEnd);
    if (end === -1) return targetEnd === text.length ? this.#endOfFileIn('Name') : this.#endOfFileIn('PI');
    if (target === 'xml' && !XML_DECLARATION.test(text.slice(targetEnd, end))) return new Mistake('Syntax for an XML declaration is invalid.', targetEnd);
    if (end > targetEnd && !isSpace(text.charCodeAt(targetEnd))) return new Mistake(`The ${shownCharacter(text, targetEnd, "' character")}, cannot be included in a name.`, targetEnd);
    return this.#illegalIn(targetEnd, end) ?? end + 2;
  }

  #startTag(nameStart: number): Step {
    const text = this.#text;
    const nameStop = nameEnd(text, nameStart);
    if (nameStop === nameStart) return this.#badNameStart(nameStart);
    if (this.#open.length === 0 && this.#hasRoot) return new Mistake('There are multiple root elements.', nameStart);
    const attributes: { readonly name: string; readonly start: number; readonly value: string }[] = [];
    for (let offset = nameStop; ; ) {
      const next = skipSpace(text, offset);
      if (next >= text.length) return next === nameStop ? this.#endOfFileIn('Name') : this.#endOfFile();
      const isEmpty = text[next] === '/';
      if (isEmpty && text[next + 1] !== '>') return this.#unexpected(next === nameStop ? next : next + 1, "The expected token is '>'.");
      if (isEmpty || text[next] === '>') {
        const name = text.slice(nameStart, nameStop);
        const prefixes = withDeclared(this.#open.at(-1)?.prefixes ?? NO_PREFIXES, attributes);
        const undeclared = [{ name, start: nameStart }, ...attributes].find((named) => !prefixes.isDeclared(named.name));
        if (undeclared !== undefined) return new Mistake(`'${undeclared.name.slice(0, undeclared.name.indexOf(':'))}' is an undeclared prefix.`, undeclared.start);
        this.#hasRoot = true;
        if (!isEmpty) this.#open.push({ name, nameStart, prefixes });
        return isEmpty ? next + 2 : next + 1;
      }
      const attributeEnd = nameEnd(text, next);
      if (next === offset) {
        if (attributes.length > 0 && attributeEnd > next) return this.#unexpected(next, 'Expecting white space.');
        if (attributes.length > 0) return this.#badNameStart(next);
        return new Mistake(`The ${shownCharacter(text, next, "' character")}, cannot be included in a name.`, next);
      }
      if (attributeEnd === next) return this.#badNameStart(next);
      const name = text.slice(next, attributeEnd);
      const value = this.#attributeValue(attributeEnd);
      if (value instanceof Mistake) return value;
      if (attributes.some((other) => other.name === name)) return new Mistake(`'${name}' is a duplicate attribute name.`, next);
      attributes.push({ name, start: next, value: text.slice(value.start, value.end) });
      offset = value.end + 1;
    }
  }

  /** @param nameStop where the attribute's name ends */
  #attributeValue(nameStop: number): { readonly start: number; readonly end: number } | Mistake {
    const text = this.#text;
    const equals = skipSpace(text, nameStop);
    if (text[equals] !== '=') return equals >= text.length && equals === nameStop ? this.#endOfFileIn('Name') : this.#unexpected(equals, "The expected token is '='.");
    const open = skipSpace(text, equals + 1);
    const quote = text[open];
    if (quote === undefined) return new Mistake(END_OF_FILE, open);
    if (quote !== '"' && quote !== "'") return this.#unexpected(open, "The expected token is '\"' or '''.");
    for (let at = open + 1; at < text.length; ) {
      if (text[at] === quote) return { start: open + 1, end: at };
      if (text[at] === '<') return new Mistake("'<', hexadecimal value 0x3C, is an invalid attribute character.", at);
      const step = text[at] === '&' ? this.#reference(at) : this.#character(at);
      if (typeof step !== 'number') return step;
      at = step;
    }
    return new Mistake('There is an unclosed literal string.', text.length);
  }

  #endTag(nameStart: number): Step {
    const text = this.#text;
    const open = this.#open.at(-1);
    if (open === undefined) return new Mistake('Unexpected end tag.', nameStart);
    const nameStop = nameEnd(text, nameStart);
    if (nameStop === nameStart) return this.#badNameStart(nameStart);
    const name = text.slice(nameStart, nameStop);
    if (nameStop >= text.length) return name === open.name ? this.#endOfFile() : this.#endOfFileIn('Name');
    if (name !== open.name) {
      const { line, column } = new LineIndex(text).position(open.nameStart);
      return new Mistake(`The '${open.name}' start tag on line ${String(line)} position ${String(column)} does not match the end tag of '${name}'.`, nameStart);
    }
    const close = skipSpace(text, nameStop);
    if (text[close] !== '>') return this.#unexpected(close, "The expected token is '>'.");
    this.#open.pop();
    return close + 1;
  }

  #characters(start: number): Step {
    const text = this.#text;
    if (this.#open.length === 0) {
      const next = skipSpace(text, start);
      return next === text.length || text[next] === '<' ? next : new Mistake(NO_ROOT, next);
    }
    for (let at = start; ; ) {
      if (at >= text.length || text[at] === '<') return at;
      if (text.startsWith(']]>', at)) return new Mistake("']]>' is not allowed in character data.", at);
      const step = text[at] === '&' ? this.#reference(at) : this.#character(at);
      if (typeof step !== 'number') return step;
      at = step;
    }
  }

  #reference(ampersand: number): Step {
    const text = this.#text;
    if (text[ampersand + 1] === '#') return this.#characterReference(ampersand + 2);
    const start = ampersand + 1;
    const end = nameEnd(text, start);
    if (start >= text.length) return new Mistake(END_OF_FILE, ampersand);
    if (end === start) return new Mistake('An error occurred while parsing EntityName.', start);
    if (text[end] !== ';') return end >= text.length ? new Mistake('An error occurred while parsing EntityName.', start) : this.#unexpected(end, "The expected token is ';'.");
    const name = text.slice(start, end);
    return PREDEFINED.has(name) ? end + 1 : new Mistake(`Reference to undeclared entity '${name}'.`, start);
  }

  #characterReference(start: number): Step {
    const text = this.#text;
    const isHexadecimal = text[start] === 'x';
    const digits = (isHexadecimal ? /[0-9a-fA-F]*/uy : /[0-9]*/uy);
    digits.lastIndex = isHexadecimal ? start + 1 : start;
    const found = digits.exec(text)?.[0] ?? '';
    const end = digits.lastIndex;
    if (text[end] !== ';') {
      if (end >= text.length) return this.#endOfFileIn('');
      return new Mistake(`Invalid syntax for a ${isHexadecimal ? 'hexadecimal' : 'decimal'} numeric entity reference.`, end);
    }
    if (found === '') return new Mistake('An error occurred while parsing EntityName.', end);
    const point = Number.parseInt(found, isHexadecimal ? 16 : 10);
    if (point > 0x10ffff) return new Mistake('Invalid value of a character entity reference.', end);
    return isXmlCharacter(point) ? end + 1 : new Mistake(`${shownPoint(point)}, is an invalid character.`, end - 1);
  }

  #character(at: number): Step {
    const point = this.#text.codePointAt(at) ?? 0;
    if (!isXmlCharacter(point)) return new Mistake(`${shownCharacter(this.#text, at, "'")}, is an invalid character.`, at);
    return point > 0xffff ? at + 2 : at + 1;
  }

  #illegalIn(start: number, end: number): Mistake | undefined {
    for (let at = start; at < end; ) {
      const step = this.#character(at);
      if (typeof step !== 'number') return step;
      at = step;
    }
    return undefined;
  }
}

const XML_DECLARATION =
  /^\s+version\s*=\s*(?:"1\.0"|'1\.0')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/u;

/** What .NET shows of what it did not expect: all of a name, one character of anything else. */
function tokenAt(text: string, at: number): string {
  return /^[\p{L}\p{N}\p{M}_.-]+/u.exec(text.slice(at, at + 100))?.[0] ?? text.charAt(at);
}

function shownCharacter(text: string, at: number, behind: string): string {
  return `'${text.charAt(at)}${behind}, hexadecimal value ${hexadecimal(text.charCodeAt(at))}`;
}

function shownPoint(point: number): string {
  return `'${String.fromCodePoint(point)}', hexadecimal value ${hexadecimal(point)}`;
}

function hexadecimal(code: number): string {
  return `0x${code.toString(16).toUpperCase().padStart(2, '0')}`;
}
