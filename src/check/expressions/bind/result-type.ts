/** The type of what an expression gives, over all its returns. */
import { UNKNOWN } from '../../../catalog/expressions/type-library.js';
import type { Type } from '../../../catalog/expressions/type.js';
import type { Expression } from '../../../syntax/csharp/ast.js';
import { bestCommonType } from '../types/best-common-type.js';
import { implicitConversion } from '../types/conversions.js';
import { displayOperand } from '../types/display.js';
import { containsUnknown } from '../types/identity.js';
import { isVoid } from '../types/kinds.js';
import type { Operand } from './bind-expression.js';
import { convert } from './convert.js';
import { problem } from './problem.js';
import type { ReturnedValue, Scope } from './scope.js';

/** Reports values that have no type of their own, and those of different types. How the gateway takes the latter is inferred from what the compiler makes of a lambda. */
export function resultType(returns: readonly ReturnedValue[], wanted: Type | undefined, scope: Scope): Type {
  if (wanted !== undefined) return wantedType(returns, wanted, scope);
  for (const { operand } of returns) if (operand.kind === 'lambda') operand.complete(undefined, undefined);
  const problems = returns.flatMap(({ operand, node }) => {
    if (operand.kind === 'value' && isVoid(operand.type)) return problem('CS4029', node.span, 'the method gives nothing, and an expression must give a value');
    if (operand.kind === 'lambda' || operand.kind === 'method-group') return problem('CS0411', node.span, `a ${displayOperand(operand)} is no value that an expression can give`);
    return [];
  });
  for (const found of problems) scope.binding.report(found);
  if (problems.length > 0) return UNKNOWN;
  const operands = returns.map(({ operand }) => operand);
  const [first] = returns;
  if (first === undefined) return UNKNOWN;
  if (operands.every(({ kind }) => kind === 'null' || kind === 'throw')) {
    report('CS0411', first.node, 'the expression never gives a value of a type', 'write the type before null: (string)null', scope);
    return UNKNOWN;
  }
  if (operands.some((operand) => operand.kind === 'value' && containsUnknown(operand.type))) return bestCommonType(operands) ?? UNKNOWN;
  const type = bestCommonType(operands);
  const misfit = returns.find(({ operand }) => implicitConversion(operand, type ?? typeOf(first.operand)) === undefined);
  if (misfit === undefined) return type ?? UNKNOWN;
  const hint = 'convert one of them to the type of the other';
  report('CS0411', misfit.node, `the returns give values of different types: ${displayOperand(first.operand)} and ${displayOperand(misfit.operand)}`, hint, scope);
  return UNKNOWN;
}

/** Reports values that do not convert by themselves to the type that the place wants. */
function wantedType(returns: readonly ReturnedValue[], wanted: Type, scope: Scope): Type {
  const { binding } = scope;
  for (const { operand, node } of returns) {
    if (operand.kind === 'lambda') operand.complete(undefined, undefined);
    const { transcript } = binding.apart(() => convert(operand, wanted, node, scope));
    for (const found of transcript.problems) binding.report({ ...found, code: 'wrong-result-type' });
  }
  return bestCommonType(returns.map(({ operand }) => operand)) ?? UNKNOWN;
}

function typeOf(operand: Operand): Type {
  return operand.kind === 'value' ? operand.type : UNKNOWN;
}

function report(roslyn: string, { span }: Expression, message: string, hint: string, scope: Scope): void {
  scope.binding.report({ ...problem(roslyn, span, message, hint), code: 'wrong-type', certainty: 'inferred' });
}
