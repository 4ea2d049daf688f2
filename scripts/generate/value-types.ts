/** TypeScript types of attribute values and texts, and names of types. */
import type { AttributeSpec, ElementSpec, TextSpec, ValueSpec } from '../../src/catalog/element-spec.js';
import { camelCase } from '../../src/dsl/element-shape.js';

export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

export function attributeType(spec: AttributeSpec): string {
  return valueType(spec);
}

export function textType(spec: TextSpec): string {
  return valueType(spec);
}

/** A value that may not be an expression is typed so only where that is documented or observed; else check warns. */
function valueType(spec: ValueSpec): string {
  const surelyNone = spec.expression === false && (spec.expressionCertainty === 'documented' || spec.expressionCertainty === 'observed');
  if (spec.type === 'any') return 'Kept';
  return surelyNone ? `Literal<${plainType(spec)}>` : `Dynamic<${plainType(spec)}>`;
}

function plainType(spec: ValueSpec): string {
  switch (spec.type) {
    case 'enum':
      return [...(spec.values ?? []), ...(spec.undocumentedValues ?? [])].map((value) => `'${value}'`).join(' | ');
    case 'boolean':
    case 'expression-bool':
      return 'boolean';
    case 'integer':
    case 'number':
    case 'duration-seconds':
      return 'number';
    default:
      return 'string';
  }
}

/** The sections that a policy may stand in, as a type. Sections only seen in practice count; check says what is uncertain. */
export function sectionUnion(spec: ElementSpec): string {
  return [...new Set([...spec.sections, ...spec.observedSections])].map((section) => `'${section}'`).join(' | ');
}
