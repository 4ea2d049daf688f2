/** Whether C# code can stand before `.x` or after an operator without parentheses. */

/** True for a primary expression; anything else is put in parentheses when it is interpolated. */
export function isPrimary(code: string): boolean {
  return /^[\w.]+$/u.test(code);
}
