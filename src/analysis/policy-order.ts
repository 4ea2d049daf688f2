/** A document's elements numbered in document order, which is the order they run in, loops and branches aside. */
import type { PolicyDocument, PolicyElement } from '../model/document.js';
import { type Place, walkElements } from '../model/walk.js';

export class PolicyOrder {
  readonly places: readonly Place[];
  readonly #numbers = new Map<PolicyElement, number>();
  readonly #lastInside: number[] = [];

  constructor(document: PolicyDocument) {
    this.places = [...walkElements(document)];
    for (const [number, { element }] of this.places.entries()) this.#numbers.set(element, number);
    for (let number = this.places.length - 1; number >= 0; number--) {
      const last = (this.#lastInside[number] ??= number);
      const parent = this.places[number]?.parent;
      if (parent === undefined) continue;
      const parentNumber = this.numberOf(parent.element);
      this.#lastInside[parentNumber] = Math.max(this.#lastInside[parentNumber] ?? 0, last);
    }
  }

  /** From 0; -1 for an element of another document. */
  numberOf(element: PolicyElement): number {
    return this.#numbers.get(element) ?? -1;
  }

  /** The number of the last element inside, the element's own when it has none. */
  lastInside(element: PolicyElement): number {
    const number = this.numberOf(element);
    return this.#lastInside[number] ?? number;
  }
}
