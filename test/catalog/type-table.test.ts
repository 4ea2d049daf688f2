/** The type table says what the files in schemas/expressions say: everything is read back and compared with its declaration. */
import { describe, expect, test } from 'vitest';
import { typeNamed } from '../../src/catalog/expressions/type-library.js';
import type { TypeDefinition } from '../../src/catalog/expressions/type.js';
import { readHead } from '../../scripts/generate/type-library/declaration-text.js';
import { readExpressionFiles, type TypeText } from '../../scripts/generate/type-library/expression-files.js';
import { headDeclaration, memberDeclaration, typeDeclaration } from './declaration.js';

const { assemblies } = readExpressionFiles(new URL('../../schemas/expressions/', import.meta.url));

function found(name: string, arity: number): TypeDefinition {
  return typeNamed(name, arity) ?? expect.fail(`${name} is not in the table`);
}

function definitionOf({ type, arity }: TypeText): TypeDefinition {
  const { name, parameters } = readHead(type);
  return found(name, arity ?? parameters.length);
}

/** Values that the table leaves out, and the ways to write one number. */
function comparable(declaration: string): string {
  const shown = declaration.replace(/(?<=[,(].* \w+ = )(?:"[^"]*"|[^,)\]]+)/gu, '…');
  const [, constant = '', value = ''] = /^(const (?:double|float) \w+ = )(.*)$/u.exec(shown) ?? [];
  return constant === '' ? shown.replaceAll(/"(?:[^"\\]|\\.)*"/gu, (text) => JSON.stringify(JSON.parse(text))) : constant + String(Number(value));
}

describe.each(assemblies.map(({ name, types, namesOnly }) => ({ name, types, namesOnly })))('$name', ({ types, namesOnly }) => {
  test('heads, bases and interfaces', () => {
    const read = types.map((type) => definitionOf(type));
    const shape = (type: TypeDefinition): unknown => ({
      type: headDeclaration(type),
      ...(type.arity === type.typeParameters.length ? {} : { arity: type.arity }),
      ...(type.base === undefined ? {} : { base: typeDeclaration(type.base) }),
      ...(type.interfaces.length === 0 ? {} : { interfaces: type.interfaces.map(typeDeclaration) }),
      ...(type.underlying === undefined ? {} : { underlying: typeDeclaration(type.underlying) }),
    });
    expect(read.map(shape)).toEqual(types.map((type) => ({ ...type, members: undefined })));
  });

  test('members', () => {
    const differences = types.flatMap((type) => {
      const declared = (type.members ?? []).map((member) => comparable(typeof member === 'string' ? member : member.declaration));
      const read = [...definitionOf(type).members.values()].flat().map(memberDeclaration);
      return [...declared.filter((text) => !read.includes(text)), ...read.filter((text) => !declared.includes(text))].map((text) => `${type.type}: ${text}`);
    });
    expect(differences).toEqual([]);
  });

  test('types of which only the names are known', () => {
    const wrong = namesOnly.filter((text) => {
      const { name, parameters } = readHead(text);
      return !headDeclaration(found(name, parameters.length)).startsWith(text.replace(/ where .*/u, ''));
    });
    expect(wrong).toEqual([]);
  });
});
