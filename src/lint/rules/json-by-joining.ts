/** What a caller sends is put into JSON as it is. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { NO_LOCALS } from '../../analysis/locals.js';
import { requestText } from '../../analysis/request-text.js';
import { descendants } from '../../analysis/syntax-search.js';
import { parsedExpression } from '../../model/parsed-expression.js';
import type { Expression, Statement } from '../../syntax/csharp/ast.js';
import { sentText } from '../request-text-words.js';
import { defineRule } from '../rule.js';

export const jsonByJoining = defineRule({
  id: 'json-by-joining',
  category: 'security',
  severity: 'warning',
  summary: 'Text from the caller is joined into JSON.',
  why: 'A quote or backslash in it breaks the JSON; a caller who knows how can add properties of his own.',
  check: ({ places }) => places.flatMap((place) => attributesAndTexts(place).flatMap(({ value, step }) => {
    if (value.kind !== 'expression') return [];
    const { code } = parsedExpression(value);
    const joined = [...descendants(code.form === 'block' ? code.block : code.expression)].flatMap(joinedInto);
    return joined.flatMap((node) => {
      const read = requestText(node, NO_LOCALS);
      const sent = read === undefined ? undefined : sentText(read);
      if (sent === undefined) return [];
      return [{
        at: value.originOf({ start: value.codeStart + node.span.start, end: value.codeStart + node.span.end }),
        place,
        step,
        message: `${sent} is joined into JSON as it is: a quote in it breaks the JSON, or adds to it`,
        hint: 'let JSON be made of it: new JObject(new JProperty("…", …)).ToString()',
      }];
    });
  })),
});

/** `"name": "`, after which a value goes on. */
const OPENED_VALUE = /"\s*:\s*"$/u;

/** The expressions that stand directly behind the opening quote of a JSON value. */
function joinedInto(node: Expression | Statement): Expression[] {
  if (node.kind === 'InterpolatedStringExpression') {
    return node.parts.flatMap((part, index) => {
      const before = node.parts[index - 1];
      return part.kind === 'Interpolation' && before?.kind === 'InterpolatedText' && OPENED_VALUE.test(before.text) ? [part.expression] : [];
    });
  }
  if (node.kind !== 'BinaryExpression' || node.operator !== '+') return [];
  const before = node.left.kind === 'BinaryExpression' && node.left.operator === '+' ? node.left.right : node.left;
  return before.kind === 'LiteralExpression' && typeof before.value === 'string' && OPENED_VALUE.test(before.value) ? [node.right] : [];
}
