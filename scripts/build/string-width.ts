/**
 * Stands in for the package string-width in the bundle: yargs measures help texts with it, and loading the package costs
 * 25 ms (reference/stack.md §4). The help is ASCII, one column a character.
 */
export default function stringWidth(text: string): number {
  return text.replaceAll(/\u001b\[[0-9;]*m/gu, '').length;
}
