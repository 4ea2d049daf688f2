import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findElement } from '../../src/catalog/elements.js';
import type { ContentSpec } from '../../src/catalog/element-spec.js';
import { readXsdElements, type XsdElement } from './xsd.js';

const XSD = new URL('../../../shared/reference/xsd/', import.meta.url);
const KNOWN = new URL('../../schemas/known-differences.json', import.meta.url);

interface KnownDifference {
  /** `element`, `element/child`, `element/@attribute`. */
  readonly path: string;
  readonly reason: string;
}

describe.skipIf(!existsSync(XSD))("the catalogue against Microsoft's XSDs (vscode-apimanagement, policySchemas)", () => {
  const known: readonly KnownDifference[] = JSON.parse(readFileSync(KNOWN, 'utf8'));
  const elements = existsSync(XSD) ? readXsdElements(XSD) : [];
  const missing = elements.flatMap((element) => missingFromCatalogue(element));

  test('the XSDs are read: elements, attributes through types, children through extensions', () => {
    expect(elements.length).toBeGreaterThan(70);
    expect(elements.find(({ name }) => name === 'set-body')?.attributes).toContain('html-decode-expression');
    expect(elements.find(({ name }) => name === 'emit-metric')?.children.find(({ name }) => name === 'dimension')?.attributes).toEqual(['name', 'value']);
  });

  test('every attribute and child is in the catalogue or a known difference', () => {
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
  const attributes = new Set(content.attributes.map(({ name }) => name));
  return [
    ...element.attributes.filter((name) => !attributes.has(name)).map((name) => `${path}/@${name}`),
    ...element.children.flatMap((child) => {
      const here = `${path}/${child.name}`;
      const known = content.children.find(({ name }) => name === child.name);
      if (known !== undefined) return missingFromContent(child, known.content, here);
      if (content.contains === 'policies' || content.contains?.includes(child.name) === true) return [];
      return [here];
    }),
  ];
}
