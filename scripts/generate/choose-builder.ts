/** The functions for choose, the one policy whose children hold policies of their own. */

export function CHOOSE(comment: string, sections: string): string {
  return `/** Properties of \`choose\`. */
export interface ChooseProperties {
  /** Name of this statement, read back as context.LastError.PolicyId. */
  readonly id?: string;
}

/**
 * A branch of \`choose\`: its policies run when its condition is the first one that is true.
 *
 * @param condition yields true or false
 * @param policies what runs
 */
export function when<S extends Section>(condition: Dynamic<boolean>, policies: readonly Policy<S>[]): When<S> {
  return buildWhen(when, condition, policies);
}

/**
 * The branch of \`choose\` that runs when no condition is true.
 *
 * @param policies what runs
 */
export function otherwise<S extends Section>(policies: readonly Policy<S>[]): Otherwise<S> {
  return buildOtherwise(otherwise, policies);
}

${comment}export function choose<S extends ${sections}>(branches: When<S> | readonly When<S>[], otherwise?: Otherwise<S>, properties?: ChooseProperties): Policy<S> {
  return buildChoose(choose, branches, otherwise, properties);
}
`;
}
