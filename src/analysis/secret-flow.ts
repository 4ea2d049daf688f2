/** Secrets of a request that an expression's value shows. */
import type { Argument, Expression, ParsedCode, Statement } from '../syntax/csharp/ast.js';
import type { Span } from '../syntax/text/position.js';
import { isDeeperThan } from '../syntax/csharp/tree-depth.js';
import { constantValue } from './constant.js';
import { isCredentialHeader } from './credential-names.js';
import { NO_LOCALS } from './locals.js';
import { descendants } from './syntax-search.js';
import { withoutParentheses } from './unwrap.js';

export interface ShownSecret {
  /** `the header Authorization`. */
  readonly text: string;
  readonly span: Span;
}

/** Code that is nested deeper is not looked at. */
const DEEPEST_CODE = 300;

/**
 * The first secret that the value of the code holds, as it is or as part of a text. What is only compared, measured or taken apart by AsJwt
 * does not count.
 * @param variableSecret what a variable holds, when that is secret
 */
export function shownSecret(code: ParsedCode, variableSecret: (name: string) => string | undefined): ShownSecret | undefined {
  const root = code.form === 'expression' ? code.expression : code.block;
  if (isDeeperThan(root, DEEPEST_CODE)) return undefined;
  const search = new SecretSearch(variableSecret);
  return code.form === 'expression' ? search.in(code.expression) : search.returnedBy(code.block);
}

class SecretSearch {
  readonly #variableSecret: (name: string) => string | undefined;
  readonly #locals = new Map<string, Expression>();

  constructor(variableSecret: (name: string) => string | undefined) {
    this.#variableSecret = variableSecret;
  }

  returnedBy(block: Statement): ShownSecret | undefined {
    const nodes = [...descendants(block)];
    for (const node of nodes) {
      if (node.kind !== 'LocalDeclarationStatement') continue;
      for (const { name, initializer } of node.declaration.variables) if (initializer !== undefined) this.#locals.set(name.name, initializer);
    }
    return firstOf(nodes, (node) => (node.kind === 'ReturnStatement' && node.expression !== undefined ? this.in(node.expression) : undefined));
  }

  in(expression: Expression): ShownSecret | undefined {
    const inner = withoutParentheses(expression);
    const source = this.#source(inner);
    if (source !== undefined) return { text: source, span: inner.span };
    switch (inner.kind) {
      case 'IdentifierName': {
        const local = this.#locals.get(inner.name);
        // Each is looked up once: a local that is made of itself ends here.
        this.#locals.delete(inner.name);
        const found = local && this.in(local);
        if (local !== undefined) this.#locals.set(inner.name, local);
        return found;
      }
      case 'BinaryExpression':
        return inner.operator === '+' || inner.operator === '??' ? (this.in(inner.left) ?? this.in(inner.right)) : undefined;
      case 'ConditionalExpression':
        return this.in(inner.whenTrue) ?? this.in(inner.whenFalse);
      case 'CastExpression':
        return this.in(inner.expression);
      case 'TypeTestExpression':
        return inner.operator === 'as' ? this.in(inner.expression) : undefined;
      case 'ElementAccessExpression':
        return isScheme(inner) ? undefined : this.in(inner.expression);
      case 'ConditionalAccessExpression':
        return inner.whenNotNull.kind === 'ElementBindingExpression' || (inner.whenNotNull.kind === 'InvocationExpression' && keepsText(inner.whenNotNull.expression)) ? this.in(inner.expression) : undefined;
      case 'InterpolatedStringExpression':
        return firstOf(inner.parts, (part) => (part.kind === 'Interpolation' ? this.in(part.expression) : undefined));
      case 'ObjectCreationExpression':
        return this.#inArguments(inner.arguments ?? []);
      case 'AnonymousObjectCreationExpression':
        return firstOf(inner.members, (member) => this.in(member.expression));
      case 'InvocationExpression':
        return keepsText(inner.expression) ? (this.#receiver(inner.expression) ?? this.#inArguments(inner.arguments)) : undefined;
      default:
        return undefined;
    }
  }

  #receiver(method: Expression): ShownSecret | undefined {
    return method.kind === 'MemberAccessExpression' ? this.in(method.expression) : undefined;
  }

  #inArguments(list: readonly Argument[]): ShownSecret | undefined {
    return firstOf(list, ({ expression }) => this.in(expression));
  }

  /** What a secret is read from: a header, a query parameter, a variable, the subscription. */
  #source(expression: Expression): string | undefined {
    if (expression.kind === 'MemberAccessExpression') return SECRET_MEMBERS.get(memberText(expression));
    const [receiver, list] = expression.kind === 'ElementAccessExpression' ? [expression.expression, expression.arguments] : entryCall(expression);
    const name = receiver === undefined || list?.[0] === undefined ? undefined : constantValue(list[0].expression, NO_LOCALS);
    if (receiver === undefined || typeof name !== 'string') return undefined;
    const dictionary = memberText(receiver);
    if (dictionary === 'context.Variables') {
      const secret = this.#variableSecret(name);
      return secret === undefined ? undefined : `${secret}, by way of variable ${name}`;
    }
    const noun = DICTIONARIES.get(dictionary);
    return noun !== undefined && isCredentialHeader(name) ? `${noun} ${name}` : undefined;
  }
}

const SECRET_MEMBERS: ReadonlyMap<string, string> = new Map([
  ['context.Subscription.Key', 'the subscription key'], ['context.Subscription.PrimaryKey', 'the primary key of the subscription'], ['context.Subscription.SecondaryKey', 'the secondary key of the subscription'],
]);

const DICTIONARIES: ReadonlyMap<string, string> = new Map([
  ['context.Request.Headers', 'the header'], ['context.Request.Url.Query', 'the query parameter'], ['context.Request.OriginalUrl.Query', 'the query parameter'],
]);

function entryCall(expression: Expression): readonly [Expression?, (readonly Argument[])?] {
  if (expression.kind !== 'InvocationExpression' || expression.expression.kind !== 'MemberAccessExpression' || expression.expression.name.name !== 'GetValueOrDefault') return [];
  return [expression.expression.expression, expression.arguments];
}

/** Methods whose result has the text in it. */
const TEXT_METHODS: ReadonlySet<string> = new Set([
  'ToString', 'Trim', 'TrimStart', 'TrimEnd', 'Replace', 'ToLower', 'ToUpper', 'ToLowerInvariant', 'ToUpperInvariant', 'Split', 'First', 'FirstOrDefault', 'Last', 'LastOrDefault',
  'Concat', 'Join', 'Format', 'SerializeObject',
]);

function keepsText(method: Expression): boolean {
  return (method.kind === 'MemberAccessExpression' || method.kind === 'MemberBindingExpression') && TEXT_METHODS.has(method.name.name);
}

/** `text.Split(' ')[0]`: `Bearer`. */
function isScheme({ expression, arguments: [index] }: Extract<Expression, { readonly kind: 'ElementAccessExpression' }>): boolean {
  const isFirst = index !== undefined && constantValue(index.expression, NO_LOCALS) === 0n;
  return isFirst && expression.kind === 'InvocationExpression' && expression.expression.kind === 'MemberAccessExpression' && expression.expression.name.name === 'Split';
}

/** @param steps how far to follow: long chains must not exhaust the stack */
function memberText(expression: Expression, steps = 5): string {
  const inner = withoutParentheses(expression);
  if (inner.kind === 'IdentifierName') return inner.name;
  return inner.kind === 'MemberAccessExpression' && steps > 0 ? `${memberText(inner.expression, steps - 1)}.${inner.name.name}` : '?';
}

function firstOf<T, R>(items: Iterable<T>, find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
