/** Finds types in the type table, by name and by number. Each namespace is looked at when it is first asked for, and its members apart from its names. */

/** What the table says of one type. */
export interface TableEntry {
  readonly head: string;
  /** Of its members; undefined for a type of which only the name is known. */
  readonly lines: readonly string[] | undefined;
}

/** For a namespace its types with members: a head and lines of members for each, an empty line between types. */
export type MemberTexts = Readonly<Record<string, () => string>>;

export class TypeIndex {
  private readonly inOrder: readonly NamespaceTypes[];
  private readonly byName: ReadonlyMap<string, NamespaceTypes>;

  /**
   * @param names for each namespace a line, in the order of the numbers: its name and the number of its first type, then its types with tabs between
   * them: the name alone of one with members, the head of every other
   */
  constructor(names: string, members: MemberTexts) {
    this.inOrder = names.split('\n').map((line) => {
      const bar = line.indexOf('|');
      const name = line.slice(0, bar);
      return new NamespaceTypes(name, Number.parseInt(line.slice(bar + 1), 10), line, members[name]);
    });
    this.byName = new Map(this.inOrder.map((types) => [types.name, types]));
  }

  /** The numbers of the types of that name, those with the fewest parameters first. */
  find(fullName: string): readonly number[] {
    for (let end = fullName.lastIndexOf('.'); ; end = fullName.lastIndexOf('.', end - 1)) {
      const types = this.byName.get(fullName.slice(0, Math.max(end, 0)));
      if (types !== undefined) return types.find(fullName.slice(end + 1));
      if (end <= 0) return [];
    }
  }

  /** @throws Error when no type has the number */
  entry(number: number): TableEntry {
    const entry = this.inOrder.findLast(({ firstNumber }) => firstNumber <= number)?.entry(number);
    if (entry === undefined) throw new Error(`the type table has no number ${number}`);
    return entry;
  }
}

class NamespaceTypes {
  private items: readonly string[] | undefined;
  private numbers: ReadonlyMap<string, readonly number[]> | undefined;
  private blocks: readonly (string | undefined)[] | undefined;

  constructor(
    readonly name: string,
    readonly firstNumber: number,
    private readonly line: string,
    private readonly members: (() => string) | undefined,
  ) {}

  find(name: string): readonly number[] {
    return (this.numbers ??= this.numbersByName()).get(name) ?? [];
  }

  entry(number: number): TableEntry | undefined {
    const place = number - this.firstNumber;
    const block = (this.blocks ??= this.blocksByPlace())[place];
    if (block !== undefined) {
      const [head = '', ...lines] = block.split('\n');
      return { head: this.withNamespace(head), lines };
    }
    const head = this.types()[place];
    return head === undefined ? undefined : { head: this.withNamespace(head), lines: undefined };
  }

  private withNamespace(head: string): string {
    return this.name === '' ? head : `${this.name}.${head}`;
  }

  private types(): readonly string[] {
    return (this.items ??= this.line.split('\t').slice(1));
  }

  private numbersByName(): Map<string, number[]> {
    const numbers = new Map<string, number[]>();
    for (const [place, item] of this.types().entries()) {
      const name = hasMembers(item) ? item : item.slice(0, item.indexOf('|'));
      const same = numbers.get(name);
      if (same === undefined) numbers.set(name, [this.firstNumber + place]);
      else same.push(this.firstNumber + place);
    }
    return numbers;
  }

  private blocksByPlace(): (string | undefined)[] {
    const blocks = this.members?.().split('\n\n').values();
    return this.types().map((item) => (hasMembers(item) ? blocks?.next().value : undefined));
  }
}

/** Whether an item is the name of a type whose head and members stand apart. */
function hasMembers(item: string): boolean {
  return !item.includes('|');
}
