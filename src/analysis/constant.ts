/** The values that expressions have for every request. */
import type { Expression } from '../syntax/csharp/ast.js';
import { type AssumedValue, THROWS, UNKNOWN } from './assumed-value.js';
import { parseInteger } from './dotnet/convert.js';
import { type DotnetValue, integer, isInteger, textOf } from './dotnet/value.js';
import { evaluateAssumed, type LocalValues } from './evaluate-assumed.js';
import { INT, type IntegerType, LONG } from './integer-type.js';
import type { Local, Locals } from './locals.js';

/** Integers of all types are bigints. */
export type Constant = bigint | string | boolean | null;

/** The value when the expression always has the same, of a kind that conditions on numbers are made of; else undefined. */
export function constantValue(expression: Expression, locals: Locals): Constant | undefined {
  return asConstant(constantOf(expression, locals));
}

/** The same with its type in .NET. */
export function constantOf(expression: Expression, locals: Locals): DotnetValue | undefined {
  return known(evaluateAssumed(expression, { assumption: undefined, variables: NO_VARIABLES, locals: new Constants(locals) }));
}

/** The text that the expression always gives, named values and placeholders in it as written: two that are written alike are the same. */
export function writtenText(expression: Expression, locals: Locals): string | undefined {
  const value = known(evaluateAssumed(expression, { assumption: undefined, variables: locals.variables, locals: new FollowedLocals(locals), asWritten: true }));
  const text = value === undefined || value === null ? undefined : textOf(value);
  return text === UNKNOWN ? undefined : text;
}

/** The value with what is known of the variables that were set before: `int.Parse((string)context.Variables["limit"])`. */
export function valueHere(expression: Expression, locals: Locals): Constant | undefined {
  if (locals.variables.size === 0) return constantValue(expression, locals);
  return asConstant(known(evaluateAssumed(expression, { assumption: undefined, variables: locals.variables, locals: new FollowedLocals(locals) })));
}

const NO_VARIABLES: ReadonlyMap<string, AssumedValue> = new Map();

function known(value: AssumedValue): DotnetValue | undefined {
  return typeof value === 'symbol' ? undefined : value;
}

function asConstant(value: DotnetValue | undefined): Constant | undefined {
  if (isInteger(value)) return value.value;
  return value === null || typeof value !== 'object' ? value : undefined;
}

/** Locals that have been given constants. */
class Constants implements LocalValues {
  readonly #locals: Locals;
  readonly #set = new Map<string, AssumedValue>();

  constructor(locals: Locals) {
    this.#locals = locals;
  }

  get(name: string, depth: number): AssumedValue | undefined {
    const local = this.#locals.get(name);
    return this.#set.get(name) ?? (local && this.valueOf(local, depth));
  }

  set(name: string, value: AssumedValue): void {
    this.#set.set(name, value);
  }

  protected valueOf(local: Local, _depth: number): AssumedValue {
    return local.kind === 'constant' ? local.value : UNKNOWN;
  }
}

/** Each local is evaluated once, though code may name it again and again. */
const followed = new WeakMap<Local, AssumedValue>();

/** Locals that stand for code, too. */
class FollowedLocals extends Constants {
  protected override valueOf(local: Local, depth: number): AssumedValue {
    if (local.kind === 'constant') return local.value;
    const earlier = followed.get(local);
    if (earlier !== undefined) return earlier;
    const { locals } = local;
    const code = local.kind === 'value' ? local.expression : local.call.text;
    const value = evaluateAssumed(code, { assumption: undefined, variables: locals.variables, locals: new FollowedLocals(locals) }, depth + 1);
    const result = local.kind === 'value' ? value : parsedNumber(value, local.call.type);
    followed.set(local, result);
    return result;
  }
}

function parsedNumber(text: AssumedValue, { name }: IntegerType): AssumedValue {
  if (typeof text === 'symbol') return text;
  const number = parseInteger(text, name);
  return number === THROWS ? integer(name, 0n) : number;
}

/** Methods of System.Convert that make a number of a text, a variable's value or another number. */
export const CONVERSIONS: ReadonlyMap<string, IntegerType> = new Map([['ToInt32', INT], ['ToInt64', LONG]]);
