/** Finds the comments of a TypeScript text: enough of its syntax to know strings, templates and regular expressions from comments. */
import type { Span } from '../syntax/text/position.js';

export interface TypeScriptComment {
  readonly span: Span;
  /** Without `//`, or without what opens and closes a block comment. */
  readonly content: Span;
}

/** Behind these a `/` starts a regular expression; behind a name, a number or a closing bracket it divides. */
const BEFORE_REGEX = new Set('(,=:[!&|?{};+-*%~^<>');
const WORDS_BEFORE_REGEX = /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|else|do|yield|await)$/u;

/** In the order of the text; never throws, also for texts that are not TypeScript. */
export function typeScriptComments(text: string): TypeScriptComment[] {
  const comments: TypeScriptComment[] = [];
  /** For each template around the place, how many braces are open in its `${…}`. */
  const templates: number[] = [];
  let code = 0;
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const isSlash = char === '/';
    if (isSlash && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const comment = commentAt(text, at);
      comments.push(comment);
      at = comment.span.end;
      continue;
    }
    if (char === '"' || char === "'") at = quotedEnd(text, at, char);
    else if (isSlash && startsRegex(text, code)) at = regexEnd(text, at);
    else if (char === '`') at = templateTextEnd(text, at + 1, templates);
    else if (char === '}' && templates.at(-1) === 0) {
      templates.pop();
      at = templateTextEnd(text, at + 1, templates);
    } else {
      const inner = templates.length - 1;
      if (inner >= 0 && (char === '{' || char === '}')) templates[inner] = (templates[inner] ?? 0) + (char === '{' ? 1 : -1);
      at++;
    }
    if (!/\s/u.test(char)) code = at;
  }
  return comments;
}

function commentAt(text: string, start: number): TypeScriptComment {
  if (text[start + 1] === '/') {
    const end = lineEnd(text, start);
    return { span: { start, end }, content: { start: start + 2, end } };
  }
  const close = text.indexOf('*/', start + 2);
  const end = close === -1 ? text.length : close;
  return { span: { start, end: close === -1 ? end : close + 2 }, content: { start: start + 2, end } };
}

/** Behind the closing quote, or at the line's end where there is none. */
function quotedEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === quote) return at + 1;
    else if (char === '\n') return at;
  }
  return text.length;
}

/** Behind the backtick, or behind `${`, which opens code. */
function templateTextEnd(text: string, start: number, templates: number[]): number {
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '`') return at + 1;
    else if (char === '$' && text[at + 1] === '{') {
      templates.push(0);
      return at + 2;
    }
  }
  return text.length;
}

/** @param end behind the code before the `/` */
function startsRegex(text: string, end: number): boolean {
  return end === 0 || BEFORE_REGEX.has(text.charAt(end - 1)) || WORDS_BEFORE_REGEX.test(text.slice(Math.max(0, end - 12), end));
}

function regexEnd(text: string, start: number): number {
  let isInClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '\n') return at;
    else if (char === '[') isInClass = true;
    else if (char === ']') isInClass = false;
    else if (char === '/' && !isInClass) return at + 1;
  }
  return text.length;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}
