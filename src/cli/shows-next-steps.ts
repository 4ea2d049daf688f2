/** Whether what to do next is worth a line: nobody reads it in CI, where the next step is written down already. */
export function showsNextSteps({ CI }: Readonly<Record<string, string | undefined>>): boolean {
  return CI === undefined || CI === '' || CI === 'false';
}
