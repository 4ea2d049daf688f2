/** Whether statements of C# can run off their end, as the compiler decides it: by their form, not by what they compute. */
import type { Block, Expression, Statement, SwitchLabel, SwitchStatement } from '../syntax/csharp/ast.js';
import { descendants } from './syntax-search.js';
import { withoutParentheses } from './unwrap.js';

/**
 * Whether the end of a method's body can be reached, so that the compiler refuses it where a value has to be returned.
 * Says no in case of doubt: with labels, in an iterator, and where a named value or a deployment tool puts in statements.
 * Source: C# language specification, "Statements", end points and reachability.
 */
export function canReachEnd(body: Block): boolean {
  for (const node of descendants(body)) if (node.kind === 'LabeledStatement' || node.kind === 'YieldStatement') return false;
  return endsOpen(body, constantLocals(body));
}

function constantLocals(body: Block): Names {
  const names = new Set<string>();
  for (const node of descendants(body)) {
    if (node.kind === 'LocalDeclarationStatement' && node.constant) for (const { name } of node.declaration.variables) names.add(name.name);
  }
  return names;
}

type Names = ReadonlySet<string>;

/** @param constants names of constant locals, which make conditions constant */
function endsOpen(statement: Statement, constants: Names): boolean {
  switch (statement.kind) {
    case 'Block':
      return statement.statements.every((inner) => endsOpen(inner, constants));
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'GotoStatement':
      return false;
    case 'IfStatement':
      return endsOpen(statement.then, constants) || (statement.else === undefined ? !mayBeConstant(statement.condition, constants) : endsOpen(statement.else, constants));
    case 'WhileStatement':
      return !mayBeConstant(statement.condition, constants) || breaksOut(statement.body, constants);
    case 'DoStatement':
      return (endsOpen(statement.body, constants) && !mayBeConstant(statement.condition, constants)) || breaksOut(statement.body, constants);
    case 'ForStatement':
      return (statement.condition !== undefined && !mayBeConstant(statement.condition, constants)) || breaksOut(statement.body, constants);
    case 'SwitchStatement':
      return !mayTakeEverything(statement) || statement.sections.some(({ statements }) => listBreaksOut(statements, constants));
    case 'TryStatement':
      if (statement.finally !== undefined && !endsOpen(statement.finally, constants)) return false;
      return endsOpen(statement.block, constants) || statement.catches.some(({ block }) => endsOpen(block, constants));
    case 'UsingStatement':
    case 'LockStatement':
      return endsOpen(statement.body, constants);
    case 'CheckedStatement':
      return endsOpen(statement.block, constants);
    case 'ExpressionStatement':
      return !standsForOther(statement.expression);
    default:
      return true;
  }
}

/** Built of literals, named values and constants alone. */
function mayBeConstant(condition: Expression, constants: Names): boolean {
  for (const node of descendants(condition)) {
    if (!CONSTANT_PARTS.has(node.kind) && (node.kind !== 'IdentifierName' || !constants.has(node.name))) return false;
  }
  return true;
}

const CONSTANT_PARTS: ReadonlySet<string> = new Set<Expression['kind']>([
  'LiteralExpression', 'ParenthesizedExpression', 'PrefixUnaryExpression', 'BinaryExpression', 'ConditionalExpression', 'NamedValueReference',
]);

/** Whether a `break` in the statement leaves the loop or switch around it. */
function breaksOut(statement: Statement, constants: Names): boolean {
  switch (statement.kind) {
    case 'BreakStatement':
      return true;
    case 'Block':
      return listBreaksOut(statement.statements, constants);
    case 'IfStatement':
      return breaksOut(statement.then, constants) || (statement.else !== undefined && breaksOut(statement.else, constants));
    case 'TryStatement':
      return breaksOut(statement.block, constants) || statement.catches.some(({ block }) => breaksOut(block, constants));
    case 'UsingStatement':
    case 'LockStatement':
      return breaksOut(statement.body, constants);
    case 'CheckedStatement':
      return breaksOut(statement.block, constants);
    default:
      return false;
  }
}

/** What stands behind a `return` does not run: `return x; break;` is common in a switch. */
function listBreaksOut(statements: readonly Statement[], constants: Names): boolean {
  for (const statement of statements) {
    if (breaksOut(statement, constants)) return true;
    if (!endsOpen(statement, constants)) return false;
  }
  return false;
}

/** Whether the sections may leave no value over: there is a default, or a pattern that is no constant. */
function mayTakeEverything({ sections }: SwitchStatement): boolean {
  return sections.some(({ labels }) => labels.some((label) => !isConstantCase(label)));
}

function isConstantCase({ pattern }: SwitchLabel): boolean {
  return pattern?.kind === 'ConstantPattern';
}

/** Something else is put in its place before the compiler sees it: `{{named-value}}`, or a tool's `__placeholder__`. */
function standsForOther(expression: Expression): boolean {
  const inner = withoutParentheses(expression);
  return inner.kind === 'NamedValueReference' || inner.kind === 'IdentifierName';
}
