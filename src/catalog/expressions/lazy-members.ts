/** Members by name, each name read when it is first asked for. */
import type { Member } from './type.js';

export class LazyMembers implements ReadonlyMap<string, readonly Member[]> {
  private readonly found = new Map<string, readonly Member[]>();
  private signatures: ReadonlyMap<string, string> | undefined;

  /** @param lines each a name, a tab, and signatures with tabs between them */
  constructor(
    private readonly lines: readonly string[],
    private readonly read: (name: string, signature: string) => Member,
  ) {}

  get size(): number {
    return this.lines.length;
  }

  get(name: string): readonly Member[] | undefined {
    const known = this.found.get(name);
    if (known !== undefined) return known;
    const signatures = this.byName().get(name);
    if (signatures === undefined) return undefined;
    const members = signatures.split('\t').map((signature) => this.read(name, signature));
    this.found.set(name, members);
    return members;
  }

  has(name: string): boolean {
    return this.byName().has(name);
  }

  keys(): MapIterator<string> {
    return this.byName().keys();
  }

  values(): MapIterator<readonly Member[]> {
    return this.whole().values();
  }

  entries(): MapIterator<[string, readonly Member[]]> {
    return this.whole().entries();
  }

  [Symbol.iterator](): MapIterator<[string, readonly Member[]]> {
    return this.entries();
  }

  forEach(callback: (members: readonly Member[], name: string, map: ReadonlyMap<string, readonly Member[]>) => void): void {
    for (const [name, members] of this.entries()) callback(members, name, this);
  }

  private byName(): ReadonlyMap<string, string> {
    return (this.signatures ??= new Map(this.lines.map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)])));
  }

  private whole(): Map<string, readonly Member[]> {
    return new Map([...this.keys()].map((name) => [name, this.get(name) ?? []]));
  }
}
