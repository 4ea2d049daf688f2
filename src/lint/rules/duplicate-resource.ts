/** Two resources that go by one name. */
import type { Resource } from '../../model/resources.js';
import { nameKey, type ProjectFacts } from '../project-facts.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const duplicateResource = defineRule({
  id: 'duplicate-resource',
  category: 'correctness',
  severity: 'error',
  summary: 'Two backends, pools or named values have one name.',
  why: 'API Management keeps one resource of a name, so that one of the two declarations is lost or refused.',
  checkProject: ({ resources }: ProjectFacts) => [
    ...duplicates(resources.filter(({ kind }) => kind !== 'named-value'), ({ name }) => name, (name) => `the name ${name}`),
    ...namedValueDuplicates(resources),
  ],
});

/** One finding for a named value, though its name stands for its display name when it has none of its own. */
function namedValueDuplicates(resources: readonly Resource[]): RuleFinding[] {
  const namedValues = resources.filter((resource) => resource.kind === 'named-value');
  const byName = duplicates(namedValues, ({ name }) => name, (name) => `the name ${name}`);
  const reported = new Set(byName.map(({ at }) => at));
  const byDisplayName = duplicates(namedValues, ({ displayName }) => displayName, (name) => `the display name ${name}`);
  return [...byName, ...byDisplayName.filter(({ at }) => !reported.has(at))];
}

const KINDS: Readonly<Record<Resource['kind'], string>> = { backend: 'backend', pool: 'pool', 'named-value': 'named value' };

/** One finding for each after the first. Letter case does not tell names apart. */
function duplicates<R extends Resource>(resources: readonly R[], nameOf: (resource: R) => string, shownName: (name: string) => string): RuleFinding[] {
  const first = new Map<string, R>();
  return resources.flatMap((resource): RuleFinding[] => {
    const earlier = first.get(nameKey(nameOf(resource)));
    if (earlier === undefined) {
      first.set(nameKey(nameOf(resource)), resource);
      return [];
    }
    const { file, range } = earlier.origin;
    return [{
      at: resource.origin,
      // Two files may be for two services.
      ...(file === resource.origin.file ? {} : { severity: 'warning' }),
      message: `the ${KINDS[resource.kind]} has ${shownName(nameOf(resource))}, as has the ${KINDS[earlier.kind]} of ${file}:${range.start.line}: APIM keeps one of the two, or refuses the second`,
      hint: 'rename one of the two, or declare it once and export it from there',
      related: [{ message: 'the other one', at: earlier.origin }],
    }];
  });
}
