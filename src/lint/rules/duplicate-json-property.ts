/** A JSON object that is given the same property twice. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { descendants } from '../../analysis/syntax-search.js';
import { parsedExpression } from '../../model/parsed-expression.js';
import type { Expression, ObjectCreationExpression } from '../../syntax/csharp/ast.js';
import { defineRule } from '../rule.js';

export const duplicateJsonProperty = defineRule({
  id: 'duplicate-json-property',
  category: 'correctness',
  severity: 'error',
  summary: 'An expression makes a JObject with the same property twice.',
  why: 'The second property of a name throws: every evaluation of the expression fails, and the caller gets a 500.',
  check: ({ places }) => places.flatMap((place) => attributesAndTexts(place).flatMap(({ value, step }) => {
    if (value.kind !== 'expression' || !value.code.includes('JObject')) return [];
    const { code } = parsedExpression(value);
    const repeated = [...descendants(code.form === 'block' ? code.block : code.expression)].flatMap((node) => (node.kind === 'ObjectCreationExpression' ? repeatedNames(node) : []));
    return repeated.map(({ name, node }) => ({
      at: value.originOf({ start: value.codeStart + node.span.start, end: value.codeStart + node.span.end }),
      place,
      step,
      message: `the JObject has the property "${name}" already: the expression throws`,
      hint: 'remove one of the two',
    }));
  })),
});

interface NamedNode {
  readonly name: string;
  readonly node: Expression;
}

/** `new JObject(new JProperty("a", …), …)` and `new JObject { { "a", … }, … }`; `["a"] = …` takes the later value. */
function repeatedNames({ type, arguments: given = [], initializer }: ObjectCreationExpression): NamedNode[] {
  if (type.kind !== 'NamedType' || type.parts.at(-1)?.name !== 'JObject') return [];
  const names = [...given.map(({ expression }) => propertyName(expression)), ...(initializer?.expressions ?? []).map(addedName)].flatMap((named) => named ?? []);
  return names.filter(({ name }, index) => names.findIndex((other) => other.name === name) < index);
}

function propertyName(node: Expression): NamedNode | undefined {
  if (node.kind !== 'ObjectCreationExpression' || node.type.kind !== 'NamedType' || node.type.parts.at(-1)?.name !== 'JProperty') return undefined;
  return literalName(node.arguments?.[0]?.expression);
}

/** Of `{ "a", 1 }` or a JProperty in an initializer. */
function addedName(node: Expression): NamedNode | undefined {
  return node.kind === 'InitializerExpression' ? literalName(node.expressions[0]) : propertyName(node);
}

function literalName(node: Expression | undefined): NamedNode | undefined {
  return node?.kind === 'LiteralExpression' && typeof node.value === 'string' && node.type === 'string' ? { name: node.value, node } : undefined;
}
