/** A named value with more braces around it than two. */
import { descendants } from '../../analysis/syntax-search.js';
import { namedValueReferences } from '../../model/named-value-reference.js';
import { parsedExpression } from '../../model/parsed-expression.js';
import type { Origin } from '../../model/origin.js';
import type { PolicyValue } from '../../model/value.js';
import type { Fix } from '../../syntax/text/fix.js';
import type { Span } from '../../syntax/text/position.js';
import { attributesAndTexts } from '../../analysis/attributes-and-texts.js';
import { defineRule } from '../rule.js';

export const doubleBracedNamedValue = defineRule({
  id: 'double-braced-named-value',
  category: 'correctness',
  severity: 'warning',
  summary: 'A named value stands in more than two braces on each side.',
  why: 'APIM replaces {{name}} before anything else reads the text: the other braces stay, and C# takes one left in an interpolated string for the start of an expression.',
  check: ({ places }) => places.flatMap((place) => attributesAndTexts(place).flatMap(({ value, step }) => bracedReferences(value).map(({ name, span, braces }) => {
    const written = `${'{'.repeat(braces)}${name}${'}'.repeat(braces)}`;
    const left = `${'{'.repeat(braces - 2)}value${'}'.repeat(braces - 2)}`;
    return {
      at: value.originOf(span),
      place,
      step,
      message: `${written} is the named value ${name} in more braces than two: APIM replaces {{${name}}} first, so ${left} is what remains`,
      hint: `write {{${name}}}, in an interpolated string too`,
      fix: place.document.syntax === undefined ? undefined : withTwoBraces(value.originOf(span), name),
    };
  }))),
});

/** The text that APIM sends changes, so somebody has to want it. */
function withTwoBraces({ range: { start, end } }: Origin, name: string): Fix {
  return { title: `write {{${name}}}`, safety: 'unsafe', edits: [{ span: { start: start.offset, end: end.offset }, text: `{{${name}}}` }] };
}

/** References with braces of their own on both sides. One more may belong to the text, but for interpolated strings: `{"a":{{{object}}}}`. */
function bracedReferences(value: PolicyValue): { readonly name: string; readonly span: Span; readonly braces: number }[] {
  const { text } = value;
  if (!text.includes('{{{')) return [];
  const interpolated = interpolatedStrings(value);
  return namedValueReferences(text).flatMap(({ name, span }) => {
    const surplus = Math.min(runLength(text, span.start - 1, -1, '{'), runLength(text, span.end, 1, '}'));
    const isInterpolated = interpolated.some(({ start, end }) => start <= span.start && span.end <= end);
    if (surplus < (isInterpolated ? 1 : 2)) return [];
    return [{ name, span: { start: span.start - surplus, end: span.end + surplus }, braces: surplus + 2 }];
  });
}

/** Where they stand in the value's text. */
function interpolatedStrings(value: PolicyValue): Span[] {
  if (value.kind !== 'expression') return [];
  return [...descendants(parsedExpression(value).code)].flatMap(({ kind, span }) =>
    (kind === 'InterpolatedStringExpression' ? [{ start: value.codeStart + span.start, end: value.codeStart + span.end }] : []));
}

/** How often the character stands in a row, from an offset on in one direction. */
function runLength(text: string, start: number, direction: 1 | -1, character: '{' | '}'): number {
  let length = 0;
  while (text[start + length * direction] === character) length++;
  return length;
}
