/** Names in a message. */

const MOST_SHOWN = 3;

/** Each once, in order: `a, b, c and 2 more`. */
export function namesText(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, MOST_SHOWN).join(', ');
  return distinct.length > MOST_SHOWN ? `${shown} and ${distinct.length - MOST_SHOWN} more` : shown;
}
