/** The catalogue's questions: what is known of an element, and which elements there are. */
import { expandElement, type CompactElement } from './compact-element.js';
import type { ContentSpec, ElementSpec } from './element-spec.js';
import { ELEMENTS } from './elements.generated.js';

const expanded = new Map<string, ElementSpec>();

/**
 * What APIM knows of one policy element. A document uses a few of the elements, so each is parsed when first asked for.
 * @param name as written in XML: `llm-token-limit`
 * @returns undefined for a name that is no policy
 */
export function findElement(name: string): ElementSpec | undefined {
  const known = expanded.get(name);
  if (known !== undefined) return known;
  const json = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
  if (json === undefined) return undefined;
  const compact: CompactElement = JSON.parse(json());
  const spec = expandElement(compact);
  expanded.set(name, spec);
  return spec;
}

/** All names in alphabetical order, those included that only Microsoft's XSDs know. Needs no parsing. */
export function elementNames(): readonly string[] {
  return Object.keys(ELEMENTS);
}

/** All elements in alphabetical order. */
export function allElements(): readonly ElementSpec[] {
  return elementNames().flatMap((name) => findElement(name) ?? []);
}

let childNames: ReadonlySet<string> | undefined;

/** The names of all child elements, at any depth, that policies have. Parses the whole catalogue when first asked for. */
export function childElementNames(): ReadonlySet<string> {
  return (childNames ??= new Set(allElements().flatMap(({ content }) => childNamesOf(content))));
}

function childNamesOf({ children }: ContentSpec): string[] {
  return children.flatMap(({ name, content }) => [name, ...childNamesOf(content)]);
}

/** The element's reference page; undefined for those that have none. */
export function learnUrl(spec: ElementSpec): string | undefined {
  return spec.doc === '' ? undefined : `https://learn.microsoft.com/azure/api-management/${spec.doc}`;
}
