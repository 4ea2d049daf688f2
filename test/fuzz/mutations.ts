/** Texts as they come out of a bad merge, a lost key stroke or a cut download. */
import fc from 'fast-check';

/** What gets inserted: all that means something in policy XML or in C#, and some that means nothing. */
const PIECES = [
  '<', '>', '/>', '</', '"', "'", '&', '&quot;', '&#10;', '=', '@(', '@{', ')', '}', '(', '{', '$"{', '@"', '\\', '//', '/*', '*/', ';', ',', '?', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>',
  '<!DOCTYPE a [', '{{', '}}', '{{x}}', '${x}', '#{x}#', '\n', '\r\n', '\t', ' ', '\ufeff', '\u0000', '\ud83d', '😀', '<a>', '</a>', '<base />', '</policies>', ' name="x"', 'return ', '@(x["y"])', 'é',
];

type Mutation = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, where: number): number => Math.floor(where * text.length);

const insertion = fc.record({ where: place, piece: fc.constantFrom(...PIECES) })
  .map(({ where, piece }): Mutation => (text) => text.slice(0, at(text, where)) + piece + text.slice(at(text, where)));

const deletion = fc.record({ where: place, length: fc.integer({ min: 1, max: 60 }) })
  .map(({ where, length }): Mutation => (text) => text.slice(0, at(text, where)) + text.slice(at(text, where) + length));

const duplication = fc.record({ from: place, length: fc.integer({ min: 1, max: 200 }), to: place })
  .map(({ from, length, to }): Mutation => (text) => text.slice(0, at(text, to)) + text.slice(at(text, from), at(text, from) + length) + text.slice(at(text, to)));

const truncation = place.map((where): Mutation => (text) => text.slice(0, at(text, where)));

/** One to four changes of a text, small ones more often. */
export const mutation: fc.Arbitrary<Mutation> = fc
  .array(fc.oneof({ arbitrary: insertion, weight: 4 }, { arbitrary: deletion, weight: 4 }, { arbitrary: duplication, weight: 2 }, { arbitrary: truncation, weight: 1 }), { minLength: 1, maxLength: 4 })
  .map((mutations) => (text) => mutations.reduce((changed, mutate) => mutate(changed), text));
