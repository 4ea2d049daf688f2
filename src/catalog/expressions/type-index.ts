/** Finds types in the type table: by name, by number. Types of which only the names are known are looked at a namespace at a time. */

/** What the table says of one type. */
export interface TableEntry {
  readonly head: string;
  /** Of its members; undefined for a type of which only the name is known. */
  readonly lines: readonly string[] | undefined;
}

/** The types of one line of names. */
interface NamespaceLine {
  readonly namespace: string;
  readonly firstNumber: number;
  readonly line: string;
  heads?: readonly string[];
  numbers?: ReadonlyMap<string, readonly number[]>;
}

export class TypeIndex {
  private readonly blocks: readonly string[];
  private readonly numbers: ReadonlyMap<string, readonly number[]>;
  private readonly namespaceLines: ReadonlyMap<string, NamespaceLine>;

  /**
   * @param withMembers a head and lines of members for each type, an empty line between types
   * @param byName for each namespace a line: its name, the number of its first type, and heads that leave out its name
   */
  constructor(withMembers: string, byName: string) {
    this.blocks = withMembers.split('\n\n');
    this.numbers = numbersByName(this.blocks, 0);
    this.namespaceLines = new Map(byName.split('\n').map(readNamespaceLine).map((line) => [line.namespace, line]));
  }

  /** The numbers of the types of that name, those with the fewest parameters first. */
  find(fullName: string): readonly number[] {
    const known = this.numbers.get(fullName) ?? [];
    for (let end = fullName.lastIndexOf('.'); ; end = fullName.lastIndexOf('.', end - 1)) {
      const line = this.namespaceLines.get(fullName.slice(0, Math.max(end, 0)));
      if (line !== undefined) return [...known, ...(numbersOf(line).get(fullName.slice(end + 1)) ?? [])];
      if (end <= 0) return known;
    }
  }

  entry(number: number): TableEntry {
    const block = this.blocks[number];
    if (block !== undefined) {
      const [head = '', ...lines] = block.split('\n');
      return { head, lines };
    }
    const line = [...this.namespaceLines.values()].findLast(({ firstNumber }) => firstNumber <= number);
    const head = line === undefined ? undefined : headsOf(line)[number - line.firstNumber];
    if (line === undefined || head === undefined) throw new Error(`the type table has no number ${number}`);
    return { head: line.namespace === '' ? head : `${line.namespace}.${head}`, lines: undefined };
  }
}

function readNamespaceLine(line: string): NamespaceLine {
  const bar = line.indexOf('|');
  return { namespace: line.slice(0, bar), firstNumber: Number.parseInt(line.slice(bar + 1), 10), line };
}

function headsOf(line: NamespaceLine): readonly string[] {
  return (line.heads ??= line.line.split('\t').slice(1));
}

function numbersOf(line: NamespaceLine): ReadonlyMap<string, readonly number[]> {
  return (line.numbers ??= numbersByName(headsOf(line), line.firstNumber));
}

function numbersByName(heads: readonly string[], first: number): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const [index, head] of heads.entries()) {
    const name = head.slice(0, head.indexOf('|'));
    const same = numbers.get(name);
    if (same === undefined) numbers.set(name, [first + index]);
    else same.push(first + index);
  }
  return numbers;
}
