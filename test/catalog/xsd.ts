/** Reads Microsoft's policy XSDs far enough to list the attributes and children of each policy element. */
import { readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

/** A node as fast-xml-parser gives it in order: one key with the children, and `:@` with the attributes. */
interface RawNode {
  readonly [key: string]: unknown;
}

interface SchemaNode {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SchemaNode[];
}

export interface XsdAttribute {
  readonly name: string;
  /** The values of its enumeration; empty when it has none. */
  readonly values: readonly string[];
}

export interface XsdElement {
  readonly name: string;
  readonly attributes: readonly XsdAttribute[];
  readonly children: readonly XsdElement[];
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', ignoreDeclaration: true });

/** Top-level elements of all schemas in a folder. Types are looked up in the schema itself first, then in all. */
export function readXsdElements(folder: URL): XsdElement[] {
  const schemas = readdirSync(folder)
    .filter((name) => name.endsWith('.xsd'))
    .sort()
    .map((name) => schemaNodes(parser.parse(readFileSync(new URL(name, folder), 'utf8').replace(/^\uFEFF/u, ''))).find(({ tag }) => tag === 'schema'))
    .flatMap((schema) => schema ?? []);
  const shared = new Map(schemas.flatMap(namedTypes));
  return schemas.flatMap((schema) => {
    const types = new Map([...shared, ...namedTypes(schema)]);
    return schema.children.filter(({ tag }) => tag === 'element').map((element) => readElement(element, types));
  });
}

function schemaNodes(raw: readonly RawNode[]): SchemaNode[] {
  return raw.flatMap((node) => {
    const key = Object.keys(node).find((name) => name !== ':@' && name !== '#text');
    if (key === undefined) return [];
    const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>);
    return [{ tag: key.replace(/^xs:/u, ''), attributes: new Map(attributes), children: schemaNodes(node[key] as RawNode[]) }];
  });
}

function namedTypes(schema: SchemaNode): [string, SchemaNode][] {
  return schema.children.filter(({ tag }) => tag === 'complexType' || tag === 'simpleType').map((type) => [type.attributes.get('name') ?? '', type]);
}

function readElement(element: SchemaNode, types: ReadonlyMap<string, SchemaNode>): XsdElement {
  const named = types.get(element.attributes.get('type') ?? '');
  const parts = [...element.children, ...(named === undefined ? [] : [named])].flatMap((part) => particles(part, types));
  return {
    name: element.attributes.get('name') ?? '',
    attributes: parts
      .filter(({ tag }) => tag === 'attribute')
      .map((attribute) => ({ name: attribute.attributes.get('name') ?? '', values: [...typeValues(attribute.attributes.get('type'), types), ...enumeration(attribute, types)] })),
    children: parts.filter(({ tag }) => tag === 'element').map((child) => readElement(child, types)),
  };
}

/** Attributes and elements of a type, through sequences, choices, groups and what it extends. */
function particles(node: SchemaNode, types: ReadonlyMap<string, SchemaNode>): SchemaNode[] {
  if (node.tag === 'attribute' || node.tag === 'element') return [node];
  if (node.tag === 'simpleType') return [];
  const base = node.tag === 'extension' ? types.get(node.attributes.get('base') ?? '') : undefined;
  return [...(base === undefined ? [] : particles(base, types)), ...node.children.flatMap((child) => particles(child, types))];
}

/** Enumerated values of a simple type, through unions and restrictions. */
function enumeration(node: SchemaNode, types: ReadonlyMap<string, SchemaNode>): string[] {
  if (node.tag === 'enumeration') return [node.attributes.get('value') ?? ''];
  const members = [node.attributes.get('base'), ...(node.attributes.get('memberTypes')?.split(' ') ?? [])].flatMap((name) => typeValues(name, types));
  return [...members, ...node.children.flatMap((child) => enumeration(child, types))];
}

function typeValues(name: string | undefined, types: ReadonlyMap<string, SchemaNode>): string[] {
  const type = types.get(name ?? '');
  return type === undefined ? [] : enumeration(type, types);
}
