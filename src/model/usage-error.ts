/** A mistake of the person who calls the tool or writes a policy, or several: each shown as its message alone, one sentence that says what to do. */

export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** One sentence each. */
  readonly mistakes: readonly string[];

  /** @param mistakes one sentence, or one for each mistake, at least one */
  constructor(mistakes: string | readonly string[], options?: ErrorOptions) {
    const all = typeof mistakes === 'string' ? [mistakes] : mistakes;
    super(all.join('\n'), options);
    this.mistakes = all;
  }
}
