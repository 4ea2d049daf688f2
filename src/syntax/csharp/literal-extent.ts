/** Where a C# string, character literal or comment ends. Each function gives -1 when it is not closed before `limit`. */
import { isLineBreak, lineEnd } from './characters.js';

const FIRST_PRINTED = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const STAR = 42;
const SLASH = 47;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const LAST_ASCII = 127;
/** Interpolated strings within holes of interpolated strings, before the search gives up. */
const NESTING_LIMIT = 50;

/** `"…"` and `'…'`: may not go over a line end. `start` is at the opening quote. */
export function quotedEnd(text: string, start: number, limit: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === BACKSLASH) {
      at++;
      if (at >= limit || isLineBreak(text.charCodeAt(at))) return -1;
    } else if ((code < FIRST_PRINTED || code > LAST_ASCII) && isLineBreak(code)) return -1;
  }
  return -1;
}

/** `@"…"`: `start` is at the quote; a doubled quote stands for one. */
export function verbatimEnd(text: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    if (at + 1 >= limit || text.charCodeAt(at + 1) !== QUOTE) return at + 1;
    at++;
  }
  return -1;
}

/** A comment from slash and star to star and slash; `start` is at the slash. */
export function blockCommentEnd(text: string, start: number, limit: number): number {
  for (let at = start + 3; at < limit; at++) {
    if (text.charCodeAt(at) === SLASH && text.charCodeAt(at - 1) === STAR) return at + 1;
  }
  return -1;
}

/** `$"…"` and `$@"…"`, holes and the strings in them included; `start` is at the quote. */
export function interpolatedEnd(text: string, start: number, limit: number, verbatim: boolean, depth = 0): number {
  if (depth > NESTING_LIMIT) return -1;
  const stop = verbatim ? limit : lineEnd(text, start, limit);
  let at = start + 1;
  while (at < stop) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      if (!verbatim || text.charCodeAt(at + 1) !== QUOTE) return at + 1;
      at += 2;
    } else if (code === BACKSLASH && !verbatim) at += 2;
    else if (code === OPEN_BRACE) {
      if (text.charCodeAt(at + 1) === OPEN_BRACE) at += 2;
      else {
        at = holeEnd(text, at, stop, depth);
        if (at === -1) return -1;
      }
    } else at++;
  }
  return -1;
}

/** `{…}` in an interpolated string; `start` is at the brace. */
function holeEnd(text: string, start: number, limit: number, depth: number): number {
  let brackets = 0;
  let at = start + 1;
  while (at < limit) {
    const skipped = literalOrCommentEnd(text, at, limit, depth + 1);
    if (skipped === -1) return -1;
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const char = text[at];
    if (char === '}' && brackets === 0) return at + 1;
    if (char === ':' && brackets === 0) {
      if (text[at + 1] !== ':') return formatEnd(text, at + 1, limit);
      at++;
    } else if (char === '(' || char === '[' || char === '{') brackets++;
    else if (char === ')' || char === ']' || char === '}') brackets--;
    at++;
  }
  return -1;
}

/** The end of a hole's format, its closing brace included. */
function formatEnd(text: string, start: number, limit: number): number {
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return -1;
    if (code === CLOSE_BRACE) {
      if (text.charCodeAt(at + 1) !== CLOSE_BRACE) return at + 1;
      at++;
    }
  }
  return -1;
}

/** The end of the literal or comment that starts at `at`; `at` itself when none starts there; -1 when it is not closed. */
export function literalOrCommentEnd(text: string, at: number, limit: number, depth = 0): number {
  switch (text.charCodeAt(at)) {
    case QUOTE:
    case APOSTROPHE:
      return quotedEnd(text, at, limit);
    case SLASH:
      if (text[at + 1] === '*') return blockCommentEnd(text, at, limit);
      return text[at + 1] === '/' ? lineEnd(text, at, limit) : at;
    case 64:
      if (text[at + 1] === '"') return verbatimEnd(text, at + 1, limit);
      return text[at + 1] === '$' && text[at + 2] === '"' ? interpolatedEnd(text, at + 2, limit, true, depth) : at;
    case 36:
      if (text[at + 1] === '"') return interpolatedEnd(text, at + 1, limit, false, depth);
      return text[at + 1] === '@' && text[at + 2] === '"' ? interpolatedEnd(text, at + 2, limit, true, depth) : at;
    default:
      return at;
  }
}
