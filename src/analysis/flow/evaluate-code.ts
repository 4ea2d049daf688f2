/**
 * Walks a policy expression in the order it runs, knowing at each point what has been proved of the things that may be null.
 *
 * A test proves something where it holds (`context.Product != null ? … : …`), and so does a use that has not thrown. Where the walk is
 * not sure it knows nothing, which keeps the rules silent.
 */
import type { Argument, Expression, ParsedCode, SimpleName, Statement } from '../../syntax/csharp/ast.js';
import { isDeeperThan } from '../../syntax/csharp/tree-depth.js';
import type { Span } from '../../syntax/text/position.js';
import { assignedNames } from '../syntax-search.js';
import type { Access } from './access.js';
import { binaryValue, comparedValue } from './binary-value.js';
import { callValue, indexValue } from './call-value.js';
import type { Evaluator } from './evaluator.js';
import { commonFacts, type Facts, type Known, type Reached, withFact, withFacts } from './facts.js';
import { containsPath, isNullableMember, pathVariable } from './nullable-path.js';
import { runStatements } from './run-statements.js';
import { isValueType, typeText } from './type-text.js';
import { eitherValue, literalValue, pathsOf, presenceOf, presentValue, recalled, truthValue, unknownValue, type Value, valueAt, withoutStored } from './value.js';

export interface EvaluatedCode {
  readonly value: Value;
  /** In the order they happen. */
  readonly accesses: readonly Access[];
}

/** Code that is nested deeper is not looked at: nobody writes it, and it would exhaust the stack. */
const DEEPEST_CODE = 300;

/**
 * @param facts what is known before
 * @param mayHoldNull whether a variable that has been set may have been set to null
 */
export function evaluateCode(code: ParsedCode, facts: Facts, mayHoldNull: (name: string) => boolean): EvaluatedCode {
  const root = code.form === 'expression' ? code.expression : code.block;
  if (isDeeperThan(root, DEEPEST_CODE)) return { value: unknownValue(facts), accesses: [] };
  const evaluation = new Evaluation(assignedNames(root), mayHoldNull);
  const value = code.form === 'expression' ? evaluation.evaluate(code.expression, facts) : evaluation.evaluateBody(code.block.statements, facts);
  return { value, accesses: evaluation.accesses };
}

class Evaluation implements Evaluator {
  readonly accesses: Access[] = [];
  readonly #locals = new Map<string, Value>();
  readonly #assigned: ReadonlySet<string>;
  readonly #mayHoldNull: (name: string) => boolean;
  /** What stands before the question mark of `a?.b`. */
  #bound: Value = unknownValue(undefined);
  #tries = 0;

  constructor(assigned: ReadonlySet<string>, mayHoldNull: (name: string) => boolean) {
    this.#assigned = assigned;
    this.#mayHoldNull = mayHoldNull;
  }

  evaluate(expression: Expression, facts: Reached): Value {
    if (facts === undefined) return unknownValue(undefined);
    switch (expression.kind) {
      case 'ParenthesizedExpression':
      case 'CheckedExpression':
        return this.evaluate(expression.expression, facts);
      case 'LiteralExpression':
        return literalValue(expression, facts);
      case 'IdentifierName':
        return this.#named(expression.name, facts);
      case 'MemberAccessExpression': {
        const receiver = this.evaluate(expression.expression, facts);
        return this.#member(receiver, expression.name, this.dereference(receiver, expression.span));
      }
      case 'MemberBindingExpression':
        return this.#member(this.#bound, expression.name, facts);
      case 'ElementAccessExpression': {
        const receiver = this.evaluate(expression.expression, facts);
        return indexValue(this, receiver, expression, this.dereference(receiver, expression.span));
      }
      case 'ElementBindingExpression':
        return indexValue(this, this.#bound, expression, facts);
      case 'InvocationExpression':
        return this.#invoked(expression, facts);
      case 'ConditionalAccessExpression':
        return this.#conditionalAccess(this.evaluate(expression.expression, facts), expression.whenNotNull);
      case 'CastExpression':
        return this.#cast(this.evaluate(expression.expression, facts), typeText(expression.type), expression.span);
      case 'TypeTestExpression': {
        const value = this.evaluate(expression.expression, facts);
        return expression.operator === 'as' ? withoutStored(value) : presenceOf(value);
      }
      case 'IsPatternExpression': {
        const value = this.evaluate(expression.expression, facts);
        const { pattern } = expression;
        if (pattern.kind === 'ConstantPattern') return comparedValue(value, this.evaluate(pattern.expression, value.after));
        if (pattern.designation.kind === 'SingleDesignation') this.bind(pattern.designation.name, value);
        return pattern.kind === 'DeclarationPattern' ? presenceOf(value) : unknownValue(value.after);
      }
      case 'PrefixUnaryExpression': {
        const value = this.evaluate(expression.operand, facts);
        return expression.operator === '!' ? truthValue(value.whenFalse, value.whenTrue) : unknownValue(value.after);
      }
      case 'BinaryExpression':
        return binaryValue(this, expression, facts);
      case 'ConditionalExpression': {
        const condition = this.evaluate(expression.condition, facts);
        return eitherValue(this.evaluate(expression.whenTrue, condition.whenTrue), this.evaluate(expression.whenFalse, condition.whenFalse));
      }
      case 'LambdaExpression':
      case 'AnonymousMethodExpression':
        if (expression.body.kind === 'Block') this.evaluateBody(expression.body.statements, facts);
        else this.evaluate(expression.body, facts);
        return presentValue(facts);
      case 'ThrowExpression':
        this.evaluate(expression.expression, facts);
        return unknownValue(undefined);
      case 'AssignmentExpression': {
        const target = this.#isName(expression.left) ? facts : this.evaluate(expression.left, facts).after;
        return this.evaluate(expression.right, target);
      }
      case 'InterpolatedStringExpression':
      case 'ObjectCreationExpression':
      case 'AnonymousObjectCreationExpression':
      case 'ArrayCreationExpression':
      case 'ImplicitArrayCreationExpression':
        return presentValue(this.#nested(expression, facts));
      default:
        return unknownValue(this.#nested(expression, facts));
    }
  }

  evaluateArguments(list: readonly Argument[], facts: Reached): Reached {
    return this.#nested(list, facts);
  }

  evaluateBody(statements: readonly Statement[], facts: Reached): Value {
    const returned: Value[] = [];
    runStatements(this, statements, facts, (value) => returned.push(value));
    return returned.reduce(eitherValue, unknownValue(undefined));
  }

  dereference(value: Value, span: Span, facts: Reached = value.after): Reached {
    if (value.path === undefined || facts === undefined) return facts;
    this.record({ kind: 'member', path: value.path, known: this.knownOf(value.path, facts), span });
    return new Map(facts).set(value.path, 'present');
  }

  knownOf(path: string, facts: Reached): Known | undefined {
    const known = facts?.get(path);
    const variable = pathVariable(path);
    if (known !== undefined || variable === undefined || this.#mayHoldNull(variable)) return known;
    return facts?.get(containsPath(variable));
  }

  record(access: Parameters<Evaluator['record']>[0]): void {
    this.accesses.push({ ...access, caught: this.#tries > 0 });
  }

  /** A name that the code gives another value later is not followed. */
  bind(name: string, value: Value): void {
    if (this.#assigned.has(name)) this.#locals.delete(name);
    else this.#locals.set(name, value);
  }

  inTry(walk: () => Reached): Reached {
    this.#tries += 1;
    const after = walk();
    this.#tries -= 1;
    return after;
  }

  #named(name: string, facts: Facts): Value {
    if (name === 'context') return { ...presentValue(facts), member: 'context' };
    const local = this.#locals.get(name);
    if (local === undefined) return unknownValue(facts);
    return { ...recalled(local, facts), known: local.path === undefined ? local.known : this.knownOf(local.path, facts) };
  }

  #member(receiver: Value, { name }: SimpleName, after: Reached): Value {
    if (name === 'HasValue') return truthValue(withFacts(after, pathsOf(receiver), 'present'), after);
    if (receiver.member === undefined) return unknownValue(after);
    const member = `${receiver.member}.${name}`;
    const value = { ...unknownValue(after), member };
    return isNullableMember(member) ? { ...value, path: member, known: this.knownOf(member, after) } : value;
  }

  #invoked(call: Extract<Expression, { kind: 'InvocationExpression' }>, facts: Facts): Value {
    const method = call.expression;
    if (method.kind === 'MemberAccessExpression') return callValue(this, this.evaluate(method.expression, facts), method.name, call);
    if (method.kind === 'MemberBindingExpression') return callValue(this, { ...valueAt(this.#bound, facts), known: 'present' }, method.name, call);
    return unknownValue(this.evaluateArguments(call.arguments, this.evaluate(method, facts).after));
  }

  /** `a?.b`. */
  #conditionalAccess(receiver: Value, whenNotNull: Expression): Value {
    if (receiver.path !== undefined && receiver.after !== undefined) this.record({ kind: 'null-test', path: receiver.path, span: whenNotNull.span });
    if (receiver.known === 'null') return { ...unknownValue(receiver.after), known: 'null' };
    const paths = pathsOf(receiver);
    const outer = this.#bound;
    this.#bound = { ...receiver, known: 'present' };
    const rest = this.evaluate(whenNotNull, withFacts(receiver.after, paths, 'present'));
    this.#bound = outer;
    const { member } = rest;
    return { ...unknownValue(commonFacts(receiver.after, rest.after)), presentIf: [...paths, ...pathsOf(rest)], ...(member === undefined ? {} : { member }) };
  }

  #cast(value: Value, type: string | undefined, span: Span): Value {
    const throwsOnNull = type !== undefined && isValueType(type);
    if (value.stored !== undefined && type !== undefined) this.record({ kind: 'cast', name: value.stored, type, throwsOnNull, known: value.known, span });
    const cast = withoutStored(value);
    if (!throwsOnNull || value.path === undefined) return cast;
    // Null has thrown.
    return { ...cast, known: 'present', after: withFact(value.after, value.path, 'present') ?? value.after };
  }

  #isName(target: Expression): boolean {
    return target.kind === 'IdentifierName' || target.kind === 'ElementBindingExpression';
  }

  /** All expressions inside, in the order they are written. */
  #nested(node: object, facts: Reached): Reached {
    let after = facts;
    for (const child of Object.values(node)) {
      if (typeof child !== 'object' || child === null) continue;
      after = isExpression(child) ? this.evaluate(child, after).after : this.#nested(child, after);
    }
    return after;
  }
}

/** Names of kinds end so, but for those of plain names. */
function isExpression(node: object): node is Expression {
  return 'kind' in node && typeof node.kind === 'string' && (node.kind.endsWith('Expression') || node.kind === 'IdentifierName' || node.kind === 'GenericName');
}
