/** The one-line signature of a builder, for its page. */
import type { ElementSpec } from '../../src/catalog/element-spec.js';
import { camelCase, elementShape } from '../../src/dsl/element-shape.js';
import { pascalCase, sectionUnion, textType } from './value-types.js';

export function signature(name: string, spec: ElementSpec): string {
  const builder = camelCase(name);
  if (name === 'base') return 'base(): Base';
  if (name === 'choose') return 'choose(branches: When | When[], otherwise?: Otherwise, properties?: ChooseProperties): Policy';
  const shape = elementShape(spec.content, 'policy');
  const properties = `${pascalCase(name)}Properties`;
  const input = shape.text !== null && shape.shorthand === 'text' ? `text: ${textType(shape.text)} | ${properties}` : `properties: ${properties}`;
  const policies = shape.holdsPolicies ? ', policies: Policy[]' : '';
  return `${builder}(${input}${policies}): Policy<${sectionUnion(spec)}>`;
}
