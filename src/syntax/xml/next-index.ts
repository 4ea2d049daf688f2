/** A search that remembers its last hit, so that asking again and again while moving forward stays linear in the text. */

export class NextIndex {
  readonly #text: string;
  readonly #wanted: string;
  #askedFrom = 0;
  #found = -2;

  constructor(text: string, wanted: string) {
    this.#text = text;
    this.#wanted = wanted;
  }

  /** The first offset at or after `offset` where the wanted string stands; the text's length when there is none. */
  from(offset: number): number {
    if (this.#found < offset || offset < this.#askedFrom) {
      const found = this.#text.indexOf(this.#wanted, offset);
      this.#found = found === -1 ? this.#text.length : found;
      this.#askedFrom = offset;
    }
    return this.#found;
  }
}
