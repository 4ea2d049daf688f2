/** An expression that throws when the caller leaves out a header or query parameter. */
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { NO_LOCALS } from '../../analysis/locals.js';
import { requestText } from '../../analysis/request-text.js';
import type { ThrowingPart } from '../../analysis/throwing-part.js';
import { valuesWithout } from '../../analysis/value-without.js';
import { sourceWords } from '../source-words.js';
import { defineRule } from '../rule.js';

export const missingInputThrows = defineRule({
  id: 'missing-input-throws',
  category: 'reliability',
  severity: 'warning',
  summary: 'An expression throws when the caller leaves out a header or query parameter.',
  why: 'The caller gets a 500 in place of an answer that says what is missing.',
  check: ({ places }) => places.flatMap((place) => attributesAndTexts(place).flatMap(({ value, step }) => {
    if (value.kind !== 'expression') return [];
    return valuesWithout(place, value).flatMap(({ source, part }) => {
      // What is taken of nothing at all, null-dereference tells.
      if (part === undefined || requestText(part, NO_LOCALS) !== undefined) return [];
      return [{
        at: value.originOf({ start: value.codeStart + part.span.start, end: value.codeStart + part.span.end }),
        place,
        step,
        message: `the expression throws when the caller does not send ${sourceWords(source)}: ${reasonOf(part)}`,
        hint: `answer calls without it before, or ask ContainsKey("${source.name}") first`,
      }];
    });
  })),
});

function reasonOf(part: ThrowingPart): string {
  if (part.kind === 'ElementAccessExpression') return 'it takes a part that is not there';
  const method = part.kind === 'InvocationExpression' && part.expression.kind === 'MemberAccessExpression' ? part.expression.name.name : '';
  return REASONS.get(method) ?? 'it uses what is null then';
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['Substring', 'it cuts a text that is not that long'],
  ['Remove', 'it cuts a text that is not that long'],
  ['Parse', 'it reads a number where there is none'],
  ['ToInt32', 'it reads a number where there is none'],
  ['ToInt64', 'it reads a number where there is none'],
]);
