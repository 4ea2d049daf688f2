/** Secrets that a text shows by their own form, or by the name that stands before them in it. */
import type { Span } from '../syntax/text/position.js';
import { isPlaceholder, looksLikePassword, looksRandom } from './secret-shapes.js';

export interface FoundSecret {
  /** What it is: `a storage account key`. */
  readonly kind: string;
  readonly text: string;
  readonly span: Span;
}

interface SecretForm {
  readonly kind: string;
  /** The first group is the secret. */
  readonly pattern: RegExp;
  /** What else it has to look like; left out: to be no placeholder. */
  readonly accepts?: (text: string) => boolean;
}

/** Each text is tried against each of them; none backtracks over more than a word. */
const FORMS: readonly SecretForm[] = [
  { kind: 'an account key', pattern: /\bAccountKey\s*=\s*([\w+/=%-]{20,})/gid, accepts: looksRandom },
  { kind: 'a shared access key', pattern: /\bSharedAccessKey\s*=\s*([\w+/=%-]{20,})/gid, accepts: looksRandom },
  { kind: 'a SAS signature', pattern: /\bsig=([\w+/=%-]{20,})/gid, accepts: looksRandom },
  { kind: 'the password of a connection string', pattern: /(?:^|;)\s*(?:password|pwd)\s*=\s*([^;"'\s]+)/gid, accepts: looksLikePassword },
  { kind: 'a client secret', pattern: /(?:^|[?&])client_secret=([^&"'\s]+)/gid, accepts: looksLikePassword },
  { kind: 'a password', pattern: /[?&]password=([^&"'\s]+)/gid, accepts: looksLikePassword },
  { kind: 'a key', pattern: /[?&](?:code|key|api[-_]?key|subscription-key|access_token|token)=([^&"'\s]+)/gid, accepts: looksRandom },
  { kind: 'a bearer token', pattern: /^\s*Bearer\s+([\w.~+/-]{20,}=*)\s*$/gid, accepts: looksRandom },
  { kind: 'a user name and password', pattern: /^\s*Basic\s+([A-Za-z0-9+/]{8,}={0,2})\s*$/gid, accepts: isBasicCredential },
  { kind: 'a JSON web token', pattern: /\b(eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{16,})/gd },
  { kind: 'a private key', pattern: /(-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----)/gd },
  { kind: 'an OpenAI key', pattern: /\b(sk-(?:proj-)?[A-Za-z0-9_-]{32,})/gd, accepts: looksRandom },
  { kind: 'a GitHub token', pattern: /\b((?:gh[pousr]_|github_pat_)\w{30,})/gd },
  { kind: 'an AWS access key id', pattern: /\b(AKIA[0-9A-Z]{16})\b/gd },
  { kind: 'a Google API key', pattern: /\b(AIza[\w-]{35})/gd },
];

/** A part of every form, so that most texts need no closer look. */
const MAY_HOLD_SECRET = /=|\b(?:bearer|basic|AKIA|AIza|eyJ|sk-|gh[pousr]_|github_pat_)|PRIVATE KEY/i;

/** In the order they stand; of two that overlap the first form's. */
export function secretsInText(text: string): FoundSecret[] {
  if (!MAY_HOLD_SECRET.test(text)) return [];
  const found: FoundSecret[] = [];
  for (const { kind, pattern, accepts } of FORMS) {
    for (const { indices } of text.matchAll(pattern)) {
      const [start, end] = indices?.[1] ?? [0, 0];
      const secret = text.slice(start, end);
      const isOne = accepts === undefined ? !isPlaceholder(secret) : accepts(secret);
      if (isOne && !found.some(({ span }) => span.start < end && start < span.end)) found.push({ kind, text: secret, span: { start, end } });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Base64 of `name:password`, where the password is no placeholder. */
export function isBasicCredential(encoded: string): boolean {
  if (encoded.length % 4 !== 0) return false;
  const decoded = decodedBase64(encoded);
  return decoded !== undefined && isNameAndPassword(decoded);
}

/** `user:pa55word`. */
export function isNameAndPassword(text: string): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && /^[\x20-\x7e]+$/.test(text) && !/[{}]/.test(text) && looksLikePassword(text.slice(colon + 1));
}

function decodedBase64(encoded: string): string | undefined {
  try {
    return atob(encoded);
  } catch {
    return undefined;
  }
}
