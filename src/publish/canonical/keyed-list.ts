/** Lists of things that have names of their own, such as the members of a pool: their order does not count. */
import { isJsonObject, type Json, type JsonObject } from '../../model/json.js';

/** The items by `id`, or by `name`, in order of these; undefined for a list whose items do not all have one of their own. */
export function keyedItems(items: readonly Json[]): ReadonlyMap<string, JsonObject> | undefined {
  for (const key of ['id', 'name']) {
    const entries = items.flatMap((item): [string, JsonObject][] => (isJsonObject(item) && typeof item[key] === 'string' ? [[item[key], item]] : []));
    const byKey = new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    if (items.length > 0 && byKey.size === items.length) return byKey;
  }
  return undefined;
}
