/** Walks statements in the order they run. */
import type { Expression, Statement, SwitchStatement, TryStatement, VariableDeclaration } from '../../syntax/csharp/ast.js';
import type { Evaluator } from './evaluator.js';
import { commonFacts, type Reached } from './facts.js';
import { unknownValue, type Value } from './value.js';

type Returns = (value: Value) => void;

/** @returns what holds behind the last statement */
export function runStatements(evaluator: Evaluator, statements: readonly Statement[], facts: Reached, returns: Returns): Reached {
  return statements.reduce((reached, statement) => runStatement(evaluator, statement, reached, returns), facts);
}

function runStatement(evaluator: Evaluator, statement: Statement, facts: Reached, returns: Returns): Reached {
  if (facts === undefined) return undefined;
  const evaluate = (expression: Expression | undefined, before: Reached): Value => (expression === undefined ? unknownValue(before) : evaluator.evaluate(expression, before));
  const run = (inner: Statement, before: Reached): Reached => runStatement(evaluator, inner, before, returns);
  switch (statement.kind) {
    case 'Block':
      return runStatements(evaluator, statement.statements, facts, returns);
    case 'ExpressionStatement':
      return evaluator.evaluate(statement.expression, facts).after;
    case 'LocalDeclarationStatement':
      return declare(evaluator, statement.declaration, facts);
    case 'LocalFunctionStatement':
      if ('statements' in statement.body) evaluator.evaluateBody(statement.body.statements, facts);
      else evaluator.evaluate(statement.body, facts);
      return facts;
    case 'IfStatement': {
      const condition = evaluator.evaluate(statement.condition, facts);
      return commonFacts(run(statement.then, condition.whenTrue), statement.else === undefined ? condition.whenFalse : run(statement.else, condition.whenFalse));
    }
    case 'WhileStatement': {
      const condition = evaluator.evaluate(statement.condition, facts);
      run(statement.body, condition.whenTrue);
      return condition.after;
    }
    case 'DoStatement':
      return commonFacts(facts, evaluate(statement.condition, run(statement.body, facts)).after);
    case 'ForStatement': {
      const declared = statement.declaration === undefined ? facts : declare(evaluator, statement.declaration, facts);
      const initialized = statement.initializers.reduce((before: Reached, expression) => evaluate(expression, before).after, declared);
      const condition = evaluate(statement.condition, initialized);
      const ended = run(statement.body, condition.whenTrue);
      statement.incrementors.reduce((before: Reached, expression) => evaluate(expression, before).after, ended);
      return condition.after;
    }
    case 'ForEachStatement': {
      const { after } = evaluator.evaluate(statement.expression, facts);
      run(statement.body, after);
      return after;
    }
    case 'SwitchStatement':
      return runSwitch(evaluator, statement, facts, returns);
    case 'ReturnStatement':
      returns(evaluate(statement.expression, facts));
      return undefined;
    case 'ThrowStatement':
      evaluate(statement.expression, facts);
      return undefined;
    case 'TryStatement':
      return runTry(evaluator, statement, facts, returns);
    case 'UsingStatement':
      return run(statement.body, statement.declaration === undefined ? evaluate(statement.expression, facts).after : declare(evaluator, statement.declaration, facts));
    case 'LockStatement':
      return run(statement.body, evaluator.evaluate(statement.expression, facts).after);
    case 'CheckedStatement':
      return run(statement.block, facts);
    case 'LabeledStatement':
      return run(statement.statement, facts);
    case 'YieldStatement':
      return evaluate(statement.expression, facts).after;
    // The loop or switch around goes on with what held before it.
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'GotoStatement':
      return undefined;
    case 'EmptyStatement':
      return facts;
  }
}

function declare(evaluator: Evaluator, { variables }: VariableDeclaration, facts: Reached): Reached {
  let after = facts;
  for (const { name, initializer } of variables) {
    if (initializer === undefined) continue;
    const value = evaluator.evaluate(initializer, after);
    evaluator.bind(name.name, value);
    ({ after } = value);
  }
  return after;
}

function runSwitch(evaluator: Evaluator, { expression, sections }: SwitchStatement, facts: Reached, returns: Returns): Reached {
  const { after } = evaluator.evaluate(expression, facts);
  for (const { statements, labels } of sections) {
    for (const { when } of labels) if (when !== undefined) evaluator.evaluate(when, after);
    runStatements(evaluator, statements, after, returns);
  }
  return after;
}

/** A catch starts with what held before the try. */
function runTry(evaluator: Evaluator, { block, catches, finally: last }: TryStatement, facts: Reached, returns: Returns): Reached {
  const walk = (): Reached => runStatements(evaluator, block.statements, facts, returns);
  const tried = catches.length === 0 ? walk() : evaluator.inTry(walk);
  const ended = catches.reduce((before: Reached, { block: handler }) => commonFacts(before, runStatements(evaluator, handler.statements, facts, returns)), tried);
  if (last === undefined) return ended;
  const finished = runStatements(evaluator, last.statements, facts, returns);
  return ended === undefined ? undefined : (finished ?? ended);
}
