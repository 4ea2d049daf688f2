/** Follows variables through expressions: which surely have a value where they are used. Source: C# specification, 9.4.4 Definite assignment, expressions. */
import { partsOf } from '../../../analysis/syntax-search.js';
import type * as ast from '../../../syntax/csharp/ast.js';
import { type Assigned, type AssignmentState, UNREACHABLE, meet } from './assignment-state.js';
import type { Local } from './scope.js';
import type { Transcript } from './transcript.js';

export type Node = ast.Expression | ast.Statement | ast.Pattern;

/** What holds where a condition is true, and where it is false. */
export interface Outcomes {
  readonly whenTrue: Assigned;
  readonly whenFalse: Assigned;
}

/** What is done for nodes whose parts do not just run one after the other. */
export type Visitors = { readonly [K in Node['kind']]?: (node: Extract<Node, { readonly kind: K }>) => void };

export abstract class ExpressionWalk {
  readonly state: AssignmentState;
  protected readonly transcript: Transcript;

  constructor(transcript: Transcript, state: AssignmentState) {
    this.transcript = transcript;
    this.state = state;
  }

  visit(node: Node): void {
    this.#visitByKind(node.kind, node);
  }

  #visitByKind<K extends Node['kind']>(kind: K, node: Extract<Node, { readonly kind: K }>): void {
    const visitor = this.#visitors[kind] ?? this.statementVisitors[kind];
    if (visitor === undefined) this.#visitParts(node);
    else visitor(node);
  }

  /** Parts in the order in which they are written, which is that in which they run. */
  #visitParts(node: object): void {
    for (const part of partsOf(node)) {
      if (isNode(part)) this.visit(part);
      else this.#visitParts(part);
    }
  }

  /** Statements stand in lambdas too. */
  protected abstract readonly statementVisitors: Visitors;

  readonly #visitors: Visitors = {
    IdentifierName: (node) => {
      const local = this.transcript.locals.get(node);
      if (local !== undefined) this.state.use(local, node.span);
    },
    NameOfExpression: () => undefined,
    AssignmentExpression: (node) => this.#assignment(node),
    InvocationExpression: (node) => this.#call(node.expression, node.arguments),
    ObjectCreationExpression: (node) => {
      this.#call(undefined, node.arguments ?? []);
      if (node.initializer !== undefined) this.visit(node.initializer);
    },
    LambdaExpression: (node) => this.follow(() => this.visit(node.body), this.state.now),
    AnonymousMethodExpression: (node) => this.follow(() => this.visit(node.body), this.state.now),
    QueryExpression: ({ clauses: [first, ...rest] }) => {
      if (first?.kind === 'FromClause') this.visit(first.expression);
      this.follow(() => this.#visitParts(rest), this.state.now);
    },
    ConditionalAccessExpression: (node) => {
      this.visit(node.expression);
      const before = this.state.now;
      this.visit(node.whenNotNull);
      this.state.now = meet(before, this.state.now);
    },
    BinaryExpression: (node) => this.#binary(node),
    PrefixUnaryExpression: (node) => (node.operator === '!' ? this.#settle(node) : this.visit(node.operand)),
    IsPatternExpression: (node) => this.#settle(node),
    ConditionalExpression: (node) => {
      const { whenTrue, whenFalse } = this.condition(node.condition);
      this.state.now = whenTrue;
      this.visit(node.whenTrue);
      const afterTrue = this.state.now;
      this.state.now = whenFalse;
      this.visit(node.whenFalse);
      this.state.now = meet(afterTrue, this.state.now);
    },
    ThrowExpression: (node) => {
      this.visit(node.expression);
      this.state.now = UNREACHABLE;
    },
  };

  #assignment({ operator, left, right }: ast.AssignmentExpression): void {
    const target = operator === '=' && left.kind === 'IdentifierName' ? this.transcript.locals.get(left) : undefined;
    if (target === undefined && !(operator === '=' && isDeconstruction(left))) this.visit(left);
    this.visit(right);
    if (target !== undefined) this.state.assign(target);
    else if (operator === '=' && isDeconstruction(left)) this.#assignParts(left);
  }

  #assignParts(node: ast.Expression): void {
    if (node.kind === 'TupleExpression') for (const { expression } of node.elements) this.#assignParts(expression);
    else if (node.kind === 'IdentifierName') {
      const local = this.transcript.locals.get(node);
      if (local !== undefined) this.state.assign(local);
    } else if (node.kind !== 'DeclarationExpression') this.visit(node);
  }

  /** Variables behind `out` have a value when the call is over. */
  #call(callee: ast.Expression | undefined, callArguments: readonly ast.Argument[]): void {
    if (callee !== undefined) this.visit(callee);
    const assigned: Local[] = [];
    for (const { modifier, expression } of callArguments) {
      const target = modifier === 'out' ? this.#outTarget(expression) : undefined;
      if (target === undefined) this.visit(expression);
      else assigned.push(target);
    }
    for (const local of assigned) this.state.assign(local);
  }

  #outTarget(node: ast.Expression): Local | undefined {
    if (node.kind === 'IdentifierName') return this.transcript.locals.get(node);
    if (node.kind !== 'DeclarationExpression') return undefined;
    const local = this.transcript.locals.get(node.designation);
    if (local !== undefined) this.state.declare(local);
    return local;
  }

  /** The body of a function runs with what holds where it stands, and changes nothing there. */
  protected follow(visitBody: () => void, start: Assigned): void {
    const { now, leaving, isInCatch, isInFinally } = this.state;
    Object.assign(this.state, { now: start, leaving: [], isInCatch: false, isInFinally: false });
    visitBody();
    Object.assign(this.state, { now, leaving, isInCatch, isInFinally });
  }

  #binary(node: ast.BinaryExpression): void {
    if (node.operator === '&&' || node.operator === '||') {
      this.#settle(node);
      return;
    }
    this.visit(node.left);
    const before = this.state.now;
    this.visit(node.right);
    if (node.operator === '??') this.state.now = meet(before, this.state.now);
  }

  /** Visits a condition whose outcome is only a value. */
  #settle(node: ast.Expression): void {
    const { whenTrue, whenFalse } = this.condition(node);
    this.state.now = meet(whenTrue, whenFalse);
  }

  protected condition(node: ast.Expression): Outcomes {
    const constant = this.transcript.constants.get(node);
    if (typeof constant === 'boolean') {
      return constant ? { whenTrue: this.state.now, whenFalse: UNREACHABLE } : { whenTrue: UNREACHABLE, whenFalse: this.state.now };
    }
    switch (node.kind) {
      case 'ParenthesizedExpression':
        return this.condition(node.expression);
      case 'PrefixUnaryExpression': {
        if (node.operator !== '!') break;
        const { whenTrue, whenFalse } = this.condition(node.operand);
        return { whenTrue: whenFalse, whenFalse: whenTrue };
      }
      case 'BinaryExpression':
        if (node.operator === '&&' || node.operator === '||') return this.#shortCircuit(node, node.operator === '&&');
        break;
      case 'IsPatternExpression':
        this.visit(node.expression);
        return this.pattern(node.pattern);
      default:
    }
    this.visit(node);
    return { whenTrue: this.state.now, whenFalse: this.state.now };
  }

  #shortCircuit({ left, right }: ast.BinaryExpression, isAnd: boolean): Outcomes {
    const first = this.condition(left);
    this.state.now = isAnd ? first.whenTrue : first.whenFalse;
    const second = this.condition(right);
    return isAnd
      ? { whenTrue: second.whenTrue, whenFalse: meet(first.whenFalse, second.whenFalse) }
      : { whenTrue: meet(first.whenTrue, second.whenTrue), whenFalse: second.whenFalse };
  }

  protected pattern(pattern: ast.Pattern): Outcomes {
    if (pattern.kind === 'ConstantPattern') {
      this.visit(pattern.expression);
      return { whenTrue: this.state.now, whenFalse: this.state.now };
    }
    const local = this.transcript.locals.get(pattern.designation);
    if (local === undefined) return { whenTrue: this.state.now, whenFalse: this.state.now };
    this.state.declare(local);
    const whenFalse = this.state.now;
    this.state.assign(local);
    return { whenTrue: this.state.now, whenFalse: pattern.kind === 'VarPattern' ? this.state.now : whenFalse };
  }
}

function isNode(part: object): part is Node {
  return 'kind' in part && typeof part.kind === 'string';
}

function isDeconstruction({ kind }: ast.Expression): boolean {
  return kind === 'TupleExpression' || kind === 'DeclarationExpression';
}
