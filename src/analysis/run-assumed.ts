/** Runs the statements of an expression block under an assumption about the request. */
import type { Expression, ParsedCode, Statement } from '../syntax/csharp/ast.js';
import { type AssumedValue, type Assumption, THROWS, UNKNOWN } from './assumed-value.js';
import { type AssumedState, evaluateAssumed } from './evaluate-assumed.js';
import { tryParseCalls } from './bind-locals.js';
import { assignedNames, functionsAssign, mayLeave } from './syntax-search.js';

/**
 * What a policy expression gives.
 * @param locals takes the values that its local variables have in the end
 */
export function runAssumed(code: ParsedCode, assumption: Assumption | undefined, variables: AssumedState['variables'], locals: AssumedState['locals'] = new Map()): AssumedValue {
  const state: AssumedState = { assumption, variables, locals };
  if (code.form === 'expression') return evaluateAssumed(code.expression, state);
  if (functionsAssign(code.block)) return UNKNOWN;
  const end = runStatements(code.block.statements, state);
  return end === 'goes on' ? UNKNOWN : end;
}

/** The value that is returned, THROWS or UNKNOWN; or the statements end without a return. */
type End = AssumedValue | 'goes on';

function runStatements(statements: readonly Statement[], state: AssumedState): End {
  for (const statement of statements) {
    const end = runStatement(statement, state);
    if (end !== 'goes on') return end;
  }
  return 'goes on';
}

function runStatement(statement: Statement, state: AssumedState): End {
  switch (statement.kind) {
    case 'Block':
      return runStatements(statement.statements, state);
    case 'EmptyStatement':
    case 'LocalFunctionStatement':
      return 'goes on';
    case 'ReturnStatement':
      return statement.expression === undefined ? UNKNOWN : evaluated(statement.expression, state);
    case 'ThrowStatement':
      return THROWS;
    case 'LocalDeclarationStatement':
      for (const { name, initializer } of statement.declaration.variables) {
        if (initializer === undefined) continue;
        const value = evaluated(initializer, state);
        if (value === THROWS) return THROWS;
        state.locals.set(name.name, value);
      }
      return 'goes on';
    case 'ExpressionStatement': {
      const { expression } = statement;
      const target = expression.kind === 'AssignmentExpression' && expression.operator === '=' && expression.left.kind === 'IdentifierName' ? expression.left.name : undefined;
      const value = evaluated(expression.kind === 'AssignmentExpression' && target !== undefined ? expression.right : expression, state);
      if (value === THROWS) return THROWS;
      if (target !== undefined) state.locals.set(target, value);
      return 'goes on';
    }
    case 'IfStatement': {
      const condition = evaluated(statement.condition, state);
      if (condition === THROWS) return THROWS;
      if (condition === true) return runStatement(statement.then, state);
      if (condition === false) return statement.else === undefined ? 'goes on' : runStatement(statement.else, state);
      return skipped(statement, state);
    }
    case 'TryStatement': {
      if (statement.finally !== undefined) return skipped(statement, state);
      const end = runStatement(statement.block, state);
      const [handler, ...others] = statement.catches;
      if (end !== THROWS) return end;
      return handler === undefined || others.length > 0 || handler.filter !== undefined ? UNKNOWN : runStatement(handler.block, state);
    }
    default:
      return skipped(statement, state);
  }
}

/** What the expression assigns, other than by a TryParse that surely runs, is not known before, during and after. */
function evaluated(expression: Expression, state: AssumedState): AssumedValue {
  const followed = new Set(tryParseCalls(expression).filter(({ always }) => always).map(({ call }) => call.name));
  for (const name of assignedNames(expression)) if (!followed.has(name)) state.locals.set(name, UNKNOWN);
  return evaluateAssumed(expression, state);
}

/** A statement of which nobody knows whether, or how often, it runs. */
function skipped(statement: Statement, state: AssumedState): End {
  if (mayLeave(statement)) return UNKNOWN;
  forget(statement, state);
  return 'goes on';
}

function forget(code: object, state: AssumedState): void {
  for (const name of assignedNames(code)) state.locals.set(name, UNKNOWN);
}
