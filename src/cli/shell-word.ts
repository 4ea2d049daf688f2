/** A word of a command line that people are told to type. */

const NEEDS_NO_QUOTES = /^[\w./:@%+=,-]+$/u;

/** In single quotes where a shell would make something else of it. */
export function shellWord(word: string): string {
  return NEEDS_NO_QUOTES.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
