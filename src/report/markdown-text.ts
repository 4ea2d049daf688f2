/** Text from policies and services inside Markdown, where it may be neither markup nor a mention of somebody. */
import { visibleText } from './visible-text.js';

const MARKUP = /[\\`*_[\]<>|~&]/gu;
/** Behind `@` and `#`, so that nobody is told of it and no issue is linked. */
const NO_REFERENCE = '$&<!-- -->';

/** Text as it stands; one line. */
export function markdownText(text: string): string {
  return visibleText(text)
    .replace(MARKUP, (character) => (character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`))
    .replaceAll(/@(?=\w)|#(?=\d)/gu, NO_REFERENCE);
}

/** Text as code, in a table too; one line. */
export function markdownCode(text: string): string {
  const shown = visibleText(text);
  const ticks = '`'.repeat(longestRun(shown, '`') + 1);
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${shown.replaceAll('|', '\\|')}${space}${ticks}`;
}

/** Lines as a block of code that nothing in them can close. */
export function markdownFence(language: string, lines: readonly string[]): string {
  const ticks = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line, '`') + 1)));
  return [`${ticks}${language}`, ...lines, ticks].join('\n');
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const found of text) {
    run = found === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
