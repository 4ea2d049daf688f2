/** Random chooses over one variable, their XML, and what they do with a value: the brute force that the analysis has to agree with. */
import fc from 'fast-check';

export type Condition =
  | { readonly kind: 'compare'; readonly operator: '<' | '<=' | '>' | '>=' | '==' | '!='; readonly constant: number; readonly reversed: boolean; readonly read: Read }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not' | 'parentheses'; readonly operand: Condition }
  | { readonly kind: 'conditional'; readonly condition: Condition; readonly whenTrue: Condition; readonly whenFalse: Condition }
  | { readonly kind: 'constant'; readonly value: boolean }
  /** A boolean that the analysis knows nothing about. */
  | { readonly kind: 'opaque'; readonly index: number };

/** How the variable is read; `default` with what it stands for when it is missing. */
export type Read = { readonly kind: 'default'; readonly value: number } | { readonly kind: 'cast' | 'parse' | 'convert' };

export interface RandomChoose {
  readonly whens: readonly RandomWhen[];
  readonly hasOtherwise: boolean;
}

export interface RandomWhen {
  readonly condition: Condition;
  /** What stands in front of the nested choose. */
  readonly between: 'nothing' | 'the variable is set' | 'another variable is set' | 'a fragment is included';
  readonly nested: RandomChoose | undefined;
}

/** Constants are within this of zero; a value beyond it behaves like any other on its side. */
export const LARGEST_CONSTANT = 5;
export const OPAQUE_TERMS = 3;

/** The values that tell all integers apart, and no value. */
export type Value = number | 'missing';
const EDGE = LARGEST_CONSTANT + 2;
export const VALUES: readonly Value[] = [...Array.from({ length: 2 * EDGE + 1 }, (_, index) => index - EDGE), 'missing'];

export function randomChoose({ reads, opaque }: { readonly reads: fc.Arbitrary<Read>; readonly opaque: boolean }): fc.Arbitrary<RandomChoose> {
  const compare: fc.Arbitrary<Condition> = fc.record({
    kind: fc.constant('compare'),
    operator: fc.constantFrom('<', '<=', '>', '>=', '==', '!='),
    constant: fc.integer({ min: -LARGEST_CONSTANT, max: LARGEST_CONSTANT }),
    reversed: fc.boolean(),
    read: reads,
  });
  // What people write: `p >= 1 && p <= 3`.
  const range = fc.tuple(reads, fc.integer({ min: -LARGEST_CONSTANT, max: LARGEST_CONSTANT - 1 }), fc.integer({ min: 1, max: 3 })).map(([read, from, more]): Condition => {
    const end = (operator: '>=' | '<=', constant: number): Condition => ({ kind: 'compare', operator, constant, reversed: false, read });
    return { kind: 'and', left: end('>=', from), right: end('<=', Math.min(from + more, LARGEST_CONSTANT)) };
  });
  const known = fc.oneof({ arbitrary: compare, weight: 1 }, { arbitrary: range, weight: 2 });
  const leaf: fc.Arbitrary<Condition> = opaque
    ? fc.oneof({ arbitrary: known, weight: 4 }, { arbitrary: fc.record({ kind: fc.constant('opaque'), index: fc.nat(OPAQUE_TERMS - 1) }), weight: 1 })
    : fc.oneof({ arbitrary: known, weight: 12 }, { arbitrary: fc.record({ kind: fc.constant('constant'), value: fc.boolean() }), weight: 1 });
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({ kind: fc.constantFrom('and', 'or'), left: tie('condition'), right: tie('condition') }),
      fc.record({ kind: fc.constantFrom('not', 'parentheses'), operand: tie('condition') }),
      fc.record({ kind: fc.constant('conditional'), condition: tie('condition'), whenTrue: tie('condition'), whenFalse: tie('condition') }),
    ),
  }));
  const choose = (depth: number): fc.Arbitrary<RandomChoose> =>
    fc.record({
      whens: fc.array(
        fc.record({
          condition,
          between: fc.constantFrom('nothing', 'the variable is set', 'another variable is set', 'a fragment is included'),
          nested: depth === 0 ? fc.constant(undefined) : fc.option(choose(depth - 1), { nil: undefined, freq: 2 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      hasOtherwise: fc.boolean(),
    });
  return choose(1);
}

export function chooseXml({ whens, hasOtherwise }: RandomChoose): string {
  const branches = whens.map(({ condition, between, nested }, index) => {
    const inside = nested === undefined ? '' : `${BETWEEN[between]}${chooseXml(nested)}`;
    return `<when condition="@(${conditionCode(condition)})"><set-backend-service backend-id="b${index}" />${inside}</when>`;
  });
  return `<choose>${branches.join('\n')}${hasOtherwise ? '<otherwise />' : ''}</choose>`;
}

const BETWEEN: Readonly<Record<RandomWhen['between'], string>> = {
  nothing: '',
  'the variable is set': '<set-variable name="p" value="@(1)" />',
  'another variable is set': '<set-variable name="q" value="@(1)" />',
  'a fragment is included': '<include-fragment fragment-id="f" />',
};

function conditionCode(condition: Condition): string {
  switch (condition.kind) {
    case 'compare': {
      const { operator, constant, reversed, read } = condition;
      return reversed ? `${constant} ${SWAPPED[operator]} ${readCode(read)}` : `${readCode(read)} ${operator} ${constant}`;
    }
    case 'and':
    case 'or':
      return `(${conditionCode(condition.left)}) ${condition.kind === 'and' ? '&&' : '||'} (${conditionCode(condition.right)})`;
    case 'not':
      return `!(${conditionCode(condition.operand)})`;
    case 'parentheses':
      return `(${conditionCode(condition.operand)})`;
    case 'conditional':
      return `(${conditionCode(condition.condition)}) ? (${conditionCode(condition.whenTrue)}) : (${conditionCode(condition.whenFalse)})`;
    case 'constant':
      return String(condition.value);
    case 'opaque':
      return `context.Variables.GetValueOrDefault<bool>("o${condition.index}")`;
  }
}

const SWAPPED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' } as const;

function readCode(read: Read): string {
  switch (read.kind) {
    case 'default':
      return `context.Variables.GetValueOrDefault<int>("p", ${read.value})`;
    case 'cast':
      return '(int)context.Variables["p"]';
    case 'parse':
      return 'int.Parse((string)context.Variables["p"])';
    case 'convert':
      return 'Convert.ToInt32(context.Variables["p"].ToString())';
  }
}

/** Whether the condition holds; undefined when evaluating it throws. */
export function holds(condition: Condition, value: Value, opaque: readonly boolean[]): boolean | undefined {
  switch (condition.kind) {
    case 'compare': {
      const number = value !== 'missing' ? value : condition.read.kind === 'default' ? condition.read.value : undefined;
      return number === undefined ? undefined : compare(number, condition.operator, condition.constant);
    }
    case 'and': {
      const left = holds(condition.left, value, opaque);
      return left === true ? holds(condition.right, value, opaque) : left;
    }
    case 'or': {
      const left = holds(condition.left, value, opaque);
      return left === false ? holds(condition.right, value, opaque) : left;
    }
    case 'not': {
      const operand = holds(condition.operand, value, opaque);
      return operand === undefined ? undefined : !operand;
    }
    case 'parentheses':
      return holds(condition.operand, value, opaque);
    case 'conditional': {
      const taken = holds(condition.condition, value, opaque);
      return taken === undefined ? undefined : holds(taken ? condition.whenTrue : condition.whenFalse, value, opaque);
    }
    case 'constant':
      return condition.value;
    case 'opaque':
      return opaque[condition.index];
  }
}

function compare(value: number, operator: '<' | '<=' | '>' | '>=' | '==' | '!=', constant: number): boolean {
  const results = { '<': value < constant, '<=': value <= constant, '>': value > constant, '>=': value >= constant, '==': value === constant, '!=': value !== constant };
  return results[operator];
}

/** A choose with the values that may arrive at it, in document order. */
export interface ArrivingChoose {
  readonly choose: RandomChoose;
  readonly arriving: readonly Value[];
}

/** Every choose, nested ones with the values that their branch hands on. */
export function arrivals(choose: RandomChoose, opaque: readonly boolean[], arriving: readonly Value[] = VALUES): ArrivingChoose[] {
  const found: ArrivingChoose[] = [{ choose, arriving }];
  for (const [index, { nested, between }] of choose.whens.entries()) {
    if (nested === undefined) continue;
    const forgets = between === 'the variable is set' || between === 'a fragment is included';
    const inside = arriving.filter((value) => branchTaken(choose, value, opaque) === index);
    found.push(...arrivals(nested, opaque, forgets ? VALUES : inside));
  }
  return found;
}

/** The index of the branch that runs, `otherwise` behind the last `when`; undefined when none does. */
export function branchTaken({ whens, hasOtherwise }: RandomChoose, value: Value, opaque: readonly boolean[]): number | undefined {
  for (const [index, { condition }] of whens.entries()) {
    const taken = holds(condition, value, opaque);
    if (taken === undefined) return undefined;
    if (taken) return index;
  }
  return hasOtherwise ? whens.length : undefined;
}
