/** Makes docs/policies: one page per documented element, and an index by category. */
import { expandElement } from '../../src/catalog/compact-element.js';
import type { ValueType } from '../../src/catalog/element-spec.js';
import { camelCase } from '../../src/dsl/element-shape.js';
import { sentence } from './builder-comments.js';
import { compactElement } from './catalog-table.js';
import { constraintText, times } from './constraint-text.js';
import type { AttributeFile, ChildFile, ContentFile, ElementExample, ElementFile, TextFile } from './element-file.js';
import { range } from './value-facts.js';
import { signature } from './signature.js';

const GENERATED = '<!-- Generated from schemas/elements by `npm run generate`; do not edit. -->\n';

/** Titles that are not the category's name with a capital. */
const CATEGORY_TITLES: Readonly<Record<string, string>> = { ai: 'AI' };

/** @param exampleXml the XML that an example makes */
export function policyPages(files: readonly ElementFile[], exampleXml: (example: ElementExample) => readonly string[]): Map<string, string> {
  const documented = files.filter(({ undocumented }) => undocumented !== true);
  return new Map([
    ['docs/policies/README.md', index(documented, files.filter(({ undocumented }) => undocumented === true))],
    ...documented.map((file): [string, string] => [`docs/policies/${file.name}.md`, page(file, exampleXml)]),
  ]);
}

function index(files: readonly ElementFile[], others: readonly ElementFile[]): string {
  const categories = [...new Set(files.map(({ category }) => category))].sort();
  const rows = (category: string): string[] => files.filter((file) => file.category === category).map((file) => `| [${file.name}](${file.name}.md) | \`${camelCase(file.name)}\` | ${cell(sentence(file.summary))} | ${[...file.sections, ...(file.observedSections ?? []).map(({ section }) => `${section} (not documented)`)].join(', ')} |`);
  return [
    GENERATED,
    '# Policies\n',
    `All ${files.length} policies that the catalogue documents. How builders are made from elements: [The DSL](../dsl.md).\n`,
    ...categories.flatMap((category) => [`## ${CATEGORY_TITLES[category] ?? sentence(category.replaceAll('-', ' ')).slice(0, -1)}\n`, ['| Policy | Builder | What it does | Sections |', '|---|---|---|---|', ...rows(category)].join('\n') + '\n']),
    '## Known from schemas only\n',
    "Microsoft's VS Code extension has schemas for these, and no page describes them. They are read and never reported as unknown; there is no builder.\n",
    `${others.map(({ name }) => `- \`${name}\``).join('\n')}\n`,
  ].join('\n');
}

function page(file: ElementFile, exampleXml: (example: ElementExample) => readonly string[]): string {
  const parts = [
    GENERATED,
    `# ${file.name}\n`,
    `${prose(sentence(file.summary))}\n`,
    ...(file.supersededBy === undefined ? [] : [`Use [${file.supersededBy}](${file.supersededBy}.md) instead.\n`]),
    ...(file.preview ? ['In preview.\n'] : []),
    `${placement(file)}\n`,
    ...(file.example === undefined ? [] : typescript(file, file.example.code, exampleXml(file.example))),
    ...contentPart(file, file.name, 2),
    ...(file.variants ?? []).map((variant) => `With \`${variant.when.attribute}="${variant.when.equals}"\`: ${variant.sections.join(', ')}; scopes ${variant.scopes.join(', ')}; gateways ${variant.gateways.join(', ')} ([reference](https://learn.microsoft.com/azure/api-management/${variant.doc})).\n`),
    ...((file.notes ?? []).length === 0 ? [] : ['## Good to know\n', `${(file.notes ?? []).map((note) => `- ${prose(note)}`).join('\n')}\n`]),
    '## Sources\n',
    `${file.sources.map(({ repo, path, date }) => `- ${repo}, ${path}${date === undefined ? '' : `, ${date}`}`).join('\n')}\n`,
  ];
  return parts.join('\n');
}

function placement(file: ElementFile): string {
  const often = file.multiple === null ? undefined : file.multiple ? 'any number of times' : 'at most once in a section';
  return [
    '| | |',
    '|---|---|',
    `| Sections | ${sections(file)} |`,
    `| Scopes | ${file.scopes.join(', ') || 'no source says'} |`,
    `| Gateways | ${file.gateways.join(', ') || 'no source says'} |`,
    ...(often === undefined ? [] : [`| How often | ${often} |`]),
    `| Reference | ${file.doc === null ? 'none' : `[learn.microsoft.com](https://learn.microsoft.com/azure/api-management/${file.doc})`} |`,
  ].join('\n');
}

function sections(file: ElementFile): string {
  return [...file.sections, ...(file.observedSections ?? []).map(({ section, basis }) => `${section} (${cell(basis)})`)].join(', ');
}

function typescript(file: ElementFile, code: readonly string[], xml: readonly string[]): string[] {
  return [
    '## In TypeScript\n',
    ['```ts', signature(file.name, expandElement(compactElement(file))), '```'].join('\n') + '\n',
    ['```ts', ...code, '```'].join('\n') + '\n',
    'makes\n',
    ['```xml', ...xml, '```'].join('\n') + '\n',
  ];
}

/** Attributes, text, rules and children of an element; children get headings of their own. */
function contentPart(content: ContentFile, name: string, depth: number): string[] {
  const heading = (text: string): string => `${'#'.repeat(Math.min(depth, 6))} ${text}\n`;
  const own = depth === 2;
  return [
    ...(content.attributes === undefined ? [] : [...(own ? [heading('Attributes')] : []), attributeTable(content.attributes)]),
    ...(content.text === undefined ? [] : [...(own ? [heading('Text')] : []), textLine(content.text)]),
    ...policiesLine(content),
    ...(content.constraints === undefined ? [] : [...(own ? [heading('Rules')] : ['Rules:\n']), `${content.constraints.map((rule) => `- ${constraintText(rule)}`).join('\n')}\n`]),
    ...(content.children === undefined || !own ? [] : [heading('Children')]),
    ...(content.children ?? []).flatMap((child) => childPart(child, name, depth + 1)),
  ];
}

function childPart(child: ChildFile, parent: string, depth: number): string[] {
  const path = `${parent}/${child.name}`;
  const notes = [child.undocumented === true ? 'Not documented.' : '', child.basis === undefined ? '' : sentence(child.basis)].filter((text) => text !== '').join(' ');
  return [`${'#'.repeat(Math.min(depth, 6))} ${path.split('/').slice(1).join('/')}\n`, `${prose(sentence(child.summary))} How often: ${times(child.min, child.max)}. Property: \`${child.property}\`. ${notes}`.trim() + '\n', ...contentPart(child, path, depth === 2 ? 3 : depth)];
}

function policiesLine({ contains, undocumentedContains, anyChildren }: ContentFile): string[] {
  if (anyChildren === true) return ['XML of any kind may stand in it.\n'];
  if (contains === undefined) return [];
  const names = contains === 'policies' ? 'any policies that its section allows' : contains.map((name) => `[${name}](${name}.md)`).join(', ');
  return [`Holds ${names}.${undocumentedContains === undefined ? '' : ` Not documented: ${undocumentedContains.map((name) => `\`${name}\``).join(', ')}.`}\n`];
}

function attributeTable(attributes: readonly AttributeFile[]): string {
  const rows = attributes.map((attribute) =>
    [`\`${attribute.name}\``, `\`${camelCase(attribute.name)}\``, type(attribute), required(attribute), attribute.default === undefined ? '' : `\`${attribute.default}\``, expression(attribute), `${sentence(attribute.summary)} ${remarks(attribute)}`.trim()].map(cell).join(' | '),
  );
  return ['| Attribute | Property | Type | Required | Default | Expression | Meaning |', '|---|---|---|---|---|---|---|', ...rows.map((row) => `| ${row} |`), ''].join('\n');
}

function textLine(text: TextFile): string {
  const facts = [type(text), text.required === true ? 'required' : 'optional', text.expression === true ? 'may be an expression' : text.expression === false ? 'no expression' : '', text.liquid === true ? 'may be a Liquid template' : '', text.undocumented === true ? 'not documented' : ''].filter((fact) => fact !== '');
  return `Text: ${facts.join(', ')}.\n`;
}

/** Types that the tables name otherwise. */
const TYPE_WORDS: Partial<Readonly<Record<ValueType, string>>> = { 'duration-seconds': 'seconds', 'expression-bool': 'condition', any: 'text, or any value' };

function type(value: AttributeFile | TextFile): string {
  const values = [...(value.values ?? []), ...(value.undocumentedValues ?? []).map((item) => `${item}*`)];
  return values.length === 0 ? (TYPE_WORDS[value.type] ?? value.type) : values.map((item) => (item.endsWith('*') ? `\`${item.slice(0, -1)}\` (not documented)` : `\`${item}\``)).join(', ');
}

function required(attribute: AttributeFile): string {
  const word = attribute.required === true ? 'yes' : attribute.required === 'conditional' ? 'see rules' : 'no';
  return attribute.certainty?.required === undefined ? word : `${word} (${attribute.certainty.required})`;
}

function expression(attribute: AttributeFile): string {
  const word = attribute.expression === null ? 'not said' : attribute.expression ? 'yes' : 'no';
  return attribute.certainty?.expression === undefined ? word : `${word} (${attribute.certainty.expression})`;
}

function remarks(attribute: AttributeFile): string {
  const bounds = range({ ...attribute, expressionCertainty: 'documented', rangeCertainty: 'documented' });
  return [bounds, attribute.pattern === undefined ? '' : `Must be ${attribute.pattern.meaning}.`, attribute.undocumented === true ? 'Not documented.' : '', attribute.basis === undefined ? '' : sentence(attribute.basis)].filter((text) => text !== '').join(' ');
}

/** Text for a table's cell: `|` and `<` would end or hide it. */
function cell(text: string): string {
  return prose(text).replaceAll('|', '\\|');
}

/** Text in which a tag shows as it is. */
function prose(text: string): string {
  return text.replace(/<(?=[a-z/!])/giu, '\\<').replace(/(?<=^|\s)\*(?=\s|[.,]|$)/gu, '\\*');
}
