/** A variable that is set and that nothing reads. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { hasUnknownName, variableWrites } from '../../analysis/flow/variable-writes.js';
import type { PolicyDocument } from '../../model/document.js';
import { walkElements } from '../../model/walk.js';
import { defineRule } from '../rule.js';

export const unusedVariable = defineRule({
  id: 'unused-variable',
  category: 'style',
  severity: 'info',
  preset: 'strict',
  summary: 'A set-variable sets a variable that nothing reads.',
  why: 'The gateway computes and keeps the value for nothing, unless a policy elsewhere reads it.',
  check: ({ document, places, project }) => {
    // What a fragment or a snippet sets is for the policies around it.
    if (document.kind !== 'policies' || places.some(({ element }) => element.name === 'include-fragment')) return [];
    const writes = places.filter(({ element }) => element.name === 'set-variable').flatMap((place) => variableWrites(place, () => undefined)).filter((write) => write.name !== '' && !hasUnknownName(write));
    if (writes.length === 0) return [];
    const around = [document, ...project.documents.filter((other) => other !== document && other.scope !== undefined)].map(mentionsIn);
    return writes.filter(({ name }) => !around.some((mentions) => mentions(name.toLowerCase()))).map((write) => ({
      at: write.place.element.origin,
      place: write.place,
      message: `variable ${write.name} is set, but nothing in the document reads it`,
      hint: 'remove it, unless a policy of another scope reads it',
    }));
  },
});

/** Whether names, in lower case, stand anywhere in the document but where a set-variable names what it sets. */
function mentionsIn(document: PolicyDocument): (name: string) => boolean {
  const quoted = new Set<string>();
  const texts: string[] = [];
  for (const place of walkElements(document)) {
    for (const { attribute, value } of attributesAndTexts(place)) {
      if (place.element.name === 'set-variable' && attribute === 'name') continue;
      if (value.kind !== 'expression') texts.push(value.text.toLowerCase());
      else if (ALL_VARIABLES.test(value.text)) return () => true;
      else for (const [, text = ''] of value.text.toLowerCase().matchAll(QUOTED)) quoted.add(text);
    }
  }
  const text = texts.join('\n');
  return (name) => quoted.has(name) || text.includes(name);
}

/** In C# names stand in quotes. */
const QUOTED = /"([^"]*)(?=")/g;

/** Variables that are gone through, or looked up under a name that is computed. */
const ALL_VARIABLES = /\bVariables\b(?!\s*(?:\?\s*)?(?:\[\s*"|\.\s*(?:GetValueOrDefault|ContainsKey|TryGetValue)\b[^(]*\(\s*"))/;
