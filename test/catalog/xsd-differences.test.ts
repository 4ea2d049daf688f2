import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findElement } from '../../src/catalog/elements.js';
import type { ContentSpec } from '../../src/catalog/element-spec.js';
import { readXsdElements, type XsdElement } from './xsd.js';

const XSD = new URL('../../../shared/reference/xsd/', import.meta.url);
const KNOWN = new URL('../../schemas/known-differences.json', import.meta.url);

interface KnownDifference {
  /** `element`, `element/child`, `element/@attribute`, `element/@attribute=value`. */
  readonly path: string;
  readonly reason: string;
}

describe.skipIf(!existsSync(XSD))("the catalogue against Microsoft's XSDs (vscode-apimanagement, policySchemas)", () => {
  const known: readonly KnownDifference[] = JSON.parse(readFileSync(KNOWN, 'utf8'));
  const elements = existsSync(XSD) ? readXsdElements(XSD) : [];
  const missing = elements.flatMap((element) => missingFromCatalogue(element));

  test('the XSDs are read: elements, attributes through types, children through extensions', () => {
    expect(elements.length).toBeGreaterThan(70);
    expect(elements.find(({ name }) => name === 'set-body')?.attributes.map(({ name }) => name)).toContain('html-decode-expression');
    expect(elements.find(({ name }) => name === 'cache-lookup')?.attributes.find(({ name }) => name === 'downstream-caching-type')?.values).toEqual(['none', 'private', 'public']);
    expect(elements.find(({ name }) => name === 'emit-metric')?.children.find(({ name }) => name === 'dimension')?.attributes.map(({ name }) => name)).toEqual(['name', 'value']);
  });

  test('every attribute, value of an enumeration and child is in the catalogue or a known difference', () => {
    expect(missing.filter((path) => !known.some((difference) => difference.path === path))).toEqual([]);
  });

  test('no known difference is stale', () => {
    expect(known.map(({ path }) => path).filter((path) => !missing.includes(path))).toEqual([]);
  });

  test('every known difference has a reason', () => {
    expect(known.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});

function missingFromCatalogue(element: XsdElement): string[] {
  const spec = findElement(element.name);
  return spec === undefined ? [element.name] : missingFromContent(element, spec.content, element.name);
}

function missingFromContent(element: XsdElement, content: ContentSpec, path: string): string[] {
  const attributes = new Map(content.attributes.map((attribute) => [attribute.name, attribute]));
  return [
    ...element.attributes.flatMap(({ name, values }) => {
      const known = attributes.get(name);
      if (known === undefined) return [`${path}/@${name}`];
      const allowed = [...(known.values ?? values), ...(known.undocumentedValues ?? [])];
      return values.filter((value) => !allowed.includes(value)).map((value) => `${path}/@${name}=${value}`);
    }),
    ...element.children.flatMap((child) => {
      const here = `${path}/${child.name}`;
      const known = content.children.find(({ name }) => name === child.name);
      if (known !== undefined) return missingFromContent(child, known.content, here);
      if (content.contains === 'policies' || content.contains?.includes(child.name) === true) return [];
      return [here];
    }),
  ];
}
