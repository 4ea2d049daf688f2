/** A part of a text that may not have so many. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { NO_LOCALS } from '../../analysis/locals.js';
import { type RequestText, requestText } from '../../analysis/request-text.js';
import { descendants } from '../../analysis/syntax-search.js';
import { parsedExpression } from '../../model/parsed-expression.js';
import type { Place } from '../../model/walk.js';
import type { ElementAccessExpression } from '../../syntax/csharp/ast.js';
import { isEmptyWhenMissing, sentText } from '../request-text-words.js';
import { defineRule } from '../rule.js';

export const uncheckedSplit = defineRule({
  id: 'unchecked-split',
  category: 'reliability',
  severity: 'warning',
  summary: 'A later part of a header or query parameter is taken that may not be sent.',
  why: 'A text that is missing has no second part: the expression throws, and the caller gets a 500 where a 401 or a 400 is right.',
  check: ({ places }) => {
    const checked = checkedHeaders(places);
    return places.flatMap((place) => attributesAndTexts(place).flatMap(({ value, step }) => {
      if (value.kind !== 'expression' || !value.code.includes('Split')) return [];
      const { code } = parsedExpression(value);
      return [...descendants(code.form === 'block' ? code.block : code.expression)].flatMap((node) => {
        const read = node.kind === 'ElementAccessExpression' ? splitText(node) : undefined;
        const sent = read === undefined ? undefined : sentText(read);
        if (read === undefined || sent === undefined || checked.has(read.name.toLowerCase()) || isTested(read.name, value.code, place)) return [];
        return [{
          at: value.originOf({ start: value.codeStart + node.span.start, end: value.codeStart + node.span.end }),
          place,
          step,
          message: `${sent} has no such part when the caller does not send it: then the expression throws`,
          hint: 'take the last part, .Split(…).Last(), or ask first how many there are',
        }];
      });
    }));
  },
});

/** The text of which a part behind the first is taken, where it is empty or null when it is missing. */
function splitText({ expression, arguments: indexes }: ElementAccessExpression): RequestText | undefined {
  const index = indexes[0]?.expression;
  if (indexes.length !== 1 || index?.kind !== 'LiteralExpression' || typeof index.value !== 'bigint' || index.value < 1n) return undefined;
  if (expression.kind !== 'InvocationExpression' || expression.expression.kind !== 'MemberAccessExpression' || expression.expression.name.name !== 'Split') return undefined;
  const read = requestText(expression.expression.expression, NO_LOCALS);
  return read !== undefined && isEmptyWhenMissing(read) ? read : undefined;
}

/** Headers that another policy asks for: without them the call does not get here. */
function checkedHeaders(places: readonly Place[]): ReadonlySet<string> {
  const asked = places.flatMap(({ element }) => element.attributes.filter(({ name }) => name === 'header-name' || (name === 'name' && element.name === 'check-header')));
  return new Set(asked.map(({ value }) => value.text.toLowerCase()));
}

/** The code names it once more, or a condition around does: something is asked of it. */
function isTested(name: string, code: string, { parent }: Place): boolean {
  const quoted = `"${name.toLowerCase()}"`;
  if (code.toLowerCase().split(quoted).length > 2) return true;
  for (let around = parent; around !== undefined; around = around.parent) {
    if (around.element.attributes.some(({ name: attribute, value }) => attribute === 'condition' && value.text.toLowerCase().includes(quoted))) return true;
  }
  return false;
}
