/** Where numbers of a domain stand in a bar of some width. */
import type { Interval } from '../analysis/interval-set.js';

export class BarScale {
  readonly #domain: Interval;
  readonly #width: bigint;

  /** @param width cells of the bar, at least 1 */
  constructor(domain: Interval, width: number) {
    this.#domain = domain;
    this.#width = BigInt(width);
  }

  get width(): number {
    return Number(this.#width);
  }

  /** The cell (from 0) that a number of the domain is in. */
  cell(value: bigint): number {
    const { from, to } = this.#domain;
    const count = to - from + 1n;
    return Number(((value - from) * this.#width) / count);
  }

  /** The cells that show the part of a range that is in the domain, `to` included; undefined when none of it is. */
  cells({ from, to }: Interval): { readonly from: number; readonly to: number; readonly isCutBelow: boolean; readonly isCutAbove: boolean } | undefined {
    const { from: lowest, to: highest } = this.#domain;
    if (to < lowest || from > highest) return undefined;
    const isCutBelow = from < lowest;
    const isCutAbove = to > highest;
    const first = this.cell(isCutBelow ? lowest : from);
    // A range ends where the next number's cell starts, so that neighbours do not share a cell.
    const last = isCutAbove || to === highest ? this.width - 1 : Math.max(first, this.cell(to + 1n) - 1);
    return { from: first, to: last, isCutBelow, isCutAbove };
  }
}
