/** What the compiler on the gateway would say of one expression. */
import { canReachEnd } from '../../analysis/end-reachability.js';
import { UNKNOWN, contextType } from '../../catalog/expressions/type-library.js';
import type { Type } from '../../catalog/expressions/type.js';
import type { Block, ParsedCode, Statement } from '../../syntax/csharp/ast.js';
import type { Span } from '../../syntax/text/position.js';
import { Binding, TooMuchWork } from './bind/binding.js';
import { bindFunctionBody } from './bind/bind-lambda.js';
import { assignmentProblems } from './bind/definite-assignment.js';
import { type ExpressionProblem, problem } from './bind/problem.js';
import { resultType } from './bind/result-type.js';
import { FunctionFrame, Scope } from './bind/scope.js';
import type { MemberUsage } from './bind/transcript.js';

export type { ExpressionProblem, ExpressionProblemCode } from './bind/problem.js';
export type { MemberUsage } from './bind/transcript.js';

export interface ExpressionFindings {
  /** Of the value; UNKNOWN where it cannot be told. */
  readonly type: Type;
  /** In the order of the text. */
  readonly problems: readonly ExpressionProblem[];
  /** Every use of a member, for the list of what the gateway allows. */
  readonly usages: readonly MemberUsage[];
  /** The places of the values that it gives. */
  readonly values: readonly Span[];
}

const NOTHING: ExpressionFindings = { type: UNKNOWN, problems: [], usages: [], values: [] };

/**
 * Binds and types an expression without mistakes of syntax. Never throws; where something is not known for sure, nothing is
 * said of it, and of an expression that takes too much work nothing at all.
 * @param wanted the type to which the place of the expression converts its value
 */
export function checkExpression(code: ParsedCode, wanted?: Type): ExpressionFindings {
  try {
    return bindCode(code, wanted);
  } catch (error) {
    if (error instanceof TooMuchWork) return NOTHING;
    throw error;
  }
}

/** Statements must give a value, and on every path. That those that only throw or loop are refused is inferred from what the compiler makes of a lambda. */
function checkEnd(block: Block, { returns, bareReturns }: FunctionFrame, binding: Binding): void {
  const { end } = block.span;
  const last = block.statements.at(-1);
  if (canReachEnd(block)) {
    binding.report(problem('CS1643', { start: end, end: end + 1 }, 'the statements can end without a return', 'return a value on every path, also behind the last if, loop or catch'));
  } else if (returns.length === 0 && bareReturns.length === 0 && last !== undefined && NEVER_ENDING.has(last.kind)) {
    binding.report({ ...problem('CS0411', last.span, 'the statements never give a value', 'return one'), code: 'missing-return', certainty: 'inferred' });
  }
}

const NEVER_ENDING: ReadonlySet<string> = new Set<Statement['kind']>(['ThrowStatement', 'WhileStatement', 'ForStatement', 'DoStatement']);

function bindCode(code: ParsedCode, wanted: Type | undefined): ExpressionFindings {
  const binding = new Binding(code.traits);
  const frame = new FunctionFrame('expression');
  const outer = new Scope(binding, frame);
  outer.declare({ kind: 'local', name: 'context', span: { start: -1, end: -1 }, role: 'parameter', type: contextType() });
  const scope = outer.inner();
  bindFunctionBody(code.form === 'block' ? code.block : code.expression, scope);
  const type = resultType(frame.returns, wanted, scope);
  const { transcript } = binding;
  if (code.form === 'block') checkEnd(code.block, frame, binding);
  const problems = [...transcript.problems, ...assignmentProblems(code, binding)];
  return { type, problems: problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end), usages: transcript.usages, values: frame.returns.map(({ node }) => node.span) };
}
