/** Looks ahead: could a type stand here, and where would it end? Each place is looked at once, so parsing stays linear. */
import { isPredefinedType } from './keywords.js';
import { matchBrackets } from './match-brackets.js';
import type { Token } from './token.js';

/**
 * What a stretch of tokens that reads as a type is: `name` could be an expression too (`a.b`), `generic` could be comparisons
 * (`a < b > (c)`), `type` can be nothing else (`int`, `T[]`, `T?`).
 */
export type TypeShape = 'name' | 'generic' | 'type';

export interface ScannedType {
  /** The index of the token behind the type. */
  readonly end: number;
  readonly shape: TypeShape;
  /** Where it would end without a closing `?`, when it has one. */
  readonly endBeforeNullable?: number;
}

const DEPTH_LIMIT = 100;

export class TypeScanner {
  readonly #tokens: readonly Token[];
  readonly #types = new Map<number, ScannedType | undefined>();
  readonly #argumentLists = new Map<number, number | undefined>();
  #closers: Int32Array | undefined;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The type that starts at a token, as far as it reaches; undefined when none does. */
  type(index: number): ScannedType | undefined {
    if (this.#types.has(index)) return this.#types.get(index);
    if (this.#depth >= DEPTH_LIMIT) return undefined;
    this.#depth++;
    const scanned = this.#scanType(index);
    this.#depth--;
    this.#types.set(index, scanned);
    return scanned;
  }

  /** The index behind the `>` of the type arguments whose `<` stands at `index`. */
  typeArguments(index: number): number | undefined {
    if (this.#argumentLists.has(index)) return this.#argumentLists.get(index);
    const end = this.#scanTypeArguments(index);
    this.#argumentLists.set(index, end);
    return end;
  }

  /** The index of the bracket that closes the one at `index`; -1 when there is none. */
  closer(index: number): number {
    this.#closers ??= matchBrackets(this.#tokens);
    return this.#closers[index] ?? -1;
  }

  #text(index: number): string {
    return this.#tokens[index]?.text ?? '';
  }

  #isIdentifier(index: number): boolean {
    return this.#tokens[index]?.kind === 'identifier';
  }

  #scanType(start: number): ScannedType | undefined {
    const core = this.#scanCore(start);
    if (core === undefined) return undefined;
    let { end, shape } = core;
    let endBeforeNullable: number | undefined;
    for (;;) {
      const text = this.#text(end);
      if (text === '[') {
        const close = this.#rankEnd(end);
        if (close === undefined) break;
        end = close;
        shape = 'type';
        endBeforeNullable = undefined;
      } else if (text === '?' && endBeforeNullable === undefined) {
        endBeforeNullable = end;
        end++;
        shape = 'type';
      } else break;
    }
    return endBeforeNullable === undefined ? { end, shape } : { end, shape, endBeforeNullable };
  }

  /** The index behind `[]` or `[,]`. */
  #rankEnd(open: number): number | undefined {
    let at = open + 1;
    while (this.#text(at) === ',') at++;
    return this.#text(at) === ']' ? at + 1 : undefined;
  }

  #scanCore(start: number): ScannedType | undefined {
    const token = this.#tokens[start];
    if (token === undefined) return undefined;
    if (token.kind === 'keyword') {
      return isPredefinedType(token.text) || token.text === 'void' ? { end: start + 1, shape: 'type' } : undefined;
    }
    if (token.text === '(') return this.#scanTuple(start);
    if (token.kind !== 'identifier') return undefined;
    let shape: TypeShape = 'name';
    let at = start + 1;
    if (this.#text(at) === '::' && this.#isIdentifier(at + 1)) at += 2;
    for (;;) {
      if (this.#text(at) === '<') {
        const end = this.typeArguments(at);
        if (end === undefined) return { end: at, shape };
        shape = 'generic';
        at = end;
      }
      if (this.#text(at) !== '.' || !this.#isIdentifier(at + 1)) return { end: at, shape };
      at += 2;
    }
  }

  #scanTypeArguments(open: number): number | undefined {
    let at = open + 1;
    if (this.#text(at) === ',' || this.#text(at) === '>') {
      while (this.#text(at) === ',') at++;
      return this.#text(at) === '>' ? at + 1 : undefined;
    }
    for (;;) {
      const argument = this.type(at);
      if (argument === undefined) return undefined;
      const separator = this.#text(argument.end);
      if (separator === '>') return argument.end + 1;
      if (separator !== ',') return undefined;
      at = argument.end + 1;
    }
  }

  /** `(int a, string)`: two types or more, each with a name or none. */
  #scanTuple(open: number): ScannedType | undefined {
    let at = open + 1;
    for (let count = 1; ; count++) {
      const element = this.type(at);
      if (element === undefined) return undefined;
      at = element.end;
      if (this.#isIdentifier(at)) at++;
      const separator = this.#text(at);
      if (separator === ')') return count > 1 ? { end: at + 1, shape: 'type' } : undefined;
      if (separator !== ',') return undefined;
      at++;
    }
  }
}
