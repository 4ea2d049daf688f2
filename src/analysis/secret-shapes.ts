/** Whether a text looks like a key or password that works, and not like what stands in for one in an example. */

/** Words of examples, and marks of what a tool or a reader fills in. */
const PLACEHOLDER =
  /your|example|sample|placeholder|dummy|change.?me|replace|insert|todo|redacted|fake|secret|passw(?:or)?d|token|api.?key|subscription|demo|test|contoso|fabrikam|x{4}|\.{3}|\*{3}|\u2026/i;

const MARKED = /^[<[({$#%_*]|\{\{|[<>]|[}\])%#]$/;

/** The account key that Microsoft publishes for its storage emulator; every installation has it. */
const EMULATOR_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const BASE64 = /^[A-Za-z0-9+/]{16,}={0,2}$/;
const KEY_CHARACTERS = /^[\w+/=.~%-]+$/;
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const SHORTEST_KEY = 16;
const SHORTEST_PASSWORD = 6;

/** Bits a character: English words and names have about 2 to 3 in a text of this length, hexadecimal keys 3.5, Base64 keys above 4. */
const LEAST_ENTROPY = 3;

export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text) || MARKED.test(text) || text === EMULATOR_KEY;
}

/** Whether the text has the make-up of a generated key: long, without words, letters and digits mixed. Ids in the form of a GUID are none. */
export function looksRandom(text: string): boolean {
  if (text.length < SHORTEST_KEY || !KEY_CHARACTERS.test(text) || GUID.test(text) || isPlaceholder(text)) return false;
  return /\d/.test(text) && /[A-Za-z]/.test(text) && !isWordy(text) && entropy(text) >= LEAST_ENTROPY;
}

/** Whether the text, where the key of a token stands, is one. */
export function looksLikeBase64Key(text: string): boolean {
  return BASE64.test(text) && !isPlaceholder(text);
}

/** Whether the text, where a password stands, may be one. */
export function looksLikePassword(text: string): boolean {
  return text.length >= SHORTEST_PASSWORD && !/\s/.test(text) && !isPlaceholder(text) && new Set(text).size > 3;
}

/** `chat-api-v2-westeurope`: most of it is words with separators between them. */
function isWordy(text: string): boolean {
  const parts = text.split(/[-_./]/);
  const words = parts.filter((part) => /^(?:[A-Z]?[a-z]{2,}|[A-Z]{2,}|v?\d{1,4})$/.test(part));
  return parts.length > 1 && words.length * 2 > parts.length;
}

/** Shannon's, in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
