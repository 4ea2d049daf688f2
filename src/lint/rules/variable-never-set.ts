/** A variable that is read and that nobody sets. */
import { closestName, isOneSlip } from '../../syntax/text/closest-name.js';
import type { DocumentFacts } from '../document-facts.js';
import { defineRule } from '../rule.js';
import { type NameRead, namesRead } from '../variable-names.js';

export const variableNeverSet = defineRule({
  id: 'variable-never-set',
  category: 'correctness',
  severity: 'warning',
  summary: 'A variable is read that no policy sets.',
  why: 'A variable that is not set is null, or the default of the expression: what reads it does nothing useful, or throws.',
  check: (facts) => {
    const set = facts.project.variables.setBesides(facts.document);
    const reads = namesRead(facts);
    const meant = misspelt(reads, set, facts);
    return reads.flatMap((read) => {
      const { name, place, at, step, visits } = read;
      if (visits.some(({ access }) => access.form === 'test' || access.known === 'present')) return [];
      const spelling = visits.every(({ state }) => state.unseen !== 'any') ? meant.get(name) : undefined;
      // A default says that the variable may be missing, which is no mistake where somebody outside may set it.
      const isUnset = visits.some(({ access, state }) => state.unseen === 'none' && !state.variables.has(name) && (facts.document.scope !== undefined || access.form === 'indexer'));
      if (spelling === undefined && !isUnset) return [];
      return [{
        at,
        place,
        step,
        message: set.has(name) ? `variable ${name} is read before any policy sets it` : `variable ${name} is read, but no policy sets it`,
        hint: spelling === undefined ? `set ${name} before, or remove what reads it` : `did you mean ${spelling}?`,
      }];
    });
  },
});

/** Names that are read and never set, each with one that is set and never read and nearly the same. */
function misspelt(reads: readonly NameRead[], set: ReadonlySet<string>, facts: DocumentFacts): ReadonlyMap<string, string> {
  const read = new Set(reads.map(({ name }) => name));
  if ([...read].every((name) => set.has(name))) return new Map();
  const unread = [...set].filter((name) => !read.has(name) && facts.flow.writes.some((write) => write.name === name && write.place.element.name === 'set-variable'));
  return new Map([...read].flatMap((name): [string, string][] => {
    const spelling = set.has(name) ? undefined : closestName(name, unread);
    return spelling === undefined || spelling.toLowerCase() === name.toLowerCase() || !isOneSlip(name, spelling, unread) ? [] : [[name, spelling]];
  }));
}
