/** The local variables of an expression whose values are known as code. */
import type { Argument, Expression } from '../syntax/csharp/ast.js';
import type { AssumedValue } from './assumed-value.js';
import type { DotnetValue } from './dotnet/value.js';
import { withoutParentheses } from './unwrap.js';
import { type IntegerType, integerTypeNamed } from './integer-type.js';

/** What a name stands for. Nothing that an expression reads changes while it runs, so code stands for its value. */
export type Local =
  | { readonly kind: 'constant'; readonly value: DotnetValue }
  /** Code that is no constant. */
  | { readonly kind: 'value'; readonly expression: Expression; readonly locals: Locals }
  /** The number that `int.TryParse(text, out name)` read, 0 when the text is no number. */
  | { readonly kind: 'parsed'; readonly call: TryParse; readonly locals: Locals };

/** What code sees by name; it never changes. */
export class Locals {
  readonly #byName: ReadonlyMap<string, Local>;
  readonly #variables: () => ReadonlyMap<string, AssumedValue>;

  /** @param variables of the request, those of which something is known; asked for when needed */
  constructor(byName: ReadonlyMap<string, Local>, variables: () => ReadonlyMap<string, AssumedValue>) {
    this.#byName = byName;
    this.#variables = variables;
  }

  get size(): number {
    return this.#byName.size;
  }

  get variables(): ReadonlyMap<string, AssumedValue> {
    return this.#variables();
  }

  get(name: string): Local | undefined {
    return this.#byName.get(name);
  }

  with(locals: Iterable<readonly [string, Local]>): Locals {
    return new Locals(new Map([...this.#byName, ...locals]), this.#variables);
  }

  without(names: Iterable<string>): Locals {
    const rest = new Map(this.#byName);
    for (const name of names) rest.delete(name);
    return new Locals(rest, this.#variables);
  }
}

export const NO_LOCALS = new Locals(new Map(), () => new Map());

export interface TryParse {
  readonly text: Expression;
  readonly type: IntegerType;
  /** The variable behind `out`. */
  readonly name: string;
  /** Whether the call declares it: `out var name`. */
  readonly declares: boolean;
}

/** `int.TryParse(text, out name)`, `Int32.TryParse(text, out var name)`; undefined for anything else. */
export function tryParseCall(expression: Expression): TryParse | undefined {
  if (expression.kind !== 'InvocationExpression' || expression.expression.kind !== 'MemberAccessExpression') return undefined;
  const { expression: receiver, name: method } = expression.expression;
  const type = method.name === 'TryParse' ? integerTypeNamed(receiverName(receiver)) : undefined;
  const [text, result, ...rest] = expression.arguments;
  if (type === undefined || text === undefined || result?.modifier !== 'out' || rest.length > 0) return undefined;
  const target = outTarget(result);
  return target === undefined ? undefined : { text: text.expression, type, ...target };
}

/** `int`, `Int32`, `System.Int32`; empty for anything but a name. */
export function receiverName(expression: Expression): string {
  switch (expression.kind) {
    case 'PredefinedTypeExpression':
      return expression.keyword;
    case 'IdentifierName':
      return expression.name;
    case 'MemberAccessExpression':
      return `${receiverName(expression.expression)}.${expression.name.name}`;
    default:
      return '';
  }
}

function outTarget({ expression }: Argument): Pick<TryParse, 'name' | 'declares'> | undefined {
  const target = withoutParentheses(expression);
  if (target.kind === 'IdentifierName') return { name: target.name, declares: false };
  if (target.kind !== 'DeclarationExpression' || target.designation.kind !== 'SingleDesignation') return undefined;
  return { name: target.designation.name, declares: true };
}
