/** `=` in a condition where `==` was meant. */
import { withoutParentheses } from '../analysis/unwrap.js';
import { diagnostic, type Diagnostic } from '../model/diagnostic.js';
import { parsedExpression } from '../model/parsed-expression.js';
import type { AssignmentExpression, Expression } from '../syntax/csharp/ast.js';
import { CHECK_CODES } from './codes.js';
import { fixInFile } from './fix-in-file.js';
import type { PlacedExpression } from './placed-expression.js';

const CODE = 'assignment-in-condition';
/** `condition`, `increment-condition`, `sf-resolve-condition`. */
const CONDITION = /^\/@(?:.+-)?condition$/u;

/**
 * The first assignment among the operands of a condition. It never compiles: `@( )` declares no variable, and all that it can reach
 * by name, the members of `context`, is read-only. Source: reference/expressions.json, context.
 */
export function assignmentInCondition(placed: PlacedExpression): Diagnostic | undefined {
  const { value, place, step } = placed;
  if (!CONDITION.test(step)) return undefined;
  const { code } = parsedExpression(value);
  const assignment = code.form === 'expression' ? operandsOf(code.expression).find(isAssignment) : undefined;
  if (assignment === undefined) return undefined;
  const { left, right } = assignment;
  const sign = value.code.indexOf('=', left.span.end);
  const fix = { title: 'write ==', safety: 'unsafe', edits: [{ span: { start: sign, end: sign + 1 }, text: '==' }] } as const;
  return diagnostic({
    code: CODE,
    severity: CHECK_CODES[CODE].severity,
    message: '"=" assigns, and what stands before it cannot be assigned to: APIM refuses the document',
    hint: 'compare with ==',
    at: value.originOf({ start: value.codeStart + left.span.start, end: value.codeStart + right.span.end }),
    path: `${place.path}${step}`,
    fix: fixInFile(fix, placed),
    docsUrl: `checks.md#${CODE}`,
  });
}

function isAssignment(operand: Expression): operand is AssignmentExpression {
  return operand.kind === 'AssignmentExpression' && operand.operator === '=' && readsContext(operand.left);
}

/** Whether the target is `context.…`, by member names alone and at most one index behind them; of `a && b = c`, the last operand. */
function readsContext(target: Expression): boolean {
  let inner = withoutParentheses(target);
  while (inner.kind === 'BinaryExpression') inner = withoutParentheses(inner.right);
  if (inner.kind === 'ElementAccessExpression') inner = withoutParentheses(inner.expression);
  while (inner.kind === 'MemberAccessExpression') inner = withoutParentheses(inner.expression);
  return inner.kind === 'IdentifierName' && inner.name === 'context';
}

/** What `&&`, `||` and `!` join. */
function operandsOf(expression: Expression): Expression[] {
  const found: Expression[] = [];
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const operand = withoutParentheses(next);
    if (operand.kind === 'BinaryExpression' && (operand.operator === '&&' || operand.operator === '||')) pending.push(operand.right, operand.left);
    else if (operand.kind === 'PrefixUnaryExpression' && operand.operator === '!') pending.push(operand.operand);
    else found.push(operand);
  }
  return found;
}
