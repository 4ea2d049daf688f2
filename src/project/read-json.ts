/** JSON with comments, with the places of its keys. */
import { findNodeAtLocation, parseTree, printParseErrorCode, getNodeValue, type ParseError } from 'jsonc-parser';
import { UsageError } from '../model/usage-error.js';
import { LineIndex } from '../syntax/text/line-index.js';

export interface JsonFile {
  readonly value: unknown;
  /** `:line:column` of a property's key or of an item. */
  readonly placeOf: (path: readonly (string | number)[]) => string | undefined;
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
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: false });
  const [error] = errors;
  if (error !== undefined) throw new UsageError(`${shown}${place(error.offset)}: ${describe(error)}`);
  return {
    value: root === undefined ? undefined : getNodeValue(root),
    placeOf: (path) => {
      const node = root === undefined ? undefined : findNodeAtLocation(root, [...path]);
      const owner = node?.parent?.type === 'property' ? node.parent : node;
      return owner === undefined ? undefined : place(owner.offset);
    },
  };
}

/** `CommaExpected` → `not JSON: comma expected`. */
function describe({ error }: ParseError): string {
  return `not JSON: ${printParseErrorCode(error).replace(/([a-z])([A-Z])/gu, '$1 $2').toLowerCase()}`;
}
