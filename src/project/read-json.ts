/** JSON with comments, with the places of its keys. */
import { findNodeAtLocation, parseTree, printParseErrorCode, getNodeValue, type ParseError } from 'jsonc-parser';
import { UsageError } from '../model/usage-error.js';
import { LineIndex } from '../syntax/text/line-index.js';
import type { Span } from '../syntax/text/position.js';

export interface JsonFile {
  readonly value: unknown;
  /** `:line:column` of a property's key or of an item. */
  readonly placeOf: (path: readonly (string | number)[]) => string | undefined;
}

/** Steps from the outermost value inwards: keys and indexes. */
export type JsonPath = readonly (string | number)[];

export interface JsonText {
  readonly value: unknown;
  /** Of a property, its key included, or of an item; undefined where there is none. */
  readonly spanOf: (path: JsonPath) => Span | undefined;
}

/**
 * @param shown the file's name, for the message
 * @throws UsageError at the first mistake in the syntax
 */
export function readJson(text: string, shown: string): JsonFile {
  const lines = new LineIndex(text);
  const place = (offset: number): string => {
    const { line, column } = lines.position(offset);
    return `:${line}:${column}`;
  };
  const parsed = parseJson(text);
  if ('problem' in parsed) throw new UsageError(`${shown}${place(parsed.offset)}: ${parsed.problem}`);
  return {
    value: parsed.value,
    placeOf: (path) => {
      const span = parsed.spanOf(path);
      return span === undefined ? undefined : place(span.start);
    },
  };
}

/** The value with the places of its parts, or the first mistake in the syntax. */
export function parseJson(text: string): JsonText | { readonly problem: string; readonly offset: number } {
  const tooDeep = offsetBelow(MOST_LEVELS, text);
  if (tooDeep !== undefined) return { problem: `more than ${MOST_LEVELS} levels deep, which nothing that is read here can be`, offset: tooDeep };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
  const [error] = errors;
  if (error !== undefined) return { problem: describe(error), offset: error.offset };
  return {
    value: root === undefined ? undefined : getNodeValue(root),
    spanOf: (path) => {
      const node = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
      const owner = node?.parent?.type === 'property' ? node.parent : node;
      return owner === undefined ? undefined : { start: owner.offset, end: owner.offset + owner.length };
    },
  };
}

/** `CommaExpected` → `not JSON: comma expected`. */
function describe({ error }: ParseError): string {
  return `not JSON: ${printParseErrorCode(error).replace(/([a-z])([A-Z])/gu, '$1 $2').toLowerCase()}`;
}

/** What parses and walks JSON calls itself for each level. */
const MOST_LEVELS = 500;
/** Strings and comments as a whole, so that no brackets are seen in them. */
const STRUCTURE = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|\/\/.*|\/\*[^]*?\*\/|[[\]{}]/gu;

/** Where the first bracket opens that is deeper than these levels. */
function offsetBelow(levels: number, text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(STRUCTURE)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > levels) return index;
  }
  return undefined;
}
