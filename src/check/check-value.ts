/** Is a value of the type that its place takes? Tables of types; literals only, expressions have types of their own. */
import type { Certainty, ValueSpec, ValueType } from '../catalog/element-spec.js';
import type { Severity } from '../model/severity.js';
import type { MixedValue, PolicyValue } from '../model/value.js';
import type { Place } from '../model/walk.js';
import { closestName } from '../syntax/text/closest-name.js';
import { startsExpression } from '../syntax/xml/expression-start.js';
import { type CheckContext, severityOf } from './check-context.js';
import type { CheckCodeName } from './codes.js';
import { hintForMeantExpression } from './meant-as-expression.js';
import { isOpaque, isToken } from './opaque-text.js';
import { replacedValue, spellingSafety } from './renaming.js';
import { shortened, trimmedSpan } from './shown-text.js';

export interface ValuePlace {
  readonly place: Place;
  /** For messages: `count of retry`. */
  readonly subject: string;
  readonly step: string;
  /** Of text around an expression, when the policy's page speaks of it. */
  readonly mixedSeverity?: Severity | undefined;
}

/** What is wrong with a value, or undefined. */
interface Mistake {
  readonly code: CheckCodeName;
  readonly severity?: Severity | undefined;
  readonly message: string;
  readonly hint?: string | undefined;
  /** What was meant, and whether that is certain. */
  readonly meant?: { readonly word: string; readonly safety: 'safe' | 'unsafe' };
}

/**
 * Checks one attribute's value or element's text against what the catalogue says of it.
 * @returns whether there is a finding
 */
export function checkValue(context: CheckContext, value: PolicyValue, spec: ValueSpec, where: ValuePlace): boolean {
  const mistake = mistakeIn(value, spec, where);
  if (mistake === undefined) return false;
  const { meant, ...finding } = mistake;
  const fix = meant === undefined ? undefined : replacedValue(context.document, value, meant.word, meant.safety);
  context.report({ ...finding, fix, at: value.originOf(trimmedSpan(value.text)), place: where.place, step: where.step });
  return true;
}

function mistakeIn(value: PolicyValue, spec: ValueSpec, { subject, mixedSeverity }: ValuePlace): Mistake | undefined {
  switch (value.kind) {
    case 'expression':
      return spec.expression === false
        ? {
            code: 'expression-not-allowed',
            severity: expressionSeverity(spec.expressionCertainty),
            message: `${subject} is a policy expression, but takes none`,
            hint: 'write a literal or a named value, {{name}}',
          }
        : undefined;
    case 'mixed':
      return isWholeBySight(value)
        ? undefined
        : {
            code: 'expression-inside-text',
            severity: mixedSeverity,
            message: `${subject} has text around an expression, so APIM sends it as written and evaluates nothing`,
            hint: 'make the whole value one expression: @("text " + …)',
          };
    case 'literal':
      if (isFilledInLater(value.text, spec) || isUnclosedExpression(value.text)) return undefined;
      return literalMistake(value.text, spec, subject);
  }
}

function isFilledInLater(text: string, { type }: ValueSpec): boolean {
  return isOpaque(text) || (type !== 'string' && type !== 'any' && type !== 'url' && isToken(text));
}

/** An error only where the page itself says that no expression is taken; a remark where Microsoft's own deployed policies have one all the same. */
function expressionSeverity(certainty: Certainty): Severity {
  if (certainty === 'documented') return 'error';
  return certainty === 'disputed' ? 'info' : 'warning';
}

/** Whether only white space of other kinds than XML's, such as no-break spaces, stands around the expression: what the service makes of it is not known. */
function isWholeBySight({ text, expressions }: MixedValue): boolean {
  const [only, ...others] = expressions;
  return only !== undefined && others.length === 0 && text.slice(0, only.start).trim() === '' && text.slice(only.end).trim() === '';
}

/** The reader has reported it. */
function isUnclosedExpression(text: string): boolean {
  return startsExpression(text, trimmedSpan(text).start);
}

function literalMistake(text: string, spec: ValueSpec, subject: string): Mistake | undefined {
  const mistake = TYPE_CHECKS[spec.type](text.trim(), spec, subject) ?? patternMistake(text, spec, subject);
  const hint = spec.expression === false ? undefined : hintForMeantExpression(text.trim());
  if (hint === undefined) return mistake;
  return mistake === undefined
    ? { code: 'literal-for-expression', message: `${subject} is the text "${shortened(text.trim())}", which looks like C#: APIM uses it as it is written`, hint }
    : { ...mistake, hint };
}

type TypeCheck = (text: string, spec: ValueSpec, subject: string) => Mistake | undefined;

const invalid = (subject: string, text: string, expected: string, hint?: string): Mistake => ({
  code: 'invalid-value',
  message: text === '' ? `${subject} is empty, but takes ${expected}` : `${subject} is "${shortened(text)}", but takes ${expected}`,
  hint,
});

const numberCheck =
  (form: RegExp, expected: string): TypeCheck =>
  (text, { min, max, rangeCertainty, expression }, subject) => {
    if (!form.test(text)) return invalid(subject, text, expected, expression === false ? 'write digits' : 'write digits, or an expression: @(…)');
    if (isWithin(Number(text), min, max)) return undefined;
    return { code: 'invalid-value', severity: severityOf(rangeCertainty), message: `${subject} is ${text}, but takes a number ${bounds(min, max)}` };
  };

function isWithin(number: number, min = -Infinity, max = Infinity): boolean {
  return number >= min && number <= max;
}

/** `at least 1`, `at most 50`, `from 1 to 50`. */
function bounds(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}`;
  return min === undefined ? `of at most ${max}` : `of at least ${min}`;
}

const TYPE_CHECKS: Readonly<Record<ValueType, TypeCheck>> = {
  string: () => undefined,
  any: () => undefined,
  url: () => undefined,
  integer: numberCheck(/^[+-]?\d+$/, 'a whole number'),
  number: numberCheck(/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/, 'a number'),
  'duration-seconds': numberCheck(/^[+-]?(?:\d+\.?\d*|\.\d+)$/, 'a number of seconds'),
  boolean: (text, _spec, subject) => (/^(?:true|false|0|1)$/i.test(text) ? undefined : invalid(subject, text, 'true or false')),
  enum: (text, spec, subject) => {
    const documented = spec.values ?? [];
    const values = [...documented, ...(spec.undocumentedValues ?? [])];
    if (values.includes(text)) return undefined;
    const sameLetters = values.find((value) => value.toLowerCase() === text.toLowerCase());
    if (sameLetters !== undefined) {
      const message = `${subject} is "${text}", which its page writes "${sameLetters}"`;
      return { code: 'letter-case', message, hint: `write ${sameLetters}`, meant: { word: sameLetters, safety: 'safe' } };
    }
    const meant = closestName(text, values);
    const mistake = invalid(subject, text, `one of ${documented.join(', ')}`, meant === undefined ? undefined : `did you mean ${meant}?`);
    return meant === undefined ? mistake : { ...mistake, meant: { word: meant, safety: spellingSafety(text, meant, values) } };
  },
  'expression-bool': (text, _spec, subject) =>
    /^(?:true|false)$/i.test(text) ? undefined : invalid(subject, text, 'a policy expression, true or false', 'write C# that gives a bool between @( and )'),
  expression: (text, _spec, subject) =>
    text === ''
      ? undefined
      : { code: 'literal-for-expression', message: `${subject} is the text "${shortened(text)}", where a policy expression is expected`, hint: 'write @(…)' },
};

function patternMistake(text: string, { pattern }: ValueSpec, subject: string): Mistake | undefined {
  if (pattern === undefined || new RegExp(pattern.source, 'u').test(text)) return undefined;
  return invalid(subject, text, pattern.meaning);
}
