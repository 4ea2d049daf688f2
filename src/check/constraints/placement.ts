/** Constraints on what stands around, inside and beside a policy. */
import type { PolicyDocument, PolicyElement } from '../../model/document.js';
import { isSectionName, type SectionName } from '../../model/scope.js';
import type { Place } from '../../model/walk.js';
import { childrenNamed } from '../element-content.js';
import { isOpaque } from '../opaque-text.js';
import { listed } from '../shown-text.js';
import type { ConstraintChecks } from './constraint.js';

export const PLACEMENT: ConstraintChecks<'not-contains' | 'parent' | 'not-in-fragment' | 'paired-policy'> = {
  'not-contains': ({ names }, { place }) => {
    const child = place.children().find(({ element }) => names.includes(element.name));
    if (child === undefined) return undefined;
    return { code: 'misplaced-policy', message: `${child.element.name} cannot stand in ${place.element.name}`, hint: 'move it out', at: child.element.origin, place: child };
  },

  parent: ({ names }, { place }) => {
    // What a fragment or snippet is put into is not known here.
    if (place.parent === undefined || place.parent.element.name === 'fragment') return undefined;
    const around = enclosingNames(place);
    if (names.some((path) => `/${around}`.endsWith(`/${path}`))) return undefined;
    const message = `${place.element.name} stands in ${place.parent.element.name}, but only ${listed(names, 'and')} take it`;
    return { code: 'misplaced-policy', message, hint: `move it to ${listed(names, 'or')}` };
  },

  'not-in-fragment': (_rule, { place: { document, element } }) =>
    document.kind === 'fragment'
      ? {
          code: 'not-in-fragment',
          message: `${element.name} stands in a policy fragment, where its page does not allow it`,
          hint: 'write it in the document that includes the fragment',
        }
      : undefined,

  'paired-policy': ({ name, section }, { place: { document, element } }) => {
    if (document.kind !== 'policies') return undefined;
    const parts = section === undefined ? document.roots : sectionsNamed(document, section);
    // `base`, a fragment or a placeholder may bring the partner; it may stand in a section whose name is misspelt.
    if (hasUnknownSection(document) || parts.some((part) => part.kind === 'element' && mayHold(part, name))) return undefined;
    return {
      code: 'missing-partner',
      message: `${element.name} stands without ${name} in ${section ?? 'the document'}, so it has no effect`,
      hint: `add ${name} to ${section ?? 'the document'}`,
    };
  },
};

/** `policies/inbound/choose/when`. */
function enclosingNames({ parent }: Place): string {
  const names: string[] = [];
  for (let around = parent; around !== undefined; around = around.parent) names.unshift(around.element.name);
  return names.join('/');
}

function sectionsNamed({ roots }: PolicyDocument, section: SectionName): PolicyElement[] {
  return roots.flatMap((root) => (root.kind === 'element' && root.name === 'policies' ? childrenNamed(root, section) : []));
}

function hasUnknownSection({ roots }: PolicyDocument): boolean {
  return roots.some((root) => root.kind === 'element' && root.children.some((child) => child.kind === 'element' && !isSectionName(child.name)));
}

function mayHold({ children }: PolicyElement, name: string): boolean {
  return children.some((child) => {
    if (child.kind === 'text') return isOpaque(child.value.text);
    return child.kind === 'element' && (child.name === name || child.name === 'base' || child.name === 'include-fragment' || mayHold(child, name));
  });
}
