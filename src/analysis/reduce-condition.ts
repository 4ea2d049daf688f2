/** Reduces C# conditions to what they say about their subjects. What cannot be reduced is opaque and proves nothing. */
import type { BinaryExpression, BinaryOperator, Block, Expression } from '../syntax/csharp/ast.js';
import { parsedExpression } from '../model/parsed-expression.js';
import type { PolicyValue } from '../model/value.js';
import type { AssumedValue } from './assumed-value.js';
import { and, compares, type Comparison, comparison, conditional, type ConditionRanges, constantRanges, hasNumber, not, OPAQUE, or, REVERSED } from './condition-ranges.js';
import { constantValue, valueHere } from './constant.js';
import { Locals, type TryParse, tryParseCall } from './locals.js';
import { withParsedNumbers } from './bind-locals.js';
import { readingOf } from './read-subject.js';
import { prepended, type Remaining, reduceStatements } from './reduce-statements.js';
import { functionsAssign } from './syntax-search.js';
import { requestText } from './request-text.js';
import { readInteger } from './dotnet/convert.js';
import { withoutParentheses } from './unwrap.js';

/** Steps after which the rest of a condition counts as opaque: code that names a local again and again would take forever. */
const STEP_LIMIT = 20_000;
/** Nesting after which it does, locals included; walking deeper would exhaust the stack. */
const DEPTH_LIMIT = 2_000;

/**
 * What a `condition` attribute says. An expression with syntax mistakes says nothing.
 * @param variables those that surely have one value when the condition is asked: bounds of a comparison may be made of them
 */
export function reduceCondition(value: PolicyValue, variables: () => ReadonlyMap<string, AssumedValue> = () => NOTHING_KNOWN): ConditionRanges {
  if (value.kind === 'mixed') return OPAQUE;
  if (value.kind === 'literal') {
    const text = value.text.trim().toLowerCase();
    return text === 'true' || text === 'false' ? constantRanges(text === 'true') : OPAQUE;
  }
  const { code, problems } = parsedExpression(value);
  if (problems.some(({ severity }) => severity === 'error')) return OPAQUE;
  const reducer = new ConditionReducer();
  const locals = new Locals(new Map(), variables);
  return code.form === 'expression' ? reducer.expression(code.expression, locals) : reducer.block(code.block, locals);
}

const NOTHING_KNOWN: ReadonlyMap<string, AssumedValue> = new Map();

export class ConditionReducer {
  #steps = 0;
  #depth = 0;

  block(block: Block, locals: Locals): ConditionRanges {
    if (functionsAssign(block)) return OPAQUE;
    return this.statements(prepended(block.statements, undefined), locals);
  }

  statements(statements: Remaining, locals: Locals): ConditionRanges {
    return this.#nested(() => reduceStatements(statements, locals, this));
  }

  /** Counts a step; false when there were too many. */
  step(): boolean {
    return ++this.#steps <= STEP_LIMIT;
  }

  /** A whole expression: numbers that it parses into variables are known in all of it. */
  expression(expression: Expression, locals: Locals): ConditionRanges {
    return this.reduce(expression, withParsedNumbers(expression, locals));
  }

  reduce(expression: Expression, locals: Locals): ConditionRanges {
    return this.#nested(() => this.#reduced(withoutParentheses(expression), locals));
  }

  #nested(reduce: () => ConditionRanges): ConditionRanges {
    if (!this.step() || this.#depth >= DEPTH_LIMIT) return OPAQUE;
    this.#depth++;
    const ranges = reduce();
    this.#depth--;
    return ranges;
  }

  #reduced(expression: Expression, locals: Locals): ConditionRanges {
    switch (expression.kind) {
      case 'LiteralExpression':
        return typeof expression.value === 'boolean' ? constantRanges(expression.value) : OPAQUE;
      case 'IdentifierName': {
        const local = locals.get(expression.name);
        if (local?.kind === 'constant') return typeof local.value === 'boolean' ? constantRanges(local.value) : OPAQUE;
        return local?.kind === 'value' ? this.reduce(local.expression, local.locals) : OPAQUE;
      }
      case 'PrefixUnaryExpression':
        return expression.operator === '!' ? not(this.reduce(expression.operand, locals)) : OPAQUE;
      case 'ConditionalExpression':
        return conditional(this.reduce(expression.condition, locals), this.reduce(expression.whenTrue, locals), this.reduce(expression.whenFalse, locals));
      case 'BinaryExpression':
        return this.#binary(expression, locals);
      case 'InvocationExpression': {
        const call = tryParseCall(expression);
        return call === undefined ? constantCondition(expression, locals) : tryParse(call, locals);
      }
      default:
        return OPAQUE;
    }
  }

  #binary(expression: BinaryExpression, locals: Locals): ConditionRanges {
    const { operator, left, right } = expression;
    switch (operator) {
      case '&&':
      case '&':
        return and(this.reduce(left, locals), this.reduce(right, locals));
      case '||':
      case '|':
        return or(this.reduce(left, locals), this.reduce(right, locals));
      default:
        return isComparison(operator) ? this.#comparison(operator, left, right, locals) : constantCondition(expression, locals);
    }
  }

  #comparison(operator: Comparison, left: Expression, right: Expression, locals: Locals): ConditionRanges {
    for (const evaluate of [constantValue, valueHere]) {
      const bound = evaluate(right, locals);
      if (bound !== undefined) return this.#comparedWith(operator, left, bound, locals);
      const reversed = evaluate(left, locals);
      if (reversed !== undefined) return this.#comparedWith(REVERSED[operator], right, reversed, locals);
    }
    return OPAQUE;
  }

  /** `operand operator constant`; the comparison moves into the arms of a conditional operand. */
  #comparedWith(operator: Comparison, operand: Expression, constant: bigint | string | boolean | null, locals: Locals): ConditionRanges {
    const inner = withoutParentheses(operand);
    if (!this.step()) return OPAQUE;
    if (typeof constant === 'boolean') {
      if (operator !== '==' && operator !== '!=') return OPAQUE;
      const ranges = this.reduce(inner, locals);
      return (operator === '==') === constant ? ranges : not(ranges);
    }
    const value = constantValue(inner, locals);
    if (typeof constant !== 'bigint') return value === undefined || !isEquality(operator) ? OPAQUE : constantRanges((value === constant) === (operator === '=='));
    if (typeof value === 'bigint') return constantRanges(compares(value, operator, constant));
    if (inner.kind === 'ConditionalExpression') {
      const arm = (expression: Expression): ConditionRanges => this.#comparedWith(operator, expression, constant, locals);
      return conditional(this.reduce(inner.condition, locals), arm(inner.whenTrue), arm(inner.whenFalse));
    }
    const local = inner.kind === 'IdentifierName' ? locals.get(inner.name) : undefined;
    if (local?.kind === 'value') return this.#comparedWith(operator, local.expression, constant, local.locals);
    const reading = readingOf(inner, locals);
    return reading === undefined ? OPAQUE : comparison(reading, operator, constant);
  }
}

function tryParse(call: TryParse, locals: Locals): ConditionRanges {
  const text = requestText(call.text, locals);
  const reading = readingOf({ kind: 'IdentifierName', name: call.name, span: call.text.span }, locals.with([[call.name, { kind: 'parsed', call, locals }]]));
  if (text === undefined || reading === undefined) return OPAQUE;
  const { whenMissing } = text;
  const isNumber = { null: false, throws: false, unknown: undefined } as const;
  return hasNumber(reading, whenMissing.kind === 'text' ? readInteger(whenMissing.text, call.type.name) !== undefined : isNumber[whenMissing.kind]);
}

const COMPARISONS: ReadonlySet<BinaryOperator> = new Set(['<', '<=', '>', '>=', '==', '!=']);

function isEquality(operator: Comparison): boolean {
  return operator === '==' || operator === '!=';
}

/** A condition that holds for every request or for none: `bool.Parse("true")`. */
function constantCondition(expression: Expression, locals: Locals): ConditionRanges {
  const value = constantValue(expression, locals);
  return typeof value === 'boolean' ? constantRanges(value) : OPAQUE;
}

function isComparison(operator: BinaryOperator): operator is Comparison {
  return COMPARISONS.has(operator);
}
