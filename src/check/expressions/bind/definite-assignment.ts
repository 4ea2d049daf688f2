/**
 * Whether every variable has a value where it is used, whether the sections of a switch end, and whether `break` and
 * `continue` stand in a loop. Source: C# specification, 9.4 Definite assignment.
 */
import type * as ast from '../../../syntax/csharp/ast.js';
import { type Assigned, AssignmentState, type Leaving, UNREACHABLE, meet } from './assignment-state.js';
import type { Binding } from './binding.js';
import { NO_JUMPS, surveyJumps } from './jump-survey.js';
import { type ExpressionProblem, problem } from './problem.js';
import type { Local } from './scope.js';
import type { Transcript } from './transcript.js';

type Node = ast.Expression | ast.Statement | ast.Pattern;

/** What holds where a condition is true, and where it is false. */
interface Outcomes {
  readonly whenTrue: Assigned;
  readonly whenFalse: Assigned;
}

/** @param binding with what was found out: which name means which variable, and which conditions are constant */
export function assignmentProblems(code: ast.ParsedCode, { transcript, survey }: Binding): readonly ExpressionProblem[] {
  if (!survey.hasStatements && !survey.hasDesignations) return [];
  const root = code.form === 'block' ? code.block : code.expression;
  const { hasJumps, usedInFunctions, problems } = survey.hasUnfollowed ? surveyJumps(root, transcript) : NO_JUMPS;
  if (hasJumps) return problems;
  const walk = new AssignmentWalk(transcript, new AssignmentState(usedInFunctions));
  walk.visit(root);
  return walk.state.problems;
}

type Visitors = { readonly [K in Node['kind']]?: (node: Extract<Node, { readonly kind: K }>) => void };

class AssignmentWalk {
  readonly state: AssignmentState;
  readonly #transcript: Transcript;

  constructor(transcript: Transcript, state: AssignmentState) {
    this.#transcript = transcript;
    this.state = state;
  }

  visit(node: Node): void {
    this.#visitByKind(node.kind, node);
  }

  #visitByKind<K extends Node['kind']>(kind: K, node: Extract<Node, { readonly kind: K }>): void {
    const visitors: Visitors = this.#visitors;
    const visitor = visitors[kind];
    if (visitor === undefined) this.#visitParts(node);
    else visitor(node);
  }

  /** Parts in the order in which they are written, which is that in which they run. */
  #visitParts(node: object): void {
    for (const part of Object.values(node)) {
      if (typeof part !== 'object' || part === null) continue;
      if (isNode(part)) this.visit(part);
      else this.#visitParts(part);
    }
  }

  readonly #visitors: Visitors = {
    IdentifierName: (node) => {
      const local = this.#transcript.locals.get(node);
      if (local !== undefined) this.state.use(local, node.span);
    },
    NameOfExpression: () => undefined,
    AssignmentExpression: (node) => this.#assignment(node),
    InvocationExpression: (node) => this.#call(node.expression, node.arguments),
    ObjectCreationExpression: (node) => {
      this.#call(undefined, node.arguments ?? []);
      if (node.initializer !== undefined) this.visit(node.initializer);
    },
    LambdaExpression: (node) => this.#function(() => this.visit(node.body), this.state.now),
    AnonymousMethodExpression: (node) => this.#function(() => this.visit(node.body), this.state.now),
    LocalFunctionStatement: (node) => this.#function(() => this.visit(node.body), this.state.all()),
    QueryExpression: ({ clauses: [first, ...rest] }) => {
      if (first?.kind === 'FromClause') this.visit(first.expression);
      this.#function(() => this.#visitParts(rest), this.state.now);
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
      const { whenTrue, whenFalse } = this.#condition(node.condition);
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
    LocalDeclarationStatement: ({ declaration }) => this.#declaration(declaration),
    IfStatement: (node) => {
      const { whenTrue, whenFalse } = this.#condition(node.condition);
      this.state.now = whenTrue;
      this.visit(node.then);
      const afterThen = this.state.now;
      this.state.now = whenFalse;
      if (node.else !== undefined) this.visit(node.else);
      this.state.now = meet(afterThen, this.state.now);
    },
    WhileStatement: (node) => {
      const { whenTrue, whenFalse } = this.#condition(node.condition);
      this.state.now = whenTrue;
      const { broken } = this.#inside('loop', () => this.visit(node.body));
      this.state.now = meet(whenFalse, broken);
    },
    DoStatement: (node) => {
      const { broken, continued } = this.#inside('loop', () => this.visit(node.body));
      this.state.now = meet(this.state.now, continued);
      this.state.now = meet(this.#condition(node.condition).whenFalse, broken);
    },
    ForStatement: (node) => {
      if (node.declaration !== undefined) this.#declaration(node.declaration);
      for (const initializer of node.initializers) this.visit(initializer);
      const outcomes = node.condition === undefined ? { whenTrue: this.state.now, whenFalse: UNREACHABLE } : this.#condition(node.condition);
      this.state.now = outcomes.whenTrue;
      const { broken, continued } = this.#inside('loop', () => this.visit(node.body));
      this.state.now = meet(this.state.now, continued);
      for (const incrementor of node.incrementors) this.visit(incrementor);
      this.state.now = meet(outcomes.whenFalse, broken);
    },
    ForEachStatement: (node) => {
      this.visit(node.expression);
      const before = this.state.now;
      this.#inside('loop', () => this.visit(node.body));
      this.state.now = before;
    },
    SwitchStatement: (node) => this.#switch(node),
    ReturnStatement: (node) => {
      if (this.state.isInFinally) this.state.problems.push(problem('CS0157', keywordSpan(node, 'return'), 'a "finally" cannot be left with return', 'move the return behind it'));
      this.#leave(node.expression);
    },
    ThrowStatement: (node) => {
      if (node.expression === undefined && !this.state.isInCatch) {
        this.state.problems.push(problem('CS0156', keywordSpan(node, 'throw'), '"throw" alone stands outside of a catch', 'write what is thrown'));
      }
      this.#leave(node.expression);
    },
    BreakStatement: (node) => {
      const target = this.state.leaving.at(-1);
      if (target === undefined) this.#outsideLoop(node);
      else target.broken = meet(target.broken, this.state.now);
      this.state.now = UNREACHABLE;
    },
    ContinueStatement: (node) => {
      const target = this.state.leaving.findLast(({ kind }) => kind === 'loop');
      if (target === undefined) this.#outsideLoop(node);
      else target.continued = meet(target.continued, this.state.now);
      this.state.now = UNREACHABLE;
    },
    TryStatement: (node) => this.#try(node),
    UsingStatement: (node) => {
      if (node.declaration !== undefined) this.#declaration(node.declaration);
      if (node.expression !== undefined) this.visit(node.expression);
      this.visit(node.body);
    },
  };

  #assignment({ operator, left, right }: ast.AssignmentExpression): void {
    const target = operator === '=' && left.kind === 'IdentifierName' ? this.#transcript.locals.get(left) : undefined;
    if (target === undefined && !(operator === '=' && isDeconstruction(left))) this.visit(left);
    this.visit(right);
    if (target !== undefined) this.state.assign(target);
    else if (operator === '=' && isDeconstruction(left)) this.#assignParts(left);
  }

  #assignParts(node: ast.Expression): void {
    if (node.kind === 'TupleExpression') for (const { expression } of node.elements) this.#assignParts(expression);
    else if (node.kind === 'IdentifierName') {
      const local = this.#transcript.locals.get(node);
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
    if (node.kind === 'IdentifierName') return this.#transcript.locals.get(node);
    if (node.kind !== 'DeclarationExpression') return undefined;
    const local = this.#transcript.locals.get(node.designation);
    if (local !== undefined) this.state.declare(local);
    return local;
  }

  /** The body of a function runs with what holds where it stands, and changes nothing there. */
  #function(visitBody: () => void, start: Assigned): void {
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
    const { whenTrue, whenFalse } = this.#condition(node);
    this.state.now = meet(whenTrue, whenFalse);
  }

  #condition(node: ast.Expression): Outcomes {
    const constant = this.#transcript.constants.get(node);
    if (typeof constant === 'boolean') {
      return constant ? { whenTrue: this.state.now, whenFalse: UNREACHABLE } : { whenTrue: UNREACHABLE, whenFalse: this.state.now };
    }
    switch (node.kind) {
      case 'ParenthesizedExpression':
        return this.#condition(node.expression);
      case 'PrefixUnaryExpression': {
        if (node.operator !== '!') break;
        const { whenTrue, whenFalse } = this.#condition(node.operand);
        return { whenTrue: whenFalse, whenFalse: whenTrue };
      }
      case 'BinaryExpression':
        if (node.operator === '&&' || node.operator === '||') return this.#shortCircuit(node, node.operator === '&&');
        break;
      case 'IsPatternExpression':
        this.visit(node.expression);
        return this.#pattern(node.pattern);
      default:
    }
    this.visit(node);
    return { whenTrue: this.state.now, whenFalse: this.state.now };
  }

  #shortCircuit({ left, right }: ast.BinaryExpression, isAnd: boolean): Outcomes {
    const first = this.#condition(left);
    this.state.now = isAnd ? first.whenTrue : first.whenFalse;
    const second = this.#condition(right);
    return isAnd
      ? { whenTrue: second.whenTrue, whenFalse: meet(first.whenFalse, second.whenFalse) }
      : { whenTrue: meet(first.whenTrue, second.whenTrue), whenFalse: second.whenFalse };
  }

  #pattern(pattern: ast.Pattern): Outcomes {
    if (pattern.kind === 'ConstantPattern') {
      this.visit(pattern.expression);
      return { whenTrue: this.state.now, whenFalse: this.state.now };
    }
    const local = this.#transcript.locals.get(pattern.designation);
    if (local === undefined) return { whenTrue: this.state.now, whenFalse: this.state.now };
    this.state.declare(local);
    const whenFalse = this.state.now;
    this.state.assign(local);
    return { whenTrue: this.state.now, whenFalse: pattern.kind === 'VarPattern' ? this.state.now : whenFalse };
  }

  #declaration({ variables }: ast.VariableDeclaration): void {
    for (const declarator of variables) {
      const local = this.#transcript.locals.get(declarator);
      const isFollowed = local !== undefined && local.role !== 'constant';
      if (isFollowed) this.state.declare(local);
      if (declarator.initializer === undefined) continue;
      this.visit(declarator.initializer);
      if (isFollowed) this.state.assign(local);
    }
  }

  #inside(kind: Leaving['kind'], visitBody: () => void): Leaving {
    const leaving: Leaving = { kind, broken: UNREACHABLE, continued: UNREACHABLE };
    this.state.leaving.push(leaving);
    visitBody();
    this.state.leaving.pop();
    return leaving;
  }

  #switch({ expression, sections }: ast.SwitchStatement): void {
    this.visit(expression);
    const before = this.state.now;
    const { broken } = this.#inside('switch', () => sections.forEach((section, index) => this.#section(section, before, index === sections.length - 1)));
    const takesAll = sections.some(({ labels }) => labels.some(({ pattern, when }) => pattern === undefined || (pattern.kind === 'VarPattern' && when === undefined)));
    this.state.now = takesAll ? broken : meet(before, broken);
  }

  #section({ labels, statements }: ast.SwitchSection, before: Assigned, isLast: boolean): void {
    let start: Assigned = UNREACHABLE;
    for (const { pattern, when } of labels) {
      this.state.now = before;
      if (pattern !== undefined) this.state.now = this.#pattern(pattern).whenTrue;
      if (when !== undefined) this.state.now = this.#condition(when).whenTrue;
      start = meet(start, this.state.now);
    }
    this.state.now = start;
    for (const statement of statements) this.visit(statement);
    const label = labels.at(-1);
    if (this.state.now === UNREACHABLE || label === undefined) return;
    this.state.problems.push(problem(isLast ? 'CS8070' : 'CS0163', label.span, 'the statements of this case run on into the next, which C# does not allow', 'end them with break; or return'));
  }

  #leave(expression: ast.Expression | undefined): void {
    if (expression !== undefined) this.visit(expression);
    this.state.now = UNREACHABLE;
  }

  #outsideLoop({ kind, span }: ast.BreakStatement | ast.ContinueStatement): void {
    this.state.problems.push(problem('CS0139', span, `"${kind === 'BreakStatement' ? 'break' : 'continue'}" stands in no loop`, 'remove it'));
  }

  #try({ block, catches, finally: last }: ast.TryStatement): void {
    const { now: before, isInCatch, isInFinally } = this.state;
    this.visit(block);
    let after = this.state.now;
    this.state.isInCatch = true;
    for (const { filter, block: caught } of catches) {
      this.state.now = before;
      if (filter !== undefined) this.state.now = this.#condition(filter).whenTrue;
      this.visit(caught);
      after = meet(after, this.state.now);
    }
    this.state.isInCatch = isInCatch;
    if (last !== undefined) {
      this.state.now = before;
      this.state.isInFinally = true;
      this.visit(last);
      this.state.isInFinally = isInFinally;
      // What the last block assigns is assigned on every way that leads through it.
      after = this.state.now === UNREACHABLE ? UNREACHABLE : after | (this.state.now & ~before);
    }
    this.state.now = after;
  }
}

function keywordSpan({ span: { start } }: ast.Statement, keyword: string): ast.Statement['span'] {
  return { start, end: start + keyword.length };
}

function isNode(part: object): part is Node {
  return 'kind' in part && typeof part.kind === 'string';
}

function isDeconstruction({ kind }: ast.Expression): boolean {
  return kind === 'TupleExpression' || kind === 'DeclarationExpression';
}
