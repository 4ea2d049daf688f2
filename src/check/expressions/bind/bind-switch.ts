/** `switch` statements. Source: C# specification, 13.8.3 The switch statement. */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { SwitchLabel, SwitchStatement } from '../../../syntax/csharp/ast.js';
import { bindPattern } from './bind-pattern.js';
import { bindValue } from './bind-expression.js';
import { bindCondition, bindStatement } from './bind-statement.js';
import { declareLocalFunction } from './bind-local-function.js';
import { value } from './bound.js';
import { declareStatements, declareExpressionVariables, declarePatternVariables } from './declared-names.js';
import { problem } from './problem.js';
import type { Scope } from './scope.js';

export function bindSwitch({ expression, sections }: SwitchStatement, outer: Scope): void {
  const operand = bindValue(expression, outer);
  const governing = operand.kind === 'value' ? operand : value(UNKNOWN);
  if (operand.kind !== 'value') outer.binding.report(problem('CS8119', expression.span, 'the value to switch on must have a type'));
  const scope = outer.inner();
  for (const { statements } of sections) declareStatements(statements, scope, declareLocalFunction);
  const seen = new Set<unknown>();
  for (const { labels, statements } of sections) {
    const section = scope.inner();
    for (const label of labels) bindLabel(label, governing, seen, section);
    for (const statement of statements) bindStatement(statement, section);
  }
}

function bindLabel({ pattern, when, span }: SwitchLabel, governing: ReturnType<typeof value>, seen: Set<unknown>, scope: Scope): void {
  if (pattern !== undefined) declarePatternVariables(pattern, scope);
  if (when !== undefined) declareExpressionVariables(when, scope);
  const constant = pattern === undefined ? DEFAULT : bindPattern(pattern, governing, scope);
  if (when !== undefined) bindCondition(when, scope);
  if (constant === undefined || when !== undefined) return;
  if (seen.has(constant)) scope.binding.report(problem('CS0152', span, 'the switch has two cases with the same value', 'remove one of them'));
  seen.add(constant);
}

const DEFAULT = Symbol('default');
