/** A variable that is set and that nothing reads. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { hasUnknownName, type VariableWrite, variableWrites } from '../../analysis/flow/variable-writes.js';
import type { PolicyDocument } from '../../model/document.js';
import type { PolicyValue } from '../../model/value.js';
import { type Place, walkElements } from '../../model/walk.js';
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
    const around = [document, ...project.documents.filter((other) => other !== document && other.scope !== undefined)];
    return writes.filter((write) => !around.some((other) => mentions(other, write))).map((write) => ({
      at: write.place.element.origin,
      place: write.place,
      message: `variable ${write.name} is set, but nothing in the document reads it`,
      hint: 'remove it, unless a policy of another scope reads it',
    }));
  },
});

function mentions(document: PolicyDocument, write: VariableWrite): boolean {
  for (const place of walkElements(document)) if (reads(place, write.name)) return true;
  return false;
}

/** Whether the name, in any letter case, stands anywhere but where a set-variable names what it sets. */
function reads(place: Place, name: string): boolean {
  return attributesAndTexts(place).some(({ attribute, value }) => !(place.element.name === 'set-variable' && attribute === 'name') && mentionsName(value, name));
}

/** In C# names stand in quotes. */
function mentionsName({ kind, text }: PolicyValue, name: string): boolean {
  const looked = text.toLowerCase();
  return kind === 'expression' ? looked.includes(`"${name.toLowerCase()}"`) || ALL_VARIABLES.test(text) : looked.includes(name.toLowerCase());
}

/** Variables that are gone through, or looked up under a name that is computed. */
const ALL_VARIABLES = /\bVariables\b(?!\s*(?:\?\s*)?(?:\[\s*"|\.\s*(?:GetValueOrDefault|ContainsKey|TryGetValue)\b[^(]*\(\s*"))/;
