/** What is known to be null, or not to be, where a piece of C# or a policy runs. */

export type Known = 'null' | 'present';

/** By path: `context.Response`, `variable token`, `header authorization`. A path that is left out may be either. */
export type Facts = ReadonlyMap<string, Known>;

/** Undefined: what is asked about is never reached. */
export type Reached = Facts | undefined;

export const NO_FACTS: Facts = new Map();

/** The facts when one more is known; undefined when it contradicts what is known already. */
export function withFact(facts: Reached, path: string, known: Known): Reached {
  if (facts === undefined) return undefined;
  const before = facts.get(path);
  if (before === known) return facts;
  return before === undefined ? new Map(facts).set(path, known) : undefined;
}

export function withFacts(facts: Reached, paths: readonly string[], known: Known): Reached {
  return paths.reduce<Reached>((reached, path) => withFact(reached, path, known), facts);
}

/** What holds on both ways. */
export function commonFacts(one: Reached, other: Reached): Reached {
  if (one === undefined || one === other) return other;
  if (other === undefined) return one;
  return new Map([...one].filter(([path, known]) => other.get(path) === known));
}

/** Facts that are known in the second and not in the first. */
export function newFacts(before: Facts, after: Reached): readonly (readonly [string, Known])[] {
  return after === undefined ? [] : [...after].filter(([path]) => !before.has(path));
}

export function withoutFacts(facts: Facts, isDropped: (path: string, known: Known) => boolean): Facts {
  let kept: Map<string, Known> | undefined;
  for (const [path, known] of facts) {
    if (!isDropped(path, known)) continue;
    kept ??= new Map(facts);
    kept.delete(path);
  }
  return kept ?? facts;
}
