/** LINQ queries, as the calls of methods that they stand for. Source: C# specification, 12.20.3 Query expression translation. */
import { UNKNOWN, extensionMethods } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { Expression, Identifier, QueryClause, QueryExpression } from '../../../syntax/csharp/ast.js';
import type { Span } from '../../../syntax/text/position.js';
import { displayType } from '../types/display.js';
import { containsUnknown, isUnknown } from '../types/identity.js';
import { membersAreKnown, lookupMembers } from '../types/lookup-members.js';
import type { BoundArgument } from './bind-arguments.js';
import { bindValue } from './bind-expression.js';
import { type Bound, type BoundLambda, value } from './bound.js';
import { callOnValue } from './bind-invocation.js';
import { localOf } from './declared-names.js';
import { boundFunctionOf } from './bind-lambda.js';
import { problem } from './problem.js';
import { resolveType } from './resolve-type.js';
import type { Scope } from './scope.js';

/** What a query has come to behind a clause. */
interface Stage {
  readonly source: Bound;
  /** The place that the compiler gives for a source that has no query methods. */
  readonly span: Span;
  /** The range variables; several are the members of an anonymous object that each element is. */
  readonly variables: readonly Identifier[];
  readonly isFirst: boolean;
}

export function bindQuery({ clauses }: QueryExpression, scope: Scope): Bound {
  const [first, ...rest] = clauses;
  if (first?.kind !== 'FromClause') return value(UNKNOWN);
  let stage: Stage = { ...fromSource(first, scope, scope), variables: [first.name], isFirst: true };
  for (const [index, clause] of rest.entries()) stage = applyClause(stage, clause, rest[index + 1], scope);
  return stage.source;
}

function fromSource({ type, expression }: Extract<QueryClause, { readonly kind: 'FromClause' | 'JoinClause' }>, scope: Scope, typeScope: Scope): Pick<Stage, 'source' | 'span'> {
  const source = bindValue(expression, scope);
  const { span } = expression;
  if (type === undefined) return { source, span };
  return { source: call({ source, span }, 'Cast', [], span, scope, [resolveType(type, typeScope)]), span };
}

function applyClause(stage: Stage, clause: QueryClause, next: QueryClause | undefined, scope: Scope): Stage {
  const { variables } = stage;
  const done = (source: Bound, names: readonly Identifier[] = variables): Stage => ({ ...stage, source, variables: names, isFirst: false });
  const over = (body: Expression): BoundArgument => argument(lambda([variables], (inner) => bindValue(body, inner), body, scope), body);
  const gathered = (added: Identifier, typeOf: (inner: Scope) => Bound, node: Expression): BoundArgument =>
    argument(lambda([variables], (inner) => gather(variables, added, inner, typeOf), node, scope), node);
  switch (clause.kind) {
    case 'FromClause': {
      const collection = argument(lambda([variables], (inner) => fromSource(clause, inner, scope).source, clause.expression, scope), clause.expression);
      const result = resultOf([variables, [clause.name]], next, clause.expression, scope);
      const source = call(stage, 'SelectMany', [collection, result], clause.span, scope);
      return done(source, next?.kind === 'SelectClause' ? [] : [...variables, clause.name]);
    }
    case 'LetClause':
      return done(call(stage, 'Select', [gathered(clause.name, (inner) => bindValue(clause.expression, inner), clause.expression)], clause.span, scope), [...variables, clause.name]);
    case 'WhereClause':
      return done(call(stage, 'Where', [over(clause.condition)], clause.span, scope));
    case 'JoinClause': {
      const inner = fromSource(clause, scope, scope).source;
      const right = argument(lambda([[clause.name]], (in_) => bindValue(clause.right, in_), clause.right, scope), clause.right);
      const joined = clause.into ?? clause.name;
      const callArguments = [argument(inner, clause.expression), over(clause.left), right, resultOf([variables, [joined]], next, clause.expression, scope)];
      const source = call(stage, clause.into === undefined ? 'Join' : 'GroupJoin', callArguments, clause.span, scope);
      return done(source, next?.kind === 'SelectClause' ? [] : [...variables, joined]);
    }
    case 'OrderByClause': {
      let { source } = stage;
      clause.orderings.forEach(({ expression, descending }, index) => {
        source = call({ ...stage, source }, `${index === 0 ? 'OrderBy' : 'ThenBy'}${descending ? 'Descending' : ''}`, [over(expression)], expression.span, scope);
      });
      return done(source);
    }
    case 'SelectClause':
      // The clause before it has taken the value along.
      if (variables.length === 0) return done(stage.source);
      if (!stage.isFirst && isName(clause.expression, variables)) return done(stage.source);
      return done(call(stage, 'Select', [over(clause.expression)], clause.span, scope));
    case 'GroupClause': {
      const key = over(clause.by);
      return done(call(stage, 'GroupBy', isName(clause.element, variables) ? [key] : [key, over(clause.element)], clause.span, scope));
    }
    case 'IntoClause':
      return { ...stage, variables: [clause.name], isFirst: false };
  }
}

function isName(node: Expression, [only, ...others]: readonly Identifier[]): boolean {
  return others.length === 0 && node.kind === 'IdentifierName' && node.name === only?.name;
}

/** The last function of SelectMany and Join: what the `select` behind them gives, or all variables together. */
function resultOf(sets: readonly (readonly Identifier[])[], next: QueryClause | undefined, node: Expression, scope: Scope): BoundArgument {
  if (next?.kind === 'SelectClause') return argument(lambda(sets, (inner) => bindValue(next.expression, inner), next.expression, scope), next.expression);
  const [variables = [], [added] = []] = sets;
  if (added === undefined) return argument(value(UNKNOWN), node);
  return argument(lambda(sets, (inner) => gather(variables, added, inner, () => nameValue(added, inner)), node, scope), node);
}

/** The anonymous object of all range variables and one more. */
function gather(variables: readonly Identifier[], added: Identifier, scope: Scope, typeOf: (inner: Scope) => Bound): Bound {
  const last = typeOf(scope);
  const typeOfBound = (bound: Bound): Type => (bound.kind === 'value' ? bound.type : UNKNOWN);
  const before = variables.map((variable) => ({ name: variable.name, type: typeOfBound(nameValue(variable, scope)) }));
  return value({ kind: 'anonymous', properties: [...before, { name: added.name, type: typeOfBound(last) }] });
}

function nameValue({ name }: Identifier, scope: Scope): Bound {
  const declared = scope.find(name);
  return value(declared?.kind === 'local' ? declared.type ?? UNKNOWN : UNKNOWN);
}

/** A function of one parameter for each set of variables. */
function lambda(sets: readonly (readonly Identifier[])[], body: (scope: Scope) => Bound, node: Expression, scope: Scope): BoundLambda {
  return boundFunctionOf({
    node, scope, parameterCount: sets.length,
    bindBody(inner, types) {
      sets.forEach((variables, index) => declareVariables(variables, types[index] ?? UNKNOWN, inner));
      const result = body(inner);
      inner.frame.returns.push({ operand: result.kind === 'type' || result.kind === 'namespace' ? value(UNKNOWN) : result, node });
    },
  });
}

function declareVariables(variables: readonly Identifier[], type: Type, scope: Scope): void {
  const [only, ...others] = variables;
  if (only !== undefined && others.length === 0) scope.declare(localOf(only, 'range variable', type));
  else {
    for (const variable of variables) {
      const property = type.kind === 'anonymous' ? type.properties.find(({ name }) => name === variable.name) : undefined;
      scope.declare(localOf(variable, 'range variable', property?.type ?? UNKNOWN));
    }
  }
}

function argument(bound: Bound, expression: Expression): BoundArgument {
  return { operand: bound.kind === 'type' || bound.kind === 'namespace' ? value(UNKNOWN) : bound, node: { expression, span: expression.span } };
}

function call(stage: Pick<Stage, 'source' | 'span'>, name: string, callArguments: readonly BoundArgument[], span: Span, scope: Scope, typeArguments: readonly Type[] = []): Bound {
  const { source } = stage;
  const complete = (): Bound => {
    for (const { operand } of callArguments) if (operand.kind === 'lambda') operand.complete(undefined, undefined);
    return value(UNKNOWN);
  };
  if (source.kind !== 'value' || isUnknown(source.type)) return complete();
  const { result, transcript } = scope.binding.apart(() => callOnValue(name, source, callArguments, typeArguments, span, scope));
  const hasMethod = lookupMembers(source.type, name).length > 0 || extensionMethods(name).length > 0;
  const isUnfit = transcript.problems.some(({ span: { start, end } }) => start === span.start && end === span.end);
  if (!isUnfit) {
    scope.binding.transcript.add(transcript);
    return result;
  }
  if (membersAreKnown(source.type) && !containsUnknown(source.type) && hasMethod) {
    scope.binding.report(problem('CS1936', stage.span, `a ${displayType(source.type)} cannot be queried: it has no method ${name} that fits`));
  }
  return value(UNKNOWN);
}
