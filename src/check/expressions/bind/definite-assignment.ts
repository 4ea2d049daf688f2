/**
 * Whether every variable has a value where it is used, whether the sections of a switch end, and whether `break` and
 * `continue` stand in a loop. Source: C# specification, 9.4 Definite assignment.
 */
import type * as ast from '../../../syntax/csharp/ast.js';
import { type Assigned, AssignmentState, type Leaving, UNREACHABLE, meet } from './assignment-state.js';
import type { Binding } from './binding.js';
import { ExpressionWalk, type Visitors } from './expression-walk.js';
import { NO_JUMPS, surveyJumps } from './jump-survey.js';
import { type ExpressionProblem, problem } from './problem.js';

/** @param binding with what was found out: which name means which variable, and which conditions are constant */
export function assignmentProblems(code: ast.ParsedCode, { transcript, traits }: Binding): readonly ExpressionProblem[] {
  if (!traits.hasStatements && !traits.hasDesignations) return [];
  const root = code.form === 'block' ? code.block : code.expression;
  const { hasJumps, usedInFunctions, problems } = traits.hasUnfollowed ? surveyJumps(root, transcript) : NO_JUMPS;
  if (hasJumps) return problems;
  const walk = new StatementWalk(transcript, new AssignmentState(usedInFunctions));
  walk.visit(root);
  return walk.state.problems;
}

class StatementWalk extends ExpressionWalk {
  protected readonly statementVisitors: Visitors = {
    LocalFunctionStatement: (node) => this.follow(() => this.visit(node.body), this.state.all()),
    LocalDeclarationStatement: ({ declaration }) => this.#declaration(declaration),
    IfStatement: (node) => {
      const { whenTrue, whenFalse } = this.condition(node.condition);
      this.state.now = whenTrue;
      this.visit(node.then);
      const afterThen = this.state.now;
      this.state.now = whenFalse;
      if (node.else !== undefined) this.visit(node.else);
      this.state.now = meet(afterThen, this.state.now);
    },
    WhileStatement: (node) => {
      const { whenTrue, whenFalse } = this.condition(node.condition);
      this.state.now = whenTrue;
      const { broken } = this.#inside('loop', () => this.visit(node.body));
      this.state.now = meet(whenFalse, broken);
    },
    DoStatement: (node) => {
      const { broken, continued } = this.#inside('loop', () => this.visit(node.body));
      this.state.now = meet(this.state.now, continued);
      this.state.now = meet(this.condition(node.condition).whenFalse, broken);
    },
    ForStatement: (node) => {
      if (node.declaration !== undefined) this.#declaration(node.declaration);
      for (const initializer of node.initializers) this.visit(initializer);
      const outcomes = node.condition === undefined ? { whenTrue: this.state.now, whenFalse: UNREACHABLE } : this.condition(node.condition);
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

  #declaration({ variables }: ast.VariableDeclaration): void {
    for (const declarator of variables) {
      const local = this.transcript.locals.get(declarator);
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
      if (pattern !== undefined) this.state.now = this.pattern(pattern).whenTrue;
      if (when !== undefined) this.state.now = this.condition(when).whenTrue;
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
      if (filter !== undefined) this.state.now = this.condition(filter).whenTrue;
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
