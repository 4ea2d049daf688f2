/** The template tags that make policy expressions: cs`…` is `@(…)`, csBlock`…` is `@{…}`. */
import { UsageError } from '../model/usage-error.js';
import { tokenize } from '../syntax/csharp/lexer.js';
import type { AuthoredExpression } from './authored.js';
import { callSite } from './call-site.js';
import { isPrimary } from './primary-expression.js';
import { describe } from './policy.js';
import type { Expression, NamedValueObject } from './property-types.js';
import { templateCode, type HoleCode } from './template-code.js';
import { textLiteral } from './text-literal.js';

/** What may stand in `${…}`: another expression, a named value, or a value that C# has a literal for. */
export type Interpolated = Expression<unknown> | NamedValueObject | string | number | boolean | null;

type Tag = (template: TemplateStringsArray, ...values: readonly Interpolated[]) => Expression;

/**
 * One C# expression, `@(…)`. The text is C# as it stands: `\n` in it is C#'s escape. `${…}` takes expressions (put in
 * parentheses where needed), texts (they become C# string literals), numbers, true, false, null, and named values (they
 * become the string literal `"{{name}}"`, which APIM fills in). A value cannot stand inside of a C# string: close the string and add it.
 *
 * cs<boolean>`…` states what the C# gives, and properties that want something else refuse it: boolean, string, number for C#'s numbers,
 * object for all else. `check` finds out by itself what the C# gives.
 * @throws UsageError for a value of another kind, a value inside of a string or comment, statements, or no code at all
 * @example
 * cs`context.Request.Headers.GetValueOrDefault(${'x-team'}, "none")`
 */
export function cs<Value = never>(template: TemplateStringsArray, ...values: readonly Interpolated[]): Expression<Value> {
  const expression = build(cs, 'expression', template, values);
  const start = expression.code[0];
  if (start === '{') throw new UsageError('cs`{ … }` holds statements; write csBlock`…` without the braces');
  if (start === '@' && /^@[({]/u.test(expression.code)) throw new UsageError('cs`@(…)` has the @ and brackets twice; write cs`…` with the C# alone');
  return expression;
}

/**
 * Statements, `@{…}`, written without the braces; every path ends in `return`. What holds for cs holds here.
 * @throws UsageError as cs does
 * @example
 * csBlock`
 *   var region = context.Deployment.Region;
 *   return region == "West Europe" ? "eu" : "us";
 * `
 */
export function csBlock<Value = never>(template: TemplateStringsArray, ...values: readonly Interpolated[]): Expression<Value> {
  return build(csBlock, 'block', template, values);
}

/** Whether a value is an expression, for example in a property that also takes text. */
export function isExpression(value: unknown): value is AuthoredExpression {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'expression' && 'code' in value;
}

function build(tag: Tag, form: Expression['form'], template: TemplateStringsArray, values: readonly unknown[]): AuthoredExpression {
  if (!Array.isArray(template?.raw)) throw new UsageError(`${tag.name} is a template tag: write ${tag.name}\`…\`, without parentheses`);
  const { code, segments, pieces, entangledHoles } = templateCode(template.raw, values.map((value, index) => holeCode(value, surroundings(template.raw, index), place(tag, index))), form);
  const entangled = entangledHoles[0];
  if (entangled !== undefined) {
    throw new UsageError(`${place(tag, entangled)} stands inside of a string, a comment or a name of the C#; close the string and add the value with +, or write $"{…}" around it`);
  }
  if (code.trim() === '') throw new UsageError(`${tag.name}\`\` holds no C#`);
  const depth = 1 + Math.max(0, ...values.map((value) => (isExpression(value) ? (depths.get(value) ?? 0) : 0)));
  if (depth > MAX_DEPTH) throw new UsageError(`${tag.name}\`…\` is interpolated more than ${MAX_DEPTH} times into another; keep a part of it in a variable with setVariable`);
  const expression: AuthoredExpression = { kind: 'expression', form, code, callSite: callSite(tag, tag.name), template: { segments: [...segments], pieces } };
  depths.set(expression, depth);
  return expression;
}

/** Each level keeps the code of all levels in it, and a policy's data crosses to another thread by recursion. */
const MAX_DEPTH = 100;
const depths = new WeakMap<AuthoredExpression, number>();

function place(tag: Tag, index: number): string {
  return `value ${index + 1} of ${tag.name}\`…\``;
}

/** A line break behind a `//` comment at the end, which would otherwise swallow what follows. */
function withoutOpenComment(code: string): string {
  const tokens = tokenize(code);
  const last = tokens[tokens.length - 2];
  return last !== undefined && code.includes('//', last.end) ? `${code}\n` : code;
}

/** The template's text on both sides of a hole. */
interface Surroundings {
  readonly before: string;
  readonly after: string;
}

function surroundings(segments: readonly string[], index: number): Surroundings {
  return { before: (segments[index] ?? '').trimEnd(), after: (segments[index + 1] ?? '').trimStart() };
}

function holeCode(value: unknown, around: Surroundings, at: string): HoleCode {
  if (typeof value === 'string') return { code: textLiteral(value) };
  if (typeof value === 'number') return { code: numberLiteral(value, around, at) };
  if (typeof value === 'boolean' || value === null) return { code: String(value) };
  if (isExpression(value)) {
    if (value.form === 'block') throw new UsageError(`${at} is a csBlock: statements have no value that an expression could use; keep it in a variable with setVariable`);
    const code = withoutOpenComment(value.code);
    return isPrimary(value.code) || isAlone(around) ? { code, source: { expression: value, start: 0 } } : { code: `(${code})`, source: { expression: value, start: 1 } };
  }
  if (isNamedValue(value)) return { code: `"{{${value.displayName}}}"` };
  throw new UsageError(`${at} is ${describe(value)}; it takes an expression, text, a number, true, false, null or a named value`);
}

function isNamedValue(value: unknown): value is NamedValueObject {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'named-value' && 'displayName' in value && typeof value.displayName === 'string';
}

const INT_MAX = 2_147_483_647;

/**
 * Whether nothing next to a hole could bind to a part of what stands in it: an argument, all of an assigned or returned value. Not
 * between braces, which may be those of an interpolated string, where the `:` of `a ? b : c` starts a format.
 */
function isAlone({ before, after }: Surroundings): boolean {
  return /(?:^|[(,[]|\breturn|(?:^|[^=!<>+\-*/%&|^])=)$/u.test(before) && /^(?:$|[),;\]])/u.test(after);
}

/** An int, long or double literal; a negative one in parentheses where its sign would be taken for something else. */
function numberLiteral(value: number, { before, after }: Surroundings, at: string): string {
  if (!Number.isFinite(value)) throw new UsageError(`${at} is ${value}, for which C# has no literal`);
  const digits = magnitudeLiteral(Math.abs(value));
  if (value >= 0) return digits;
  return /[-)]$/u.test(before) || /^[.[?]/u.test(after) ? `(-${digits})` : `-${digits}`;
}

function magnitudeLiteral(value: number): string {
  if (!Number.isInteger(value)) return String(value);
  if (value <= INT_MAX) return String(value);
  return Number.isSafeInteger(value) ? `${value}L` : `${value}d`;
}
