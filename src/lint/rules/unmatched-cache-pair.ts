/** A cache that is only read, or only filled. */
import { isOpaque } from '../../check/opaque-text.js';
import type { PolicyDocument, PolicyElement } from '../../model/document.js';
import { isSectionName, type SectionName } from '../../model/scope.js';
import type { ProjectFacts } from '../project-facts.js';
import { defineRule } from '../rule.js';
import { ruleConstraints } from '../rule-constraints.js';

const ID = 'unmatched-cache-pair';

const CACHE_POLICY = /^(?:cache|(?:llm|azure-openai)-semantic-cache)-(?:lookup|store)$/;

export const unmatchedCachePair = defineRule({
  id: ID,
  category: 'cost',
  severity: 'warning',
  summary: 'A cache lookup stands without the store that fills the cache, or a store without the lookup that reads it.',
  why: 'A cache that nothing fills never answers, and one that nothing reads costs its store on every call.',
  check: ({ document, places, project }) => {
    if (document.kind !== 'policies' || hasUnknownSection(document)) return [];
    return places.filter(({ element }) => CACHE_POLICY.test(element.name)).flatMap((place) => ruleConstraints(place, 'paired-policy', ID).flatMap(({ name, section }) => {
      if (holdsPartner(document, name, section) || documentsAround(document, project).some((other) => holdsPartner(other, name, section))) return [];
      const { element } = place;
      const consequence = element.name.endsWith('-lookup') ? 'nothing fills the cache, and it never answers' : 'nothing reads what it stores';
      return [{
        at: element.origin,
        place,
        message: `${element.name} stands without ${name} in ${section ?? 'the document'}: ${consequence}${hasBase(document, section) ? ', unless another scope has it' : ''}`,
        hint: `add ${name} to ${section ?? 'the document'}, or remove ${element.name}`,
      }];
    }));
  },
});

/** The partner may stand in a section whose name is misspelt. */
function hasUnknownSection({ roots }: PolicyDocument): boolean {
  return roots.some((root) => root.kind === 'element' && root.children.some((child) => child.kind === 'element' && !isSectionName(child.name)));
}

/** A fragment or placeholder may bring the partner. */
function holdsPartner(document: PolicyDocument, name: string, section: SectionName | undefined): boolean {
  return partsOf(document, section).some((part) => mayHold(part, withoutFamily(name)));
}

/** Whether the section brings in what broader scopes have. */
function hasBase(document: PolicyDocument, section: SectionName | undefined): boolean {
  return partsOf(document, section).some(({ children }) => children.some((child) => child.kind === 'element' && child.name === 'base'));
}

function partsOf({ roots }: PolicyDocument, section: SectionName | undefined): PolicyElement[] {
  const sections = roots.flatMap((root) => (root.kind === 'element' ? root.children : []));
  return sections.filter((part): part is PolicyElement => part.kind === 'element' && (section === undefined || part.name === section));
}

function mayHold(part: PolicyElement, name: string): boolean {
  const pending = [...part.children];
  for (let child = pending.pop(); child !== undefined; child = pending.pop()) {
    if (child.kind === 'text' && isOpaque(child.value.text)) return true;
    if (child.kind !== 'element') continue;
    if (withoutFamily(child.name) === name || child.name === 'include-fragment') return true;
    for (const inner of child.children) pending.push(inner);
  }
  return false;
}

/** The older names `azure-openai-…` and those of today stand for the same cache. */
function withoutFamily(name: string): string {
  return name.replace(/^(?:llm|azure-openai)-/, '');
}

/** The project's documents of broader and narrower scopes, whose policies may run in the same call. */
function documentsAround({ scope }: PolicyDocument, { documents }: ProjectFacts): PolicyDocument[] {
  return scope === undefined ? [] : documents.filter((other) => other.scope !== undefined && other.scope.kind !== scope.kind);
}
