/** The part of OData's `$filter` that lists are asked with here: comparisons, joined by `and`. */
import { isJsonObject, type Json, type JsonObject } from '../model/json.js';

type Filter = (body: JsonObject) => boolean;

const COMPARISON = /^(?:properties\/)?(?<field>\w+)\s+(?<operator>eq|ne)\s+(?:'(?<text>(?:[^']|'')*)'|(?<word>true|false|null|-?\d+(?:\.\d+)?))$/u;

/** @returns undefined for what it does not understand; all pass an empty one */
export function parseFilter(filter: string): Filter | undefined {
  if (filter.trim() === '') return () => true;
  const comparisons = filter.trim().split(/\s+and\s+(?=(?:[^']*'[^']*')*[^']*$)/u).map(parseComparison);
  return comparisons.includes(undefined) ? undefined : (body) => comparisons.every((passes) => passes?.(body) === true);
}

function parseComparison(text: string): Filter | undefined {
  const groups = COMPARISON.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { field = '', operator, text: quoted, word = 'null' } = groups;
  const wanted: unknown = quoted === undefined ? JSON.parse(word) : quoted.replaceAll("''", "'");
  return (body) => (fieldOf(body, field) === wanted) === (operator === 'eq');
}

function fieldOf({ name = null, properties }: JsonObject, field: string): Json {
  return field === 'name' ? name : ((isJsonObject(properties) ? properties[field] : undefined) ?? null);
}
