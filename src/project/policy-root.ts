/** Tells policy documents from the other .xml files that lie about in a repository, by the first tag. */
import { elementNames } from '../catalog/elements.js';
import { isSectionName } from '../model/scope.js';
import { utf16Kind } from './decode-utf8.js';

/** Licence comments stand before a root; more than this is no policy. */
const PROBE = 64 * 1024;

let policyNames: ReadonlySet<string> | undefined;

/** Whether the file's first tag is `policies`, `fragment`, a section or a known policy, without a namespace. */
export function hasPolicyRoot(bytes: Uint8Array): boolean {
  const encoding = utf16Kind(bytes);
  const label = encoding === undefined ? 'utf-8' : encoding.includes('little') ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(label).decode(bytes.subarray(0, PROBE));
  const tag = firstTag(text);
  if (tag === undefined || tag.declaresNamespace) return false;
  policyNames ??= new Set(elementNames());
  return tag.name === 'policies' || tag.name === 'fragment' || isSectionName(tag.name) || policyNames.has(tag.name);
}

/** The first start tag behind white space, comments, processing instructions and a document type. */
function firstTag(text: string): { readonly name: string; readonly declaresNamespace: boolean } | undefined {
  let offset = 0;
  for (;;) {
    while (/\s/u.test(text.charAt(offset))) offset++;
    const skipped = SKIPPED.find(([start]) => text.startsWith(start, offset));
    if (skipped === undefined) break;
    const end = text.indexOf(skipped[1], offset);
    if (end < 0) return undefined;
    offset = end + skipped[1].length;
  }
  const name = /^<([A-Za-z][\w.-]*)(?=[\s/>])/u.exec(text.slice(offset, offset + 100))?.[1];
  if (name === undefined) return undefined;
  const tagEnd = text.indexOf('>', offset);
  return { name, declaresNamespace: /\sxmlns(?::\w+)?\s*=/u.test(text.slice(offset, tagEnd < 0 ? undefined : tagEnd)) };
}

const SKIPPED: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!DOCTYPE', '>'],
];
