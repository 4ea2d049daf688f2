/** Makes src/dsl/policies.generated.ts: one function for each documented element, with its types and doc comments. */
import { expandElement } from '../../src/catalog/compact-element.js';
import type { AttributeSpec, ElementSpec } from '../../src/catalog/element-spec.js';
import { camelCase, elementShape, type ElementShape, type Slot } from '../../src/dsl/element-shape.js';
import { compactElement } from './catalog-table.js';
import { builderComment, propertyComment } from './builder-comments.js';
import { CHOOSE } from './choose-builder.js';
import type { ElementFile } from './element-file.js';
import { attributeType, pascalCase, sectionUnion, textType } from './value-types.js';

const HEADER = `/** The builders of the policies. Generated from schemas/elements by \`npm run generate\`; do not edit. */
import { buildChoose, buildOtherwise, buildWhen } from './build-choose.js';
import { buildPolicy } from './build-element.js';
import type { Base, Otherwise, Policy, Section, When } from './policy.js';
import type { Dynamic, Kept, Literal, OneOrMore } from './property-types.js';
`;

export function buildersModule(files: readonly ElementFile[]): string {
  const documented = files.filter(({ undocumented }) => undocumented !== true);
  const specs = new Map(documented.map((file) => [file.name, expandElement(compactElement(file))]));
  const parts = documented.map((file) => elementBuilder(file, specs));
  return [HEADER, ...parts].join('\n');
}

function elementBuilder(file: ElementFile, specs: ReadonlyMap<string, ElementSpec>): string {
  const spec = specs.get(file.name);
  if (spec === undefined) return '';
  const name = camelCase(file.name);
  const comment = builderComment(file);
  if (file.name === 'base') return `${comment}export function base(): Base {\n  return buildPolicy<never>(base, 'base') as Policy<never> & Base;\n}\n`;
  if (file.name === 'choose') return CHOOSE(comment, sectionUnion(spec));
  const shape = elementShape(spec.content, 'policy');
  const interfaces = new Interfaces(specs, sectionUnion(spec));
  const type = `${pascalCase(file.name)}Properties`;
  interfaces.addElement(type, shape, spec, `Properties of \`${name}\`.`);
  const sections = sectionUnion(spec);
  const generic = shape.holdsPolicies || interfaces.generic;
  const generics = generic ? `<S extends ${sections}>` : '';
  const result = generic ? 'Policy<S>' : `Policy<${sections}>`;
  const properties = interfaces.generic ? `${type}<S>` : type;
  const input = shape.text !== null && shape.shorthand === 'text' ? `${textType(shape.text)} | ${properties}` : properties;
  const optional = needsNothing(shape, spec);
  if (shape.holdsPolicies && optional) return interfaces.text + overloaded(comment, { name, generics, result, properties, xml: file.name });
  const parameter = shape.text !== null && shape.shorthand === 'text' ? 'text' : 'properties';
  const parameters = [`${parameter}${optional ? '?' : ''}: ${input}`, ...(shape.holdsPolicies ? ['policies: readonly Policy<S>[]'] : [])];
  const args = [name, `'${file.name}'`, parameter, ...(shape.holdsPolicies ? ['policies'] : [])];
  return `${interfaces.text}${comment}export function ${name}${generics}(${parameters.join(', ')}): ${result} {\n  return buildPolicy(${args.join(', ')});\n}\n`;
}

/** A policy that holds policies and needs no property is called with the policies alone, or with both. */
function overloaded(comment: string, { name, generics, result, properties, xml }: { name: string; generics: string; result: string; properties: string; xml: string }): string {
  return [
    `${comment}export function ${name}${generics}(policies: readonly Policy<S>[]): ${result};\n`,
    `${comment}export function ${name}${generics}(properties: ${properties}, policies: readonly Policy<S>[]): ${result};\n`,
    `export function ${name}${generics}(first: ${properties} | readonly Policy<S>[], second?: readonly Policy<S>[]): ${result} {\n`,
    `  return second === undefined ? buildPolicy(${name}, '${xml}', {}, first as readonly Policy<S>[]) : buildPolicy(${name}, '${xml}', first, second);\n}\n`,
  ].join('');
}

function needsNothing(shape: ElementShape, spec: ElementSpec): boolean {
  return (
    !shape.attributes.some(({ spec: attribute }) => isRequired(attribute)) &&
    !(shape.text?.required ?? false) &&
    !shape.slots.some(isRequiredSlot) &&
    typedChoice(spec, shape) === undefined
  );
}

function isRequired(attribute: AttributeSpec): boolean {
  return attribute.required === true;
}

function isRequiredSlot(slot: Slot): boolean {
  return slot.kind === 'child' ? slot.spec.min > 0 : slot.required;
}

/** The interfaces of one element and its children, inner ones first. */
class Interfaces {
  text = '';
  /** Whether the properties hold policies, so that the sections are a type parameter. */
  generic = false;
  readonly #specs: ReadonlyMap<string, ElementSpec>;
  readonly #sections: string;
  readonly #children = new Set<string>();

  constructor(specs: ReadonlyMap<string, ElementSpec>, sections: string) {
    this.#specs = specs;
    this.#sections = sections;
  }

  addElement(type: string, shape: ElementShape, spec: ElementSpec, comment: string): void {
    const choice = typedChoice(spec, shape);
    const members = this.#members(type, shape, choice?.flat() ?? []);
    const generics = this.generic ? `<S extends ${this.#sections}>` : '';
    if (choice === undefined) {
      this.text += `/** ${comment} */\nexport interface ${type}${generics} {\n${members.common.join('')}}\n\n`;
      return;
    }
    const common = type.replace(/Properties$/u, 'CommonProperties');
    this.text += `/** ${comment} */\nexport interface ${common}${generics} {\n${members.common.join('')}}\n\n`;
    const alternatives = choice.map((group) => {
      const name = type.replace(/Properties$/u, `With${group.map(pascalCase).join('And')}`);
      this.text += `/** ${comment} */\nexport interface ${name} extends ${common} {\n${members.chosen.map(([property, text]) => text(group.includes(property))).join('')}}\n\n`;
      return name;
    });
    this.text += `/** ${comment} */\nexport type ${type} = ${alternatives.reverse().join(' | ')};\n\n`;
  }

  #addChild(type: string, shape: ElementShape, comment: string): void {
    if (this.#children.has(type)) return;
    this.#children.add(type);
    const { common } = this.#members(type, shape, []);
    this.text += `/** ${comment} */\nexport interface ${type} {\n${common.join('')}}\n\n`;
  }

  /** Lines of the properties; those of `choice` as functions of whether they must be there. */
  #members(type: string, shape: ElementShape, choice: readonly string[]): { common: string[]; chosen: [string, (required: boolean) => string][] } {
    const common: string[] = [];
    const chosen: [string, (required: boolean) => string][] = [];
    const add = (property: string, comment: string, required: boolean, valueType: string): void => {
      const line = (must: boolean): string => `${comment}  readonly ${property}${must ? '' : '?'}: ${valueType};\n`;
      if (choice.includes(property)) chosen.push([property, line]);
      else common.push(line(required));
    };
    for (const { property, spec } of shape.attributes) add(property, propertyComment(spec, spec), isRequired(spec), attributeType(spec));
    if (shape.text !== null) add('text', propertyComment(shape.text, { ...shape.text, summary: shape.text.summary || 'content' }), shape.text.required, textType(shape.text));
    for (const slot of shape.slots) add(slot.property, slotComment(slot), isRequiredSlot(slot), this.#slotType(type, slot));
    return { common, chosen };
  }

  #slotType(owner: string, slot: Slot): string {
    if (slot.kind === 'policy') {
      const item = this.#policyItemType(slot.name);
      return slot.many ? `OneOrMore<${item}>` : item;
    }
    const { content, name } = slot.spec;
    const shape = elementShape(content, 'child');
    if (shape.xml) return 'string';
    if (shape.holdsPolicies) {
      this.generic = true;
      return 'readonly Policy<S>[]';
    }
    const inner = owner.replace(/Properties$/u, '') + pascalCase(name);
    const textOnly = shape.text !== null && shape.attributes.length === 0 && shape.slots.length === 0;
    if (textOnly && shape.text !== null) return slot.many ? `OneOrMore<${textType(shape.text)}>` : textType(shape.text);
    const item = this.#childItemType(inner, name, shape);
    return slot.many ? `readonly (${item})[]` : item;
  }

  #childItemType(type: string, name: string, shape: ElementShape): string {
    const wrapped = shape.slots.find(({ property }) => property === shape.list);
    if (wrapped !== undefined && shape.slots.length === 1 && shape.attributes.length === 0) return this.#slotType(type, wrapped);
    this.#addChild(type, shape, `One \`${name}\`.`);
    if (wrapped !== undefined) return `${this.#slotType(type, wrapped)} | ${type}`;
    if (shape.shorthand === undefined) return type;
    const bare = shape.text !== null ? textType(shape.text) : shape.attributes.filter(({ property }) => property === shape.shorthand).map(({ spec }) => attributeType(spec)).join('');
    return `${bare} | ${type}`;
  }

  #policyItemType(name: string): string {
    const spec = this.#specs.get(name);
    const properties = `${pascalCase(name)}Properties`;
    return spec !== undefined && spec.content.text !== null ? `${textType(spec.content.text)} | ${properties}` : properties;
  }
}

function slotComment(slot: Slot): string {
  return slot.kind === 'policy' ? `  /** As \`${camelCase(slot.name)}\`. */\n` : propertyComment(null, slot.spec);
}

/** Groups of properties of which one must be there, where that is documented. */
function typedChoice(spec: ElementSpec, shape: ElementShape): string[][] | undefined {
  const rule = spec.content.constraints.find((constraint) => constraint.kind === 'one-of' && constraint.severity === 'error' && constraint.unless === undefined);
  if (rule?.kind !== 'one-of') return undefined;
  const property = (name: string): string => shape.slots.find((slot) => slot.kind === 'child' && slot.spec.name === name)?.property ?? camelCase(name);
  return rule.groups.map((group) => group.map(property));
}
