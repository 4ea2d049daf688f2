/** Texts cut to the columns that there are, with `…` where something is left out. */
import { DisplayLine } from './display-line.js';

/** Values may have hundreds of kilobytes; nobody's terminal shows more than this of one. */
const MOST_CHARACTERS = 2_000;
/** Where the difference stands in a text that is cut in front, as a part of the width. */
const LEAD = 1 / 3;

/** Control characters become visible; nothing is wider than `width`, which is at least 4. */
export function cutText(text: string, width: number): string {
  return shownWidth(text) <= width ? new DisplayLine(text).text : cutAt(text, 0, width);
}

/** Two texts, cut at the same place, so that the first difference between them stands in both, one below the other. */
export function cutPair(before: string, after: string, width: number): readonly [before: string, after: string] {
  if (Math.max(shownWidth(before), shownWidth(after)) <= width) return [new DisplayLine(before).text, new DisplayLine(after).text];
  const same = sameStart(before, after);
  return [cutAt(before, same, width), cutAt(after, same, width)];
}

/** The columns a text takes when it is shown whole; Infinity for what is too long for any terminal. */
export function shownWidth(text: string): number {
  return text.length > MOST_CHARACTERS ? Infinity : new DisplayLine(text).width;
}

function cutAt(text: string, offset: number, width: number): string {
  const skipped = Math.max(0, offset - MOST_CHARACTERS / 2);
  const part = text.slice(skipped, skipped + MOST_CHARACTERS);
  const line = new DisplayLine(part);
  const column = line.columnOf(offset - skipped);
  const isNear = skipped === 0 && column < width - 1;
  const from = isNear ? 0 : Math.max(0, column - Math.floor(width * LEAD));
  const lead = skipped > 0 || from > 0 ? '…' : '';
  const rest = line.slice(from, width - lead.length);
  const isWhole = !rest.isCut && skipped + part.length === text.length;
  return isWhole ? `${lead}${rest.text}` : `${lead}${line.slice(from, width - lead.length - 1).text}…`;
}

/** How many characters two texts have in common at their starts. */
function sameStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}
