/** Reduces the statements of a condition written as a block: declarations and assignments of locals, if, return. */
import type { Expression, Statement } from '../syntax/csharp/ast.js';
import { conditional, type ConditionRanges, constantRanges, OPAQUE } from './condition-ranges.js';
import type { Locals } from './locals.js';
import { withParsedNumbers, withValue } from './bind-locals.js';
import type { ConditionReducer } from './reduce-condition.js';
import { assignedNames, mayLeave } from './syntax-search.js';

/** Statements still to run, the next one first. */
export type Remaining = { readonly statement: Statement; readonly next: Remaining } | undefined;

export function prepended(statements: readonly Statement[], next: Remaining): Remaining {
  return statements.reduceRight<Remaining>((rest, statement) => ({ statement, next: rest }), next);
}

/**
 * What the statements return, as a condition. What stands behind an if is looked at once for each way to get there, within the
 * reducer's limits; a loop or try that may return makes the condition opaque, another one only the locals that it assigns.
 */
export function reduceStatements(statements: Remaining, locals: Locals, reducer: ConditionReducer): ConditionRanges {
  let known = locals;
  for (let remaining = statements; remaining !== undefined; remaining = remaining.next) {
    const { statement, next } = remaining;
    if (!reducer.step()) return OPAQUE;
    switch (statement.kind) {
      case 'Block':
        return reducer.statements(prepended(statement.statements, next), known);
      case 'ReturnStatement':
        return statement.expression === undefined ? OPAQUE : reducer.expression(statement.expression, known);
      case 'ThrowStatement':
        return constantRanges(false);
      case 'IfStatement': {
        const condition = reducer.expression(statement.condition, known);
        const inside = afterExpression(statement.condition, known);
        const otherwise = statement.else === undefined ? next : prepended([statement.else], next);
        return conditional(condition, reducer.statements(prepended([statement.then], next), inside), reducer.statements(otherwise, inside));
      }
      case 'LocalDeclarationStatement':
        for (const { name, initializer } of statement.declaration.variables) {
          known = initializer === undefined ? known.without([name.name]) : assigned(name.name, initializer, known);
        }
        break;
      case 'ExpressionStatement':
        known = afterStatement(statement.expression, known);
        break;
      case 'EmptyStatement':
        break;
      default:
        if (mayLeave(statement)) return OPAQUE;
        known = known.without(assignedNames(statement));
    }
  }
  return OPAQUE;
}

function afterStatement(expression: Expression, locals: Locals): Locals {
  const isAssignment = expression.kind === 'AssignmentExpression' && expression.operator === '=' && expression.left.kind === 'IdentifierName';
  return isAssignment ? assigned(expression.left.name, expression.right, locals) : afterExpression(expression, locals);
}

function assigned(name: string, value: Expression, locals: Locals): Locals {
  const after = afterExpression(value, locals);
  return withValue(after, name, value, withParsedNumbers(value, locals));
}

/** Numbers that the expression parses become known; what else it assigns is not known any more. */
function afterExpression(expression: Expression, locals: Locals): Locals {
  const names = assignedNames(expression);
  return names.size === 0 ? locals : withParsedNumbers(expression, locals.without(names));
}
