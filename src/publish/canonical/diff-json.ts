/** The differences of two JSON values. */
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../model/json.js';
import type { Mask } from './canonical-content.js';
import { addedOrRemoved, changedValue } from './changed-value.js';
import type { ContentChange } from './content-change.js';
import { keyedItems } from './keyed-list.js';

/**
 * One change for each value; what comes or goes as a whole is one change. Items of lists are told apart by `id` or `name` where all have one; other
 * lists are values.
 * @param path of the values; keys, and ids in brackets
 */
export function diffJson(before: Json | undefined, after: Json | undefined, path: readonly string[], mask: Mask): ContentChange[] {
  if (before === undefined || after === undefined) {
    if (after !== undefined) return [addedOrRemoved('added', shownPath(path), shown(after, path, mask))];
    return before === undefined ? [] : [addedOrRemoved('removed', shownPath(path), shown(before, path, mask))];
  }
  const [left, right] = [asObject(before), asObject(after)];
  if (left !== undefined && right !== undefined && Array.isArray(before) === Array.isArray(after)) {
    return [...new Set([...Object.keys(right), ...Object.keys(left)])].flatMap((key) => diffJson(left[key], right[key], [...path, key], mask));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [changedValue(shownPath(path), shown(before, path, mask), shown(after, path, mask))];
}

/** A list of things that have names as an object with `[name]` as keys. */
function asObject(value: Json): JsonObject | undefined {
  if (isJsonObject(value)) return value;
  const items = isJsonList(value) ? keyedItems(value) : undefined;
  return items && Object.fromEntries([...items].map(([key, item]) => [`[${key}]`, item]));
}

function shown(value: Json, path: readonly string[], mask: Mask): string {
  const masked = mask(value, path);
  return typeof masked === 'string' ? masked : JSON.stringify(masked);
}

/** `circuitBreaker/rules[one]/tripDuration`. */
function shownPath(path: readonly string[]): string {
  return path.map((step, index) => (index === 0 || step.startsWith('[') ? step : `/${step}`)).join('');
}
