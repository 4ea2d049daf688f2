import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { findElement } from '../../src/catalog/elements.js';
import type { ConstraintSpec, ContentSpec } from '../../src/catalog/element-spec.js';
import { readElementFiles } from '../../scripts/generate/element-file.js';

const ROOT = new URL('../../', import.meta.url);
const files = readElementFiles(new URL('schemas/elements/', ROOT));
const validate = new Ajv({ allErrors: true, strictTypes: false, formats: { date: true, regex: true } }).compile(JSON.parse(readFileSync(new URL('schemas/element.schema.json', ROOT), 'utf8')));

describe('schemas/elements', () => {
  test.each(files.map((file) => [file.name, file] as const))('%s is in the format of element.schema.json', (_, file) => {
    expect(validate(file) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([]);
  });

  test.each(files.map((file) => [file.name, file] as const))('%s: constraints speak of what is there, defaults fit their type', (name, file) => {
    expect(problems(findElement(file.name)?.content ?? expect.fail(), name)).toEqual([]);
  });
});

/** Names that a constraint speaks of and that neither attribute, child, contained policy nor text bears; defaults outside of their enum. */
function problems(content: ContentSpec, path: string): string[] {
  const names = new Set([...content.attributes.map(({ name }) => name), ...content.children.map(({ name }) => name), ...(Array.isArray(content.contains) ? content.contains : []), '#text']);
  return [
    ...content.constraints.flatMap((rule) => namesIn(rule).filter((name) => !names.has(name)).map((name) => `${path}: ${rule.kind} of ${name}`)),
    ...content.attributes.filter(({ type, values, default: fallback }) => type === 'enum' && fallback !== undefined && values?.includes(fallback) !== true).map(({ name }) => `${path}: default of ${name}`),
    ...content.attributes.flatMap(({ name, pattern }) => (pattern === undefined || new RegExp(pattern.source, 'u').test('') === false ? [] : [`${path}: pattern of ${name} matches nothing`])),
    ...content.children.flatMap((child) => problems(child.content, `${path}/${child.name}`)),
  ];
}

function namesIn(rule: ConstraintSpec): readonly string[] {
  switch (rule.kind) {
    case 'one-of':
      return rule.groups.flat();
    case 'requires':
      return [rule.if, ...rule.then];
    case 'exclusive':
    case 'conditional-required':
    case 'only-with':
    case 'order':
    case 'whole-value-expression':
      return rule.names;
    case 'value-in':
    case 'range':
    case 'pattern':
    case 'no-expression':
    case 'child-count':
    case 'sole-value':
    case 'recommended-child':
      return [rule.name];
    case 'less-than':
      return [rule.smaller, rule.larger];
    default:
      return [];
  }
}
