/** What all spellings of one attribute value or text have in common. Source: reference/management-api.md §2.4. */
import type { PolicyValue } from '../../model/value.js';
import { tokenize } from '../../syntax/csharp/lexer.js';
import type { InterpolationPart, Token } from '../../syntax/csharp/token.js';
import { withLineFeeds } from '../../syntax/xml/decode-text.js';

/** XML cannot hold these, so they part what they stand between. */
const [NEXT_TOKEN, NEXT_PART, INSIDE] = ['\u0001', '\u0002', '\u0003'];

/**
 * Equal for values that mean the same, different for all others: line ends are `\n`; expressions count token by token, their white space and
 * comments not (as in syntax/csharp/same-tokens); other text counts as it stands, of an element's text without the white space around it.
 */
export function canonicalValue(value: PolicyValue, at: 'attribute' | 'text'): string {
  if (value.kind === 'expression') return `@${value.form}${NEXT_TOKEN}${codeKey(withLineFeeds(value.code))}`;
  const text = withLineFeeds(value.text);
  return at === 'text' ? text.trim() : text;
}

function codeKey(code: string): string {
  return tokensKey(tokenize(code), code);
}

function tokensKey(tokens: readonly Token[], code: string): string {
  return tokens.map((token, index) => tokenKey(token, code) + (joinsNext(token, tokens[index + 1]) ? '' : NEXT_TOKEN)).join('');
}

function tokenKey({ text, parts }: Token, code: string): string {
  if (parts === undefined) return text;
  const prefix = text.slice(0, text.indexOf('"') + 1);
  return [prefix, ...parts.map((part) => partKey(part, code))].join(NEXT_PART);
}

function partKey(part: InterpolationPart, code: string): string {
  if (part.kind === 'text') return code.slice(part.start, part.end);
  const format = part.format === undefined ? '' : code.slice(part.format.start, part.format.end);
  return `${INSIDE}${tokensKey(part.tokens, code)}${INSIDE}${format}`;
}

/** `>>` and `>>=` are two tokens side by side. */
function joinsNext(token: Token, next: Token | undefined): boolean {
  return token.text === '>' && next !== undefined && next.start === token.end && next.text.startsWith('>');
}
