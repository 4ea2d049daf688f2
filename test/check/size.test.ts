import { expect, test } from 'vitest';
import { checkText, lineOf, type TextOptions } from './check-text.js';

const KIB = 1024;

/** A document of exactly this many bytes. */
function document(bytes: number, root: string, filler = 'x'): string {
  const around = `<${root}><!--  --></${root}>`;
  return around.replace('  ', ` ${filler.repeat((bytes - around.length) / Buffer.byteLength(filler))} `);
}

const CASES: readonly (readonly [name: string, text: string, finding: string | undefined, options?: TextOptions])[] = [
  ['a document at the limit', document(256 * KIB, 'policies'), undefined],
  ['a document above it', document(256 * KIB + 1, 'policies'), '1:1 warning document-too-large: the document has 262145 bytes, but a policy document takes 262144: APIM may refuse the document; move parts into policy fragments'],
  ['the consumption tier', document(16 * KIB + 1, 'policies'), '1:1 warning document-too-large: the document has 16385 bytes, but a policy document of the consumption tier takes 16384: APIM may refuse the document; move parts into policy fragments', { gateways: ['classic', 'consumption'] }],
  ['another tier', document(16 * KIB + 1, 'policies'), undefined, { gateways: ['classic'] }],
  ['a fragment at the limit', document(32 * KIB, 'fragment'), undefined],
  ['a fragment above it', document(32 * KIB + 1, 'fragment'), '1:1 warning document-too-large: the document has 32769 bytes, but a policy fragment takes 32768: APIM may refuse the document; move parts into policy fragments'],
  ['bytes, not characters', document(32 * KIB + 2, 'fragment', 'é'), '1:1 warning document-too-large: the document has 32770 bytes, but a policy fragment takes 32768: APIM may refuse the document; move parts into policy fragments'],
  ['a snippet', document(300 * KIB, 'inbound'), undefined],
];

test.each(CASES.map((item) => [item[0], item] as const))('%s', (_, [, text, finding, options]) => {
  expect(checkText(text, options).map(lineOf)).toEqual(finding === undefined ? [] : [finding]);
});
