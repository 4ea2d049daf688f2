/** Addresses of servers that are called over http without TLS, across a network. */
import { parsedExpression } from '../model/parsed-expression.js';
import type { PolicyValue } from '../model/value.js';
import type { InterpolatedStringExpression } from '../syntax/csharp/ast.js';
import type { Span } from '../syntax/text/position.js';
import { descendants } from './syntax-search.js';

export interface PlainHttpUrl {
  readonly host: string;
  /** In the value's text. */
  readonly span: Span;
}

/** The scheme and a host that is known to its end. What a named value or placeholder completes is none. */
const URL_START = /^\s*http:\/\/(?:[^\s/?#@]*@)?([\w.-]+|\[[\da-f:.]+\])(?=[:/?#]|$)/i;

/** Names that stay on the machine or in its cluster or private network. */
const INTERNAL_NAME = /^localhost$|\.(?:localhost|local|internal|intranet|corp|home|lan|private|svc|test)$|^[^.]+$|\.svc\./i;

/** Loopback, link-local and private addresses (RFC 1918, RFC 4193). */
const INTERNAL_ADDRESS = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0$|\[(?:::1|f[cde])|168\.63\.129\.16$)/i;

/** The URL that a literal is, or that strings of an expression start. */
export function plainHttpUrls(value: PolicyValue): PlainHttpUrl[] {
  if (!/http:/i.test(value.text)) return [];
  if (value.kind !== 'expression') return urlAt(value.text, { start: 0, end: value.text.length });
  const { code } = parsedExpression(value);
  return [...descendants(code)].flatMap((node) => {
    const text = node.kind === 'LiteralExpression' && node.type === 'string' ? node.value : node.kind === 'InterpolatedStringExpression' ? leadingText(node) : undefined;
    return typeof text === 'string' ? urlAt(text, { start: value.codeStart + node.span.start, end: value.codeStart + node.span.end }) : [];
  });
}

/** The host of an address that crosses a network in the clear. */
export function plainHttpHost(url: string): string | undefined {
  const host = URL_START.exec(url)?.[1];
  return host === undefined || INTERNAL_NAME.test(host) || INTERNAL_ADDRESS.test(host) ? undefined : host;
}

function urlAt(text: string, span: Span): PlainHttpUrl[] {
  const host = plainHttpHost(text);
  return host === undefined ? [] : [{ host, span }];
}

/** `http://contoso.com/` of `$"http://contoso.com/{path}"`: with a mark for what follows, because that may belong to the host. */
function leadingText({ parts }: InterpolatedStringExpression): string | undefined {
  const [first, ...rest] = parts;
  return first?.kind !== 'InterpolatedText' ? undefined : rest.length === 0 ? first.text : `${first.text}{`;
}
