/** Numbers that look random and are the same for the same seed. */

export class SeededRandom {
  #state: number;

  /** @param seed a whole number */
  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
    // The first numbers of neighbouring seeds are alike.
    for (let drawn = 0; drawn < 4; drawn++) this.next();
  }

  /** From 0 to below 1: the generator mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `first` to `last`. */
  integer(first: number, last: number): number {
    return first + Math.floor(this.next() * (last - first + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.next() * list.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** Each item with the given chance. */
  some<T>(list: readonly T[], share: number): T[] {
    return list.filter(() => this.chance(share));
  }

  /** What a key looks like: hexadecimal digits. */
  key(): string {
    return Array.from({ length: 32 }, () => '0123456789abcdef'.charAt(this.integer(0, 15))).join('');
  }

  /** A generator of its own, so that more or fewer numbers drawn from it do not move what this one gives. */
  fork(): SeededRandom {
    return new SeededRandom(this.integer(0, 2 ** 31));
  }
}
