/** Marks that a deployment tool fills in before APIM sees the text: `${x}`, `#{x}#`, `{x}`, `__x__`. */
import type { Span } from '../syntax/text/position.js';

export interface DeployPlaceholder {
  /** `${x}`: Bicep, Terraform, shell; `#{x}#`: Replace Tokens; `{x}`: Python's format; `__x__`: Magic Chunks and the like. */
  readonly style: '${}' | '#{}#' | '{}' | '__';
  /** What stands between the marks. */
  readonly name: string;
  readonly span: Span;
}

const BRACED_NAME = /\{([\w.:-]{1,128})\}(?!\})/y;
const TOKEN = /#\{([^{}\r\n]{1,128})\}#/y;
const UNDERSCORED = /__([A-Za-z0-9](?:[\w.-]{0,128}?[A-Za-z0-9])?)__/y;
const LONGEST_INTERPOLATION = 500;

/** The placeholders in a text, in order. `{{x}}` is a named value and none of them. */
export function deployPlaceholders(text: string): DeployPlaceholder[] {
  const found: DeployPlaceholder[] = [];
  for (let offset = 0; offset < text.length; ) {
    const placeholder = placeholderAt(text, offset);
    if (placeholder !== undefined) found.push(placeholder);
    offset = placeholder?.span.end ?? (text.startsWith('{{', offset) ? offset + 2 : offset + 1);
  }
  return found;
}

function placeholderAt(text: string, start: number): DeployPlaceholder | undefined {
  switch (text[start]) {
    case '$':
      return interpolationAt(text, start);
    case '#':
      return matched(text, start, TOKEN, '#{}#');
    case '{':
      return matched(text, start, BRACED_NAME, '{}');
    case '_':
      return matched(text, start, UNDERSCORED, '__');
    default:
      return undefined;
  }
}

function matched(text: string, start: number, pattern: RegExp, style: DeployPlaceholder['style']): DeployPlaceholder | undefined {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match?.[1] === undefined ? undefined : { style, name: match[1], span: { start, end: start + match[0].length } };
}

/** `${…}`; Bicep and Terraform nest braces in it: `${join(",", [for x in xs : "${x}"])}`. */
function interpolationAt(text: string, start: number): DeployPlaceholder | undefined {
  if (text[start + 1] !== '{') return undefined;
  const limit = Math.min(text.length, start + LONGEST_INTERPOLATION);
  let depth = 0;
  for (let offset = start + 1; offset < limit; offset++) {
    if (text[offset] === '{') depth++;
    else if (text[offset] === '}' && --depth === 0) {
      return offset === start + 2 ? undefined : { style: '${}', name: text.slice(start + 2, offset).trim(), span: { start, end: offset + 1 } };
    }
  }
  return undefined;
}
