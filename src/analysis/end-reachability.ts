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
  let names: ReadonlySet<string> | undefined;
  return endsOpen(body, (name) => (names ??= constantLocals(body)).has(name)) && !mayGoOn(body);
}

function mayGoOn(body: Block): boolean {
  for (const { kind } of descendants(body)) if (kind === 'LabeledStatement' || kind === 'YieldStatement') return true;
  return false;
}

function constantLocals(body: Block): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of descendants(body)) {
    if (node.kind === 'LocalDeclarationStatement' && node.constant) for (const { name } of node.declaration.variables) names.add(name.name);
  }
  return names;
}

/** Whether a local of the name is constant, and so makes a condition constant. */
type IsConstant = (name: string) => boolean;

function endsOpen(statement: Statement, isConstant: IsConstant): boolean {
  switch (statement.kind) {
    case 'Block':
      return statement.statements.every((inner) => endsOpen(inner, isConstant));
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'GotoStatement':
      return false;
    case 'IfStatement':
      return endsOpen(statement.then, isConstant) || (statement.else === undefined ? !mayBeConstant(statement.condition, isConstant) : endsOpen(statement.else, isConstant));
    case 'WhileStatement':
      return !mayBeConstant(statement.condition, isConstant) || breaksOut(statement.body, isConstant);
    case 'DoStatement':
      return (endsOpen(statement.body, isConstant) && !mayBeConstant(statement.condition, isConstant)) || breaksOut(statement.body, isConstant);
    case 'ForStatement':
      return (statement.condition !== undefined && !mayBeConstant(statement.condition, isConstant)) || breaksOut(statement.body, isConstant);
    case 'SwitchStatement':
      return !mayTakeEverything(statement) || statement.sections.some(({ statements }) => listBreaksOut(statements, isConstant));
    case 'TryStatement':
      if (statement.finally !== undefined && !endsOpen(statement.finally, isConstant)) return false;
      return endsOpen(statement.block, isConstant) || statement.catches.some(({ block }) => endsOpen(block, isConstant));
    case 'UsingStatement':
    case 'LockStatement':
      return endsOpen(statement.body, isConstant);
    case 'CheckedStatement':
      return endsOpen(statement.block, isConstant);
    case 'ExpressionStatement':
      return !standsForOther(statement.expression);
    default:
      return true;
  }
}

/** Built of literals, named values and isConstant alone. */
function mayBeConstant(condition: Expression, isConstant: IsConstant): boolean {
  for (const node of descendants(condition)) {
    if (!CONSTANT_PARTS.has(node.kind) && (node.kind !== 'IdentifierName' || !isConstant(node.name))) return false;
  }
  return true;
}

const CONSTANT_PARTS: ReadonlySet<string> = new Set<Expression['kind']>([
  'LiteralExpression', 'ParenthesizedExpression', 'PrefixUnaryExpression', 'BinaryExpression', 'ConditionalExpression', 'NamedValueReference',
]);

/** Whether a `break` in the statement leaves the loop or switch around it. */
function breaksOut(statement: Statement, isConstant: IsConstant): boolean {
  switch (statement.kind) {
    case 'BreakStatement':
      return true;
    case 'Block':
      return listBreaksOut(statement.statements, isConstant);
    case 'IfStatement':
      return breaksOut(statement.then, isConstant) || (statement.else !== undefined && breaksOut(statement.else, isConstant));
    case 'TryStatement':
      return breaksOut(statement.block, isConstant) || statement.catches.some(({ block }) => breaksOut(block, isConstant));
    case 'UsingStatement':
    case 'LockStatement':
      return breaksOut(statement.body, isConstant);
    case 'CheckedStatement':
      return breaksOut(statement.block, isConstant);
    default:
      return false;
  }
}

/** What stands behind a `return` does not run: `return x; break;` is common in a switch. */
function listBreaksOut(statements: readonly Statement[], isConstant: IsConstant): boolean {
  for (const statement of statements) {
    if (breaksOut(statement, isConstant)) return true;
    if (!endsOpen(statement, isConstant)) return false;
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
