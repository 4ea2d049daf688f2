/** A backend, pool or named value that nothing in the project uses. */
import type { PolicyElement } from '../../model/document.js';
import { namedValueReferences } from '../../model/named-value-reference.js';
import type { Backend, BackendPool } from '../../model/resources.js';
import { type Place, walkElements } from '../../model/walk.js';
import { nameKey, type ProjectFacts } from '../project-facts.js';
import { backendAttributes, namedValueUses } from '../references.js';
import { defineRule, type RuleFinding } from '../rule.js';

export const unusedResource = defineRule({
  id: 'unused-resource',
  category: 'style',
  severity: 'info',
  preset: 'strict',
  summary: 'A backend, pool or named value is declared, and nothing in the project uses it.',
  why: 'It is deployed and kept up for nothing, or a policy names something else than it was meant to.',
  checkProject: (project) => {
    if (project.documents.length === 0 || project.isPart) return [];
    const places = project.documents.flatMap((document) => [...walkElements(document)]);
    return [...unusedBackends(project, places), ...unusedNamedValues(project, places)];
  },
});

function unusedBackends({ resources }: ProjectFacts, places: readonly Place[]): RuleFinding[] {
  const declared = resources.filter((resource) => resource.kind !== 'named-value');
  if (declared.length === 0 || namesBackendsIndirectly(resources, places)) return [];
  const poolMembers = new Set(declared.flatMap((resource) => (resource.kind === 'pool' ? resource.services.map(({ backend }) => nameKey(backend)) : [])));
  const texts = [...textsOf(places), ...plainValues(resources)].join('\n').toLowerCase();
  const isUsed = ({ name }: Backend | BackendPool): boolean => poolMembers.has(nameKey(name)) || texts.includes(nameKey(name));
  return declared.filter((resource) => !isUsed(resource)).map(({ kind, name, origin }) => ({
    at: origin,
    message: `no policy${kind === 'backend' ? ' and no pool' : ''} uses the ${kind} ${name}`,
    hint: 'remove it, or name it where it was meant to be used',
  }));
}

/** An expression may put a name together; a secret may hold one. */
function namesBackendsIndirectly(resources: ProjectFacts['resources'], places: readonly Place[]): boolean {
  const secrets = new Set(resources.flatMap((resource) => (resource.kind === 'named-value' && resource.source.kind !== 'plain' ? [nameKey(resource.displayName)] : [])));
  return places.some(({ element }) => backendAttributes(element).some(({ value }) =>
    value.kind !== 'literal' || namedValueReferences(value.text).some(({ name }) => secrets.has(nameKey(name)))));
}

function plainValues(resources: ProjectFacts['resources']): string[] {
  return resources.flatMap((resource) => (resource.kind === 'named-value' && resource.source.kind === 'plain' ? [resource.source.value] : []));
}

function textsOf(places: readonly Place[]): string[] {
  return places.flatMap(({ element }) => valuesOf(element));
}

function valuesOf({ attributes, children }: PolicyElement): string[] {
  return [...attributes.map(({ value }) => value.text), ...children.flatMap((node) => (node.kind === 'text' ? [node.value.text] : []))];
}

function unusedNamedValues({ resources }: ProjectFacts, places: readonly Place[]): RuleFinding[] {
  const used = new Set([...namedValueUses(places).map(({ name }) => name), ...resources.flatMap(namesInUrl)].map(nameKey));
  return resources.flatMap((resource): RuleFinding[] => {
    if (resource.kind !== 'named-value' || used.has(nameKey(resource.displayName))) return [];
    return [{
      at: resource.origin,
      message: `nothing in the project uses the named value ${resource.displayName}`,
      hint: `remove it, or write {{${resource.displayName}}} where it was meant to be used`,
    }];
  });
}

function namesInUrl(resource: ProjectFacts['resources'][number]): string[] {
  return resource.kind === 'backend' ? namedValueReferences(resource.url).map(({ name }) => name) : [];
}
