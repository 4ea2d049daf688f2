/** The format of schemas/elements/<element>.json: the table's facts and, besides, what people want to read. */
import { readdirSync, readFileSync } from 'node:fs';
import type { CompactAttribute, CompactChild, CompactContent, CompactElement, CompactText } from '../../src/catalog/compact-element.js';
import type { ConstraintSpec } from '../../src/catalog/element-spec.js';
import type { SectionName } from '../../src/model/scope.js';

/** Where a fact came from and who disagrees; shown on the element's page. */
interface Based {
  readonly basis?: string;
}

export type AttributeFile = CompactAttribute & Based & { readonly summary: string };
export type TextFile = CompactText & Based;
export type ConstraintFile = ConstraintSpec;

export interface ContentFile extends CompactContent {
  readonly attributes?: readonly AttributeFile[];
  readonly text?: TextFile;
  readonly children?: readonly ChildFile[];
  /** Policies that only Microsoft's XSDs allow here. */
  readonly undocumentedContains?: readonly string[];
  readonly constraints?: readonly ConstraintFile[];
}

export type ChildFile = ContentFile & CompactChild & Based & { readonly min: number; readonly summary: string };

export interface ElementFile extends ContentFile, Omit<CompactElement, keyof CompactContent | 'doc' | 'observedSections' | 'multiple'> {
  readonly doc: string | null;
  readonly multiple: boolean | null;
  readonly observedSections?: readonly { readonly section: SectionName; readonly basis: string }[];
  readonly notes?: readonly string[];
  readonly variants?: readonly ElementVariant[];
  readonly example?: ElementExample;
  readonly sources: readonly { readonly repo: string; readonly path: string; readonly commit?: string; readonly date?: string; readonly via?: string }[];
}

/** The element with a certain value works differently and has a page of its own. */
export interface ElementVariant {
  readonly name: string;
  readonly when: { readonly attribute: string; readonly equals: string };
  readonly doc: string;
  readonly sections: readonly string[];
  readonly scopes: readonly string[];
  readonly gateways: readonly string[];
  readonly attributes: readonly string[];
}

/** One use of the element's builder; the page shows it with the XML that it makes. */
export interface ElementExample {
  /** TypeScript expression, one line per entry. */
  readonly code: readonly string[];
  /** The section the example is compiled in. */
  readonly section: SectionName | 'resolver';
}

/** Reads all element files in alphabetical order. */
export function readElementFiles(folder: URL): ElementFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name): ElementFile => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
}
