/**
 * Asks Roslyn how types convert and what operators make of them, pair by pair, and records it as tables. Needs dotnet; the tests need only the record.
 * Run: npx tsx test/oracle/csharp-type-rules/record.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMPARED_OPERATORS, CONVERSIONS, CONVERTED, OPERANDS, OPERATORS, writeMatrix } from '../../check/expressions/types/matrices.js';
import { asTypeVerdict, type TypeVerdict } from '../../check/expressions/typed-snippets.js';
import { askDotnet } from '../ask-dotnet.js';

const FACTS = fileURLToPath(new URL('../../../../shared/reference/expressions.json', import.meta.url));

/** A value of the type that is no constant. */
const valueOf = (type: string): string => `default(Func<${type}>)()`;
const operandOf = (operand: string): string => (/^[\w.]+(?:<.*>)?\??(?:\[\])?$/u.test(operand) && /^[a-zA-Z]/u.test(operand) && operand !== 'null' ? valueOf(operand) : operand);

const pairsOf = (names: readonly string[]): [string, string][] => names.flatMap((row) => names.map((column): [string, string] => [row, column]));
const conversions = pairsOf(CONVERTED);
const operations = COMPARED_OPERATORS.flatMap((operator) => pairsOf(OPERANDS).map(([left, right]): [string, string, string] => [operator, left, right]));
const questions = [
  ...conversions.map(([from, to]) => ({ form: 'expression', code: valueOf(from), wanted: to })),
  ...conversions.map(([from, to]) => ({ form: 'expression', code: `(${to})${valueOf(from)}` })),
  ...operations.map(([operator, left, right]) => ({ form: 'expression', code: `${operandOf(left)} ${operator} ${operandOf(right)}` })),
];
const verdicts = askDotnet(new URL('../csharp-types/', import.meta.url), questions, [FACTS]).map(asTypeVerdict);
/** The compiler's ids, without what APIM refuses. */
const errorsOf = ({ errors }: TypeVerdict): string[] => errors.flatMap((error) => /^CS\d+/u.exec(error)?.[0] ?? []);

const answered = [...verdicts];
const take = (count: number): TypeVerdict[] => answered.splice(0, count);
const implicit = take(conversions.length);
const explicit = take(conversions.length);
const byPair = new Map(conversions.map(([from, to], index): [string, string] => {
  const accepts = (verdict: TypeVerdict | undefined): boolean => verdict !== undefined && errorsOf(verdict).length === 0;
  return [`${from}→${to}`, accepts(implicit[index]) ? 'implicit' : accepts(explicit[index]) ? 'cast' : '-'];
}));
writeFileSync(CONVERSIONS, writeMatrix('to', CONVERTED, (from, to) => byPair.get(`${from}→${to}`) ?? ''));

const byOperation = new Map(operations.map(([operator, left, right], index): [string, string] => {
  const verdict = answered[index];
  const [error] = verdict === undefined ? [] : errorsOf(verdict);
  return [`${left} ${operator} ${right}`, error ?? verdict?.type ?? ''];
}));
writeFileSync(OPERATORS, COMPARED_OPERATORS.map((operator) => writeMatrix(operator, OPERANDS, (left, right) => byOperation.get(`${left} ${operator} ${right}`) ?? '')).join('\n'));
